import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { variant } from '#db/schema.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { checkWorking } from '../stage/check-working.ts'
import { changeCard } from './change-card.ts'
import { changePost } from './change-post.ts'
import { type DropAnswer, dropOn } from './drop.rules.ts'
import { dropFacts } from './drop-facts.reads.ts'
import { loadPost, type PostRow } from './load-post.ts'
import { isOnlySpread, rankFor } from './make-room.ts'
import { movedMeanwhile } from './moved-meanwhile.ts'
import { isRank } from './rank.rules.ts'
import { STAGES } from './stage.rules.ts'

const place = z.object({
  stage: z.enum(STAGES),
  rank: z.string().refine(isRank, 'rank.invalid'),
  /** The working stage of a draft; null: plain draft. Not named, it stays. */
  workingId: z.string().nullable().optional(),
  /** Ids of the cards right above and below, as they were seen: the place is between them, should their ranks be others by now. */
  above: z.string().nullable().optional(),
  below: z.string().nullable().optional(),
})

export const movePostInput = z.object({
  id: z.string(),
  /** Where it was when it was taken: if it is elsewhere by now, somebody was faster. */
  from: z.object({
    stage: z.enum(STAGES),
    rank: z.string(),
    /** For whoever moved it offline: told apart from where it is by then. */
    workingId: z.string().nullable().optional(),
  }),
  /**
   * Where it shall be. The mover chooses the rank (`rankBetween`), so that it shows at once what everybody will see; one
   * that is far past the ends, or too long, is another one by then (`rankFor`).
   */
  to: place,
  /** Into a working stage that is full, too. */
  confirmed: z.boolean().optional(),
  /** What a drop into another lane changes with it, in the same piece. */
  set: z
    .object({
      assigneeId: z.string().nullable().optional(),
      campaignId: z.string().nullable().optional(),
      channelIds: z.array(z.string()).max(50).optional(),
    })
    .optional(),
})

/** `do` names the verb that the drop calls for; nothing has changed then. */
export type Moved = { moved: true } | { do: Exclude<DropAnswer, { stay: true } | { refuse: unknown }> }

/**
 * Moves a card within its stage, or between idea and draft. Past draft a drop only says which verb it means (submit,
 * decide, schedule, withdraw, ...) or is refused with the reason. Problems: post.movedMeanwhile (409), post.published,
 * those of a working stage (check-working.ts) and of what `set` changes (change-post.ts), and the refusals of drop.rules.ts.
 */
export const movePost = verb({
  name: 'post.move',
  permission: 'post:write',
  input: movePostInput,
  run(ctx, { id, from, to, confirmed, set }): Promise<Moved> {
    return transact(ctx, async (tx) => {
      const row = await loadPost(tx, id)
      const change = async () => {
        if (set) await changePost({ ...ctx, within: tx }, { id, ...set })
      }
      // A retry whose first answer was lost.
      if (row.stage === to.stage && row.rank === to.rank) {
        await change()
        return { moved: true }
      }
      const moved = row.rank !== from.rank && !(await isOnlySpread(tx, id, from.rank))
      if (row.stage !== from.stage || moved)
        throw await movedMeanwhile(tx, id, ['stage', 'rank'], {
          stage: row.stage,
          rank: row.rank,
          workingId: row.workingId,
        })
      if (row.stage === 'published') throw new Problem('post.published')
      const working = await workingOf(tx, row, to, confirmed)
      if (row.stage === to.stage) {
        await change()
        await changeCard(tx, row, 'post.moved', { ...working, rank: await rankFor(tx, id, to.rank, to) })
        return { moved: true }
      }
      const answer = dropOn(to.stage, await dropFacts(tx, row))
      if ('refuse' in answer) throw refusal(answer)
      if ('stay' in answer || answer.verb !== 'post.move')
        return 'stay' in answer ? { moved: true } : { do: answer }
      await change()
      await setVariants(tx, id, answer.to)
      const rank = await rankFor(tx, id, to.rank, to)
      await changeCard(tx, row, 'post.moved', { ...working, stage: answer.to, rank })
      return { moved: true }
    })
  },
})

/** What the move makes of the post's working stage: an idea has none, and one that changes is looked at first. */
async function workingOf(
  tx: Tx,
  row: PostRow,
  to: z.infer<typeof place>,
  confirmed?: boolean,
): Promise<{ workingId?: string | null }> {
  const workingId = to.stage === 'idea' ? null : to.stage === 'draft' ? to.workingId : undefined
  // Back from review it counts anew, though it was kept.
  if (workingId && (workingId !== row.workingId || row.stage !== 'draft'))
    await checkWorking(tx, { id: row.id, teamId: row.teamId, workingId, confirmed })
  return workingId === undefined || workingId === row.workingId ? {} : { workingId }
}

function refusal({ refuse, missing }: Extract<DropAnswer, { refuse: unknown }>): Problem {
  if (refuse === 'request.forbidden') return new Problem(refuse, { status: 403 })
  const what = missing?.find((one) => one.blocks)?.what
  return new Problem(what ? `post.missing.${what}` : refuse)
}

/** Before review variants stand where their post stands. */
async function setVariants(tx: Tx, postId: string, stage: 'idea' | 'draft'): Promise<void> {
  await tx.db
    .update(variant)
    .set({ stage })
    .where(
      and(eq(variant.workspaceId, tx.ctx.workspaceId), eq(variant.postId, postId), isNull(variant.removedAt)),
    )
}
