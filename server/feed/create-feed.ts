import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { calendarFeed } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { forbidden, notFound } from '../platform/problem.ts'
import { hashSecret, newSecret } from '../platform/vault.ts'
import { checkPlaces } from '../post/places.ts'

/**
 * A private calendar address of one's own: of all that one sees, or of one team. There is one of each; a new one ends
 * the one before. The secret is answered once, only its hash is kept.
 */
export const createFeed = verb({
  name: 'feed.create',
  permission: 'post:read',
  input: z.object({ teamId: z.string().nullable() }),
  async run(ctx, { teamId }) {
    const { workspaceId, memberId } = ctx
    if (!memberId) throw forbidden('post:read')
    if (teamId !== null) permit(ctx, 'post:read', teamId)
    const secret = newSecret()
    const id = newId()
    await transact(ctx, async (tx) => {
      if (teamId !== null) await checkPlaces(tx, { teamId })
      await end(tx, teamId === null ? isNull(calendarFeed.teamId) : eq(calendarFeed.teamId, teamId))
      await tx.db
        .insert(calendarFeed)
        .values({ id, workspaceId, memberId, teamId, hash: hashSecret(secret), createdAt: tx.now })
      emit(tx, 'feed.created', { id, teamId }, { subjectId: id, audience: { memberId } })
    })
    return { id, path: feedPath(secret) }
  },
})

/** Ends a calendar address of one's own at once. */
export const revokeFeed = verb({
  name: 'feed.revoke',
  permission: 'post:read',
  input: z.object({ feedId: z.string() }),
  run(ctx, { feedId }) {
    return transact(ctx, async (tx) => {
      const gone = await end(tx, eq(calendarFeed.id, feedId))
      if (!gone.length) throw notFound()
      return { id: feedId }
    })
  },
})

/** Where a feed is fetched, from the site's root. Calendars want the ending. */
const feedPath = (secret: string): string => `/calendar/${secret}.ics`

async function end(tx: Tx, which: ReturnType<typeof eq>) {
  const memberId = tx.ctx.memberId ?? ''
  const gone = await tx.db
    .update(calendarFeed)
    .set({ revokedAt: tx.now })
    .where(
      and(
        eq(calendarFeed.workspaceId, tx.ctx.workspaceId),
        eq(calendarFeed.memberId, memberId),
        isNull(calendarFeed.revokedAt),
        which,
      ),
    )
    .returning({ id: calendarFeed.id, teamId: calendarFeed.teamId })
  for (const one of gone) emit(tx, 'feed.revoked', one, { subjectId: one.id, audience: { memberId } })
  return gone
}
