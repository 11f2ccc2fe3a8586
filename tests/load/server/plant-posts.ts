import { newId } from '#db/id.ts'
import { decision, delivery, post, variant } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { ranksFor } from '#server/post/rank.rules.ts'
import { addDays } from '#server/time/calendar.rules.ts'
import { makeChannel } from '../../support/posts.ts'

const CHANNELS = 3
/** Rows written at once. */
const CHUNK = 500
const DAY = 86_400_000

interface Planting {
  posts: number
  /** the first and the last day on which they go out, both included, `YYYY-MM-DD`; in UTC */
  from: string
  to: string
  /** they have gone out: approved and sent */
  published?: boolean
}

/**
 * Writes posts straight into the database, evenly over a run of days, each for one of three channels: thousands in a
 * second, as years of work would leave them. Ideas and drafts by turns, unless they are published.
 */
export async function plantPosts(
  ctx: Ctx,
  teamId: string,
  { posts, from, to, published = false }: Planting,
): Promise<void> {
  const { workspaceId } = ctx
  const now = ctx.now()
  const channels = await Promise.all(Array.from({ length: CHANNELS }, () => makeChannel(ctx, teamId)))
  const ranks = ranksFor(posts)
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1
  const rows = ranks.map((rank, i) => {
    const hour = 8 + (i % 12)
    const sendLocal = `${addDays(from, Math.floor((i * days) / posts))}T${String(hour).padStart(2, '0')}:00`
    return {
      ...{ id: newId(), workspaceId, teamId, rank, sendLocal, sendZone: 'UTC' },
      title: `Post ${i}: what we say about it in a line of usual length`,
      text: 'What we say about it.',
      ...{ media: [], labels: [], createdAt: now, updatedAt: now },
      stage: published ? ('published' as const) : i % 2 ? ('draft' as const) : ('idea' as const),
      sendAt: Date.parse(`${sendLocal}Z`),
    }
  })
  const variants = rows.map(({ id: postId, stage, sendAt }, i) => ({
    ...{ id: newId(), workspaceId, postId, stage, createdAt: now },
    channelId: channels[i % CHANNELS] ?? '',
    options: {} as never,
    ...(published && { versionHash: 'hash', submittedAt: sendAt - DAY }),
  }))
  for (let at = 0; at < posts; at += CHUNK)
    await ctx.store.write(async (db) => {
      const some = variants.slice(at, at + CHUNK)
      await db.insert(post).values(rows.slice(at, at + CHUNK))
      await db.insert(variant).values(some)
      if (!published) return
      const facts = some.map(({ id: variantId, postId, channelId }, i) => {
        const sent = rows[at + i]?.sendAt ?? 0
        return {
          ...{ workspaceId, postId, variantId, versionHash: 'hash' },
          decided: {
            step: 0,
            kind: 'approve' as const,
            comment: '',
            memberId: ctx.memberId ?? '',
            at: sent - DAY,
          },
          sent: {
            channelId,
            dueAt: sent,
            tryAt: sent,
            sentAt: sent,
            state: 'sent' as const,
            createdAt: sent,
            updatedAt: sent,
          },
        }
      })
      await db
        .insert(decision)
        .values(facts.map(({ decided, sent: _, ...one }) => ({ id: newId(), ...one, ...decided })))
      await db
        .insert(delivery)
        .values(facts.map(({ sent, decided: _, ...one }) => ({ id: newId(), ...one, ...sent })))
    })
}
