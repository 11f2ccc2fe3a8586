import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { practiceAccount, practiceEntry, practiceLike } from '#db/schema.ts'
import { countEntries } from './counts.ts'
import type { Entry } from './entry.ts'

export type EntryRow = { entry: Entry; author: typeof practiceAccount.$inferSelect }

/** Entries with their authors; narrow and order it, and name the workspace. */
export const selectEntries = (db: Db) =>
  db
    .select({ entry: practiceEntry, author: practiceAccount })
    .from(practiceEntry)
    .innerJoin(practiceAccount, eq(practiceAccount.id, practiceEntry.authorId))

/** The rows and, of every public thread among them that began earlier, its first entry. */
export async function withBeginnings(
  db: Db,
  workspaceId: string,
  rows: readonly EntryRow[],
): Promise<EntryRow[]> {
  const here = new Set(rows.map(({ entry }) => entry.id))
  const missing = rows
    .filter(({ entry }) => entry.kind !== 'direct' && !here.has(entry.threadId))
    .map(({ entry }) => entry.threadId)
  if (!missing.length) return [...rows]
  const wanted = inArray(practiceEntry.id, [...new Set(missing)])
  const roots = await selectEntries(db).where(and(eq(practiceEntry.workspaceId, workspaceId), wanted))
  return [...rows, ...roots]
}

/** Entries as the page shows them, with their counts and by whom of the audience they are liked. */
export async function viewEntries(db: Db, workspaceId: string, rows: readonly EntryRow[], at: number) {
  const ids = rows.map(({ entry }) => entry.id)
  if (!ids.length) return []
  const counts = await countEntries(db, workspaceId, ids, at)
  const values = new Map(counts.map((one) => [one.remoteId, one.values]))
  const likes = await db
    .select()
    .from(practiceLike)
    .where(and(eq(practiceLike.workspaceId, workspaceId), inArray(practiceLike.entryId, ids)))
  const likedBy = new Map<string, string[]>()
  for (const { entryId, accountId } of likes)
    likedBy.set(entryId, [...(likedBy.get(entryId) ?? []), accountId])
  return rows.map(({ entry, author }) => ({
    id: entry.id,
    n: entry.n,
    key: entry.key,
    kind: entry.kind,
    ours: author.kind === 'channel',
    author: { id: author.id, handle: author.handle, name: author.name },
    threadId: entry.threadId,
    parentId: entry.parentId,
    text: entry.text,
    media: entry.media,
    at: entry.at,
    likes: values.get(entry.id)?.likes ?? 0,
    comments: values.get(entry.id)?.comments ?? 0,
    likedBy: likedBy.get(entry.id) ?? [],
  }))
}
export type EntryView = Awaited<ReturnType<typeof viewEntries>>[number]
