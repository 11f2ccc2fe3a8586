import { and, count, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { practiceEntry, practiceLike } from '#db/schema.ts'
import type { Counts } from '../connector.ts'

/** Likes and answers of entries, by id; entries that do not exist are absent. */
export async function countEntries(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  at: number,
): Promise<Counts[]> {
  if (!ids.length) return []
  const list = [...new Set(ids)]
  const known = await db
    .select({ id: practiceEntry.id, crowd: practiceEntry.crowd })
    .from(practiceEntry)
    .where(and(eq(practiceEntry.workspaceId, workspaceId), inArray(practiceEntry.id, list)))
  const likes = await db
    .select({ id: practiceLike.entryId, value: count() })
    .from(practiceLike)
    .where(and(eq(practiceLike.workspaceId, workspaceId), inArray(practiceLike.entryId, list)))
    .groupBy(practiceLike.entryId)
  const answers = await db
    .select({ id: practiceEntry.parentId, value: count() })
    .from(practiceEntry)
    .where(and(eq(practiceEntry.workspaceId, workspaceId), inArray(practiceEntry.parentId, list)))
    .groupBy(practiceEntry.parentId)
  const of = (rows: { id: string | null; value: number }[], id: string) =>
    rows.find((row) => row.id === id)?.value ?? 0
  return known.map(({ id, crowd }) => ({
    remoteId: id,
    at,
    values: {
      ...crowd,
      likes: of(likes, id) + (crowd?.likes ?? 0),
      comments: of(answers, id) + (crowd?.comments ?? 0),
    },
  }))
}
