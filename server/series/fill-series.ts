import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { post, type series } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { cardsOf } from '../post/card.reads.ts'
import type { PostRow } from '../post/load-post.ts'
import { copyPost } from './copy-post.ts'
import { type Repeat, type SeriesSlot, slotsAhead } from './series.rules.ts'

export type SeriesRow = typeof series.$inferSelect

export const repeatOf = ({ rule, ends, firstDay, time, zone }: SeriesRow): Repeat => ({
  rule,
  end: ends,
  firstDay,
  time,
  zone,
})

/**
 * The slots within the horizon that have no copy yet, and had none that somebody archived. None while the post it began with is
 * archived; a copy that was carried on and then archived is left out that one time, and the others are still made like it.
 */
export async function missingSlots(
  db: Db,
  row: SeriesRow,
  now: number,
): Promise<{ template: PostRow; slots: SeriesSlot[] } | null> {
  const { workspaceId } = row
  const [template] = await db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), eq(post.id, row.postId)))
  if (!template || rests(template)) return null
  const taken = await db
    .select({ day: post.seriesDay })
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), eq(post.seriesId, row.id), isNotNull(post.seriesDay)))
  const days = new Set(taken.map((one) => one.day))
  const slots = slotsAhead(repeatOf(row), now).filter((slot) => !days.has(slot.day))
  return { template, slots }
}

/** Whether nothing is made of this post until it is back. */
export const rests = ({ archivedAt, seriesDay }: Pick<PostRow, 'archivedAt' | 'seriesDay'>): boolean =>
  archivedAt !== null && seriesDay === null

/** Makes the copies that are missing and says so, with the cards of those `gone` that gave way. Gives how many were made. */
export async function fillSeries(tx: Tx, row: SeriesRow, gone: readonly string[] = []): Promise<number> {
  const missing = await missingSlots(tx.db, row, tx.now)
  const made = missing ? await copyPost(tx, missing.template, missing.slots, row) : []
  await tellFilled(tx, row, made, gone)
  return made.length
}

/** One event for all that came and went. */
export async function tellFilled(
  tx: Tx,
  row: SeriesRow,
  made: PostRow[],
  gone: readonly string[],
): Promise<void> {
  if (!made.length && !gone.length) return
  const { workspaceId } = tx.ctx
  emit(
    tx,
    'series.filled',
    {
      seriesId: row.id,
      title: await titleOf(tx, row),
      made: made.length,
      removed: gone.length,
      posts: await cardsOf(tx.db, workspaceId, made),
      gone: [...gone],
    },
    { audience: { permission: 'post:read', teamId: row.teamId } },
  )
}

/** The title of the post it began with. */
export async function titleOf(tx: Tx, row: SeriesRow): Promise<string> {
  const [one] = await tx.db
    .select({ title: post.title })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, row.postId)))
  return one?.title ?? ''
}
