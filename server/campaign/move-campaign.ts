import { and, eq, inArray, isNotNull, isNull, ne, notInArray, or } from 'drizzle-orm'
import { z } from 'zod'
import { inSavepoint } from '#db/savepoint.ts'
import { bond, campaign, post, variant } from '#db/schema.ts'
import type { BulkRefusal } from '../bulk/bulk.rules.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { asProblem, Problem } from '../platform/problem.ts'
import type { PostRow } from '../post/load-post.ts'
import { retimePost } from '../post/reschedule-post.ts'
import { retimeVariants } from '../post/reschedule-variant.ts'
import { moveToDay } from '../time/send-time.rules.ts'
import { daysMoved, localDayBeside } from './bars.rules.ts'
import { day } from './campaign.rules.ts'
import { loadCampaign } from './change-campaign.ts'
import { campaignAudiences } from './visible-campaigns.ts'

const days = z.object({ startsOn: day.nullable(), endsOn: day.nullable() })

/** A post that moved along, with the local time it has now: what it is moved back by. */
export interface PostMoved {
  id: string
  sendLocal: string | null
}

/** What becomes of the posts that regions have of HQ's: where HQ locked the time they follow, elsewhere the region is asked. */
export interface RegionsToMove {
  follow: number
  asked: number
}

/**
 * `ask`: nothing is done yet; so many posts with a time have not gone out, and whether they move too is to be said.
 * Otherwise which moved along, and which stayed, with the reason.
 */
export type CampaignMoved =
  | { ask: number; regions: RegionsToMove }
  | { moved: PostMoved[]; refused: BulkRefusal[] }

/**
 * Moves a campaign by days, both ends. With its posts those that have a time and have not gone out move by as many days, at
 * their local times, in the same transaction; each is judged as if moved alone, and one that cannot stays and is told. What
 * regions have of HQ's posts is theirs: it is never moved from here, but follows its HQ post as after any change of a time
 * (server/bond/bond-reader.ts). Problem: campaign.movedMeanwhile (409).
 */
export const moveCampaign = verb({
  name: 'campaign.move',
  permission: 'campaign:write',
  input: z.object({
    id: z.string(),
    /** The days it had when it was taken. */
    from: days,
    by: z.int().min(-3_660).max(3_660),
    /** Absent: ask if there are any. A list: only these, as long as they have the time named (an undo). */
    posts: z
      .union([
        z.enum(['stay', 'along']),
        z.array(z.object({ id: z.string(), sendLocal: z.string().nullable() })).max(5_000),
      ])
      .optional(),
  }),
  run(ctx, { id, from, by, posts }): Promise<CampaignMoved> {
    return transact(ctx, async (tx) => {
      const row = await loadCampaign(tx, id)
      const to = daysMoved(from, by)
      // Beyond the years that calendars know no page could draw it.
      if (!days.safeParse(to).success) throw outOfTime()
      // The same again, because its answer was lost.
      if (row.startsOn === to.startsOn && row.endsOn === to.endsOn) return { moved: [], refused: [] }
      if (row.startsOn !== from.startsOn || row.endsOn !== from.endsOn)
        throw new Problem('campaign.movedMeanwhile', { status: 409, params: { name: row.name } })
      const planned = posts === 'stay' ? [] : await plannedPosts(tx, row)
      if (posts === undefined && planned.length)
        return { ask: planned.length, regions: await regionsOf(tx, id, planned) }
      await tx.db
        .update(campaign)
        .set(to)
        .where(and(eq(campaign.workspaceId, ctx.workspaceId), eq(campaign.id, id)))
      const { teamId, name, hue } = row
      for (const audience of await campaignAudiences(tx, [teamId]))
        emit(
          tx,
          'campaign.changed',
          { campaign: { id, teamId, name, hue, ...to } },
          { subjectId: id, audience },
        )
      const only = Array.isArray(posts) ? new Map(posts.map((one) => [one.id, one.sendLocal])) : null
      return movePosts(tx, only ? planned.filter((one) => only.has(one.id)) : planned, by, only)
    })
  },
})

/** Posts of a campaign, in teams one may read, that have a time and have not gone out, save what regions have of HQ's. */
async function plannedPosts(
  tx: Tx,
  { id: campaignId, teamId }: { id: string; teamId: string },
): Promise<PostRow[]> {
  const { workspaceId, grants } = tx.ctx
  const teams = teamsWith(grants, 'post:read')
  const timed = tx.db
    .select({ id: variant.postId })
    .from(variant)
    .where(and(eq(variant.workspaceId, workspaceId), isNotNull(variant.sendAt), isNull(variant.removedAt)))
  // In a campaign of the region's own it is a post like any other.
  const regional = tx.db
    .select({ id: bond.childId })
    .from(bond)
    .where(and(eq(bond.workspaceId, workspaceId), ne(bond.teamId, teamId)))
  return tx.db
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, workspaceId),
        eq(post.campaignId, campaignId),
        isNull(post.archivedAt),
        ne(post.stage, 'published'),
        or(isNotNull(post.sendAt), inArray(post.id, timed)),
        notInArray(post.id, regional),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
      ),
    )
    .orderBy(post.sendAt, post.id)
}

/** How the regions' posts that came of these stand to a move: those that are out or off the board are not counted. */
async function regionsOf(tx: Tx, campaignId: string, parents: readonly PostRow[]): Promise<RegionsToMove> {
  const { workspaceId } = tx.ctx
  const inCampaign = tx.db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), eq(post.campaignId, campaignId)))
  const rows = await tx.db
    .select({ parentId: bond.parentId, locked: bond.locked })
    .from(bond)
    .innerJoin(post, eq(post.id, bond.childId))
    .where(
      and(
        eq(bond.workspaceId, workspaceId),
        inArray(bond.parentId, inCampaign),
        isNull(post.archivedAt),
        ne(post.stage, 'published'),
      ),
    )
  const moving = new Set(parents.map(({ id }) => id))
  const mine = rows.filter((row) => moving.has(row.parentId))
  const follow = mine.filter(({ locked }) => locked.includes('time')).length
  return { follow, asked: mine.length - follow }
}

async function movePosts(
  tx: Tx,
  rows: readonly PostRow[],
  by: number,
  only: ReadonlyMap<string, string | null> | null,
): Promise<{ moved: PostMoved[]; refused: BulkRefusal[] }> {
  const moved: PostMoved[] = []
  const refused: BulkRefusal[] = []
  for (const row of rows) {
    const emitted = tx.pending.length
    try {
      if (only && only.get(row.id) !== row.sendLocal) throw new Problem('bulk.changedSince', { status: 409 })
      moved.push({ id: row.id, sendLocal: await inSavepoint(tx.db, () => movePost(tx, row, by)) })
    } catch (error) {
      const problem = asProblem(error)
      if (!problem || problem.status >= 500) throw error
      tx.pending.length = emitted
      refused.push({ id: row.id, title: row.title, code: problem.code, params: problem.params ?? {} })
    }
  }
  return { moved, refused }
}

/** Moves a post and its channels with times of their own. Gives its new local time. */
async function movePost(tx: Tx, row: PostRow, by: number): Promise<string | null> {
  const { id: postId, sendLocal, sendZone } = row
  const own = await tx.db
    .select({ channelId: variant.channelId, sendLocal: variant.sendLocal, sendZone: variant.sendZone })
    .from(variant)
    .where(
      and(
        eq(variant.workspaceId, tx.ctx.workspaceId),
        eq(variant.postId, postId),
        isNotNull(variant.sendAt),
        isNull(variant.removedAt),
        ne(variant.stage, 'published'),
      ),
    )
  let local: string | null = null
  if (sendLocal !== null && sendZone !== null) {
    const to = { day: existingDay(sendLocal, sendZone, by) }
    const answer = await retimePost(tx, { id: postId, from: { sendLocal, sendZone }, to, confirmed: false })
    local = answer.sendLocal
  }
  for (const { channelId, ...from } of own) {
    if (from.sendLocal === null || from.sendZone === null) continue
    const to = { day: existingDay(from.sendLocal, from.sendZone, by) }
    await retimeVariants(tx, { postId, channelIds: [channelId], from, to, confirmed: false })
  }
  return local
}

const outOfTime = () => new Problem('request.invalid', { status: 422, field: 'by' })

/** So many days on, unless clocks leave that hour out there: then a person chooses. */
function existingDay(local: string, zone: string, by: number): string {
  const wanted = localDayBeside(local, by)
  if (!day.safeParse(wanted).success) throw outOfTime()
  if (moveToDay({ local, zone }, wanted).notice === 'skippedHour')
    throw new Problem('campaign.skippedHour', { params: { time: local.slice(11), day: wanted } })
  return wanted
}
