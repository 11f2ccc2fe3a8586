import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import { bond, campaign, channel, delivery, post, team, variant } from '#db/schema.ts'
import { visibleCampaigns } from '../campaign/visible-campaigns.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import type { Stage } from '../post/stage.rules.ts'
import { centralOf, driftOf, fieldStates } from './bond.rules.ts'
import type { Drift } from './names.rules.ts'

export interface DriftCell {
  drift: Drift
  /** How many fields HQ has changed that the region does not have. */
  behind: number
  stage: Stage | null
  /** The region's post, when the reader may open it. */
  childId: string | null
}

export interface DriftReport {
  /** The columns: regions that the reader may see, or all for those who publish. */
  regions: { id: string; name: string }[]
  rows: {
    /** The HQ post, when the reader may open it. */
    parentId: string | null
    key: string
    title: string
    /** By region. */
    cells: Record<string, DriftCell>
  }[]
  /** Whether anything was published at all. */
  published: boolean
}

const NOTHING: DriftCell = { drift: 'missing', behind: 0, stage: null, childId: null }

/** Which region runs what of an HQ campaign. A region's people see its own column; HQ's publishers all of them. */
export async function readDrift(ctx: Ctx, campaignId: string): Promise<DriftReport> {
  const db = ctx.store.read
  const { workspaceId } = ctx
  const [found] = await db
    .select({ teamId: campaign.teamId, kind: team.kind })
    .from(campaign)
    .innerJoin(team, eq(team.id, campaign.teamId))
    .where(
      and(
        eq(campaign.workspaceId, workspaceId),
        eq(campaign.id, campaignId),
        isNull(campaign.archivedAt),
        visibleCampaigns(db, ctx),
      ),
    )
  if (!found) throw notFound()
  if (found.kind !== 'hq') return { regions: [], rows: [], published: false }
  const central = may(ctx.grants, 'campaign:publish', found.teamId)
  const reads = teamsWith(ctx.grants, 'post:read')
  const all = await db
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(and(eq(team.workspaceId, workspaceId), eq(team.kind, 'region'), isNull(team.archivedAt)))
    .orderBy(asc(team.name))
  const regions = all.filter(({ id }) => central || reads === 'all' || reads.includes(id))
  const ofCampaign = and(eq(bond.workspaceId, workspaceId), eq(bond.campaignId, campaignId))
  const bonds = (await db.select().from(bond).where(ofCampaign)).filter((one) =>
    regions.some(({ id }) => id === one.teamId),
  )
  const parentIds = db.select({ id: bond.parentId }).from(bond).where(ofCampaign)
  const childIds = db.select({ id: bond.childId }).from(bond).where(ofCampaign)
  const ours = or(
    and(eq(post.campaignId, campaignId), eq(post.teamId, found.teamId)),
    inArray(post.id, parentIds),
    inArray(post.id, childIds),
  )
  const posts = await db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), ours))
    .orderBy(asc(post.rank), asc(post.id))
  const words = await db
    .select({
      ...{ postId: variant.postId, network: channel.network, text: variant.text, media: variant.media },
      ...{ sendLocal: variant.sendLocal, sendZone: variant.sendZone, stage: variant.stage },
    })
    .from(variant)
    .innerJoin(channel, eq(channel.id, variant.channelId))
    .innerJoin(post, eq(post.id, variant.postId))
    .where(and(eq(variant.workspaceId, workspaceId), isNull(variant.removedAt), ours))
    .orderBy(asc(variant.createdAt), asc(variant.id))
  const going = await db
    .select({ postId: delivery.postId })
    .from(delivery)
    .where(
      and(
        eq(delivery.workspaceId, workspaceId),
        inArray(delivery.state, ['preparing', 'sending', 'ambiguous']),
        inArray(delivery.postId, childIds),
      ),
    )
  const sending = new Set(going.map(({ postId }) => postId))
  const byId = new Map(posts.map((row) => [row.id, row]))
  const wordsOf = Map.groupBy(words, (one) => one.postId)
  const own = (id: string) =>
    (wordsOf.get(id) ?? []).map((one) => ({
      ...one,
      out: one.stage === 'published',
    }))
  const byParent = Map.groupBy(bonds, (one) => one.parentId)
  const readsHq = may(ctx.grants, 'post:read', found.teamId)
  const parents = posts.filter(
    (row) =>
      row.teamId === found.teamId &&
      (byParent.has(row.id) ||
        ((central || readsHq) && row.archivedAt === null && row.campaignId === campaignId)),
  )
  const rows = parents.map((row) => {
    const parent = centralOf(row, own(row.id))
    const cells = regions.map(({ id }): [string, DriftCell] => {
      const one = byParent.get(row.id)?.find(({ teamId }) => teamId === id)
      const child = one && byId.get(one.childId)
      if (!one || !child) return [id, NOTHING]
      const states = fieldStates({ ...one, child: { row: child, variants: own(child.id) }, parent })
      const facts = {
        stage: child.stage,
        archived: child.archivedAt !== null,
        sending: sending.has(child.id),
      }
      const drift = driftOf(facts, states)
      const behind = drift === 'removed' ? 0 : states.filter(({ waiting }) => waiting).length
      const open = may(ctx.grants, 'post:read', child.teamId) && child.archivedAt === null
      return [id, { drift, behind, stage: child.stage, childId: open ? child.id : null }]
    })
    return {
      parentId: readsHq && row.archivedAt === null ? row.id : null,
      // Nor is its name told to who may not open it.
      key: readsHq ? row.id : (byParent.get(row.id)?.[0]?.id ?? row.id),
      title: row.title,
      cells: Object.fromEntries(cells),
    }
  })
  return { regions, rows, published: bonds.length > 0 }
}
