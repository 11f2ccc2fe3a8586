import { and, count, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { campaign, delivery, pause, post, team } from '#db/schema.ts'
import { campaignAudiences } from '../campaign/visible-campaigns.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import type { Audience } from '../event/audience.rules.ts'
import { checkLabels } from '../label/resolve-labels.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { checkPlaces } from '../post/places.ts'
import { newPause, type PauseScope } from './pause.rules.ts'

/** Stops publishing of everything, or of a team, network, campaign or label. Slots that pass meanwhile are held. */
export const startPause = verb({
  name: 'pause.start',
  permission: 'publishing:pause',
  input: newPause,
  run(ctx, { scope, value, reason }) {
    return transact(ctx, async (tx) => {
      const audience = await permitScope(tx, { scope, value })
      if (scope === 'label') await checkLabels(tx, [value])
      const [same] = await tx.db
        .select({ id: pause.id })
        .from(pause)
        .where(
          and(
            eq(pause.workspaceId, ctx.workspaceId),
            eq(pause.scope, scope),
            eq(pause.value, value),
            isNull(pause.endedAt),
          ),
        )
      if (same) throw new Problem('pause.already', { status: 409 })
      const id = newId()
      const row = { id, workspaceId: ctx.workspaceId, scope, value, reason }
      await tx.db.insert(pause).values({ ...row, startedBy: ctx.memberId ?? '', startedAt: tx.now })
      emit(tx, 'pause.started', { pause: { id, scope, value, reason } }, { subjectId: id, audience })
      await tellOthers(tx, { id, scope, value }, false)
      return { id }
    })
  },
})

/** Ends a pause. Nothing fires by itself: what was held stays held, and is listed for somebody to send, move or drop. */
export const stopPause = verb({
  name: 'pause.stop',
  permission: 'publishing:pause',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const here = and(eq(pause.workspaceId, ctx.workspaceId), eq(pause.id, id))
      const [row] = await tx.db.select().from(pause).where(here)
      if (!row) throw notFound()
      const audience = await permitScope(tx, row)
      if (row.endedAt !== null) return { id, held: 0 }
      await tx.db.update(pause).set({ endedAt: tx.now, endedBy: ctx.memberId }).where(here)
      const [waiting] = await tx.db
        .select({ n: count() })
        .from(delivery)
        .where(and(eq(delivery.workspaceId, ctx.workspaceId), eq(delivery.state, 'held')))
      const held = waiting?.n ?? 0
      const { scope, value, reason } = row
      emit(tx, 'pause.ended', { pause: { id, scope, value, reason }, held }, { subjectId: id, audience })
      await tellOthers(tx, row, true)
      return { id, held }
    })
  },
})

/**
 * A team's or a campaign's pause is its team's matter; everything wider needs the permission everywhere. Gives who is told:
 * those whose posts it may hold, for the reason is not everybody's to read.
 */
async function permitScope(tx: Tx, { scope, value }: PauseScope): Promise<Audience> {
  if (scope === 'team') {
    permit(tx.ctx, 'publishing:pause', value)
    await checkPlaces(tx, { teamId: value })
    return { permission: 'post:read', teamId: value }
  }
  if (scope !== 'campaign') {
    permit(tx.ctx, 'publishing:pause', null)
    return { permission: 'post:read' }
  }
  const [row] = await tx.db
    .select({ teamId: campaign.teamId })
    .from(campaign)
    .where(and(eq(campaign.workspaceId, tx.ctx.workspaceId), eq(campaign.id, value)))
  if (!row) throw notFound()
  permit(tx.ctx, 'publishing:pause', row.teamId)
  const [audience] = await campaignAudiences(tx, [row.teamId])
  return audience ?? { permission: 'campaign:read', teamId: row.teamId }
}

/**
 * Tells the other teams whose posts a campaign's pause holds, too: those who read the posts of a team read the pauses that may
 * hold them (server/workspace/seen-names.ts), but a region's campaign is told of to that region alone.
 */
async function tellOthers(tx: Tx, { id, scope, value }: PauseScope & { id: string }, ended: boolean) {
  if (scope !== 'campaign') return
  const { workspaceId } = tx.ctx
  const teams = await tx.db
    .selectDistinct({ teamId: post.teamId, team: team.name, name: campaign.name })
    .from(post)
    .innerJoin(campaign, eq(campaign.id, post.campaignId))
    .innerJoin(team, eq(team.id, post.teamId))
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        eq(post.campaignId, value),
        ne(post.teamId, campaign.teamId),
        isNull(post.archivedAt),
      ),
    )
  for (const one of teams)
    emit(
      tx,
      'pause.reached',
      { id, ...one, ended },
      { subjectId: id, audience: { permission: 'post:read', teamId: one.teamId } },
    )
}
