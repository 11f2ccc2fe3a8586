import { and, asc, eq, gt, lte, ne } from 'drizzle-orm'
import { practiceAccount, practiceEntry } from '#db/schema.ts'
import type { Inbound, InboundPage, Io } from '../connector.ts'
import { countEntries } from './counts.ts'
import type { Entry } from './entry.ts'
import { houseOf, onPage } from './practice-house.ts'

const PAGE = 100
const TOUCHED = 500

/** What the audience said since `cursor`, a place on the page, in order; and counts of our entries it touched. */
export async function ingest(cursor: string | null, io: Io): Promise<InboundPage> {
  const { read } = houseOf(io).store
  const from = Number(cursor ?? 0) || 0
  const us = io.account.remoteId
  // Places are given out under the workspace's lock: up to this one, read first, everything is there to be seen.
  const [page] = await read
    .select({ head: practiceAccount.head })
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, io.workspaceId), eq(practiceAccount.id, us)))
  const head = page?.head ?? from
  const rows = await read
    .select({ entry: practiceEntry, author: practiceAccount })
    .from(practiceEntry)
    .innerJoin(practiceAccount, eq(practiceAccount.id, practiceEntry.authorId))
    .where(
      and(onPage(io), gt(practiceEntry.n, from), lte(practiceEntry.n, head), ne(practiceEntry.authorId, us)),
    )
    .orderBy(asc(practiceEntry.n))
    .limit(PAGE)
  const more = rows.length === PAGE
  const touched = await read
    .select({ id: practiceEntry.id })
    .from(practiceEntry)
    .where(and(onPage(io), eq(practiceEntry.authorId, us), gt(practiceEntry.touched, from)))
    .limit(TOUCHED)
  const ids = touched.map(({ id }) => id)
  return {
    items: rows.map(({ entry, author }) => inboundOf(entry, author)),
    counts: await countEntries(read, io.workspaceId, ids, io.now()),
    cursor: String(more ? rows.at(-1)?.entry.n : head),
    more,
  }
}

function inboundOf(entry: Entry, author: typeof practiceAccount.$inferSelect): Inbound {
  const direct = entry.kind === 'direct'
  return {
    remoteId: entry.id,
    kind: entry.kind === 'post' ? 'mention' : entry.kind,
    author: { remoteId: author.id, handle: author.handle, name: author.name, avatarUrl: null },
    text: entry.text,
    at: entry.at,
    url: null,
    threadId: entry.threadId,
    parentId: entry.parentId,
    languages: [entry.language],
    images: [],
    replyTo: { kind: direct ? 'direct' : 'public', threadId: entry.threadId, parentId: entry.id },
  }
}
