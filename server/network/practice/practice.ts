import { and, count, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { practiceAccount, practiceEntry } from '#db/schema.ts'
import { Problem } from '../../platform/problem.ts'
import type { Auth, Connected, Connector, Io, Profile } from '../connector.ts'
import { draftIssues } from '../draft.rules.ts'
import { LIMITS } from '../limits.rules.ts'
import { countEntries } from './counts.ts'
import { ensurePage } from './entry.ts'
import { ingest } from './ingest-practice.ts'
import { ensureAudience } from './personas.ts'
import { houseOf, onPage } from './practice-house.ts'
import { publish, reconcile } from './publish-practice.ts'

/** The account of a handle: connecting the same handle again is the same account, as on any network. */
async function pageNamed(db: Db, workspaceId: string, handle: string) {
  const [known] = await db
    .select()
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, workspaceId), eq(practiceAccount.handle, handle)))
  if (known?.kind === 'persona')
    throw new Problem('practice.handleTaken', { status: 409, field: 'fields.handle' })
  return known
}

function connected({
  remoteId,
  handle,
  name,
}: {
  remoteId: string
  handle: string
  name: string
}): Connected {
  const profile = { remoteId, handle, name, avatarUrl: null, url: null, followers: null, posts: null }
  return { account: { remoteId, handle, options: { name } }, secret: {}, profile }
}

const auth: Auth = {
  fields: [
    { name: 'name', type: 'text', required: true },
    { name: 'handle', type: 'text', required: true, example: 'our_brand' },
  ],
  async complete(input, _pending, io) {
    const handle = handleFrom(input.handle ?? '')
    if (!handle) throw new Problem('practice.handleWrong', { field: 'fields.handle' })
    const name = input.name?.trim() || handle
    const known = await pageNamed(houseOf(io).store.read, io.workspaceId, handle)
    return connected({ remoteId: known?.id ?? newId(), handle, name: known?.name ?? name })
  },
  async settle(tx, { account, profile }) {
    const { handle } = account
    const known = await pageNamed(tx.db, tx.ctx.workspaceId, handle)
    const own = { remoteId: known?.id ?? account.remoteId, handle, name: known?.name ?? profile.name }
    await ensurePage(tx, own)
    await ensureAudience(tx)
    return connected(own)
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
