import { and, count, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { practiceAccount, practiceEntry } from '#db/schema.ts'
import { Problem } from '../../platform/problem.ts'
import type { Auth, Connector, Io, Profile } from '../connector.ts'
import { draftIssues } from '../draft.rules.ts'
import { LIMITS } from '../limits.rules.ts'
import { countEntries } from './counts.ts'
import { ensurePage } from './entry.ts'
import { ingest } from './ingest-practice.ts'
import { ensureAudience } from './personas.ts'
import { houseOf, inHouse, onPage } from './practice-house.ts'
import { publish, reconcile } from './publish-practice.ts'

const auth: Auth = {
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'handle', type: 'text', required: true, example: 'our_brand' },
  ],
  async complete(input, _pending, io) {
    const handle = handleFrom(input.handle ?? '')
    if (!handle) throw new Problem('practice.handleWrong', { field: 'fields.handle' })
    const name = input.name?.trim() || handle
    const account = await inHouse(io, async (tx) => {
      const [known] = await tx.db
        .select()
        .from(practiceAccount)
        .where(and(eq(practiceAccount.workspaceId, io.workspaceId), eq(practiceAccount.handle, handle)))
      if (known?.kind === 'persona')
        throw new Problem('practice.handleTaken', { status: 409, field: 'fields.handle' })
      // Connecting the same handle again is the same account, as on any network.
      const own = { remoteId: known?.id ?? newId(), handle, options: { name: known?.name ?? name } }
      await ensurePage(tx, { ...own, name })
      await ensureAudience(tx)
      return own
    })
    const profile = { ...account, name: account.options.name, avatarUrl: null, url: null }
    return { account, secret: {}, profile: { ...profile, followers: null, posts: null } }
  },
  revoke: async () => {},
}

/** A handle of what somebody typed: "Bean & Leaf" is bean_leaf. Empty when it has no letter or digit of ASCII. */
const handleFrom = (typed: string): string =>
  typed
    .trim()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9.-]+/gi, '_')
    .replace(/^[_.-]+|[_.-]+$/g, '')
    .slice(0, 40)

async function profile(io: Io): Promise<Profile> {
  const { read } = houseOf(io).store
  const [people] = await read
    .select({ value: count() })
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, io.workspaceId), eq(practiceAccount.kind, 'persona')))
  const [posts] = await read
    .select({ value: count() })
    .from(practiceEntry)
    .where(and(onPage(io), eq(practiceEntry.kind, 'post')))
  const { remoteId, handle, options } = io.account
  const [own] = await read
    .select({ crowd: practiceAccount.crowd })
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, io.workspaceId), eq(practiceAccount.id, remoteId)))
  return {
    remoteId,
    handle,
    name: options.name ?? handle,
    avatarUrl: null,
    url: null,
    followers: (people?.value ?? 0) + (own?.crowd?.followers ?? 0),
    posts: posts?.value ?? 0,
  }
}

/** The built-in network. Its audience is members of the same workspace, so everything stays in our own tables. */
export const practice: Connector = {
  network: 'practice',
  auth,
  capabilities: async () => ({
    limits: LIMITS.practice,
    threads: true,
    replies: true,
    direct: true,
    metrics: ['likes', 'comments'],
  }),
  validate: (draft, limits) => draftIssues('practice', draft, limits),
  prepare: (draft, { at, replyTo }) => ({
    network: 'practice',
    createdAt: at,
    draft,
    parts: draft.parts.map((_, index) => ({ key: newId(), createdAt: at + index })),
    replyTo: replyTo ?? null,
    repeatable: true,
  }),
  publish,
  reconcile,
  ingest,
  metrics: (ids, io) => countEntries(houseOf(io).store.read, io.workspaceId, ids, io.now()),
  profile,
}
