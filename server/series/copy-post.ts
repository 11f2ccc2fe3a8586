import { and, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { inParts } from '#db/in-parts.ts'
import { campaign, channel, checklist, checklistItem, post, postEdit, variant } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { readPeople, whoMay } from '../member/people.reads.ts'
import type { PostRow } from '../post/load-post.ts'
import { rankBetween } from '../post/rank.rules.ts'
import { rankAtEnd } from '../post/ranks-at-end.ts'
import { daysBetween, type SeriesSlot, shifted } from './series.rules.ts'

type Row = { id: string; postId: string; workspaceId: string }

/**
 * Makes a draft of its own of a post for each slot: its words, pictures, channels with theirs, labels, assignee, campaign and
 * checklists with nothing ticked. Approvals, comments and attachments stay with the post. What has gone since (a campaign, a
 * channel, somebody's right to read it) is left out. Who wrote the words is kept: they may not approve them here either.
 */
export async function copyPost(
  tx: Tx,
  one: PostRow,
  slots: readonly SeriesSlot[],
  series: { id: string; createdBy: string | null; firstDay: string },
): Promise<PostRow[]> {
  if (!slots.length) return []
  const { workspaceId } = tx.ctx
  const parts = await partsOf(tx, one)
  const from = one.sendLocal?.slice(0, 10) ?? series.firstDay
  const kept = { campaignId: await liveCampaign(tx, one), assigneeId: await reader(tx, one) }
  let rank = await rankAtEnd(tx)
  const rows = slots.map((slot) => {
    const row = {
      id: newId(),
      workspaceId,
      teamId: one.teamId,
      ...kept,
      title: one.title,
      text: one.text,
      media: one.media,
      labels: one.labels,
      stage: 'draft' as const,
      rank,
      sendLocal: slot.local,
      sendZone: slot.zone,
      sendAt: slot.at,
      dueAt: one.dueAt === null ? null : shifted(one.dueAt, slot.zone, daysBetween(from, slot.day)).at,
      seriesId: series.id,
      seriesDay: slot.day,
      checksTotal: parts.items.length,
      createdBy: series.createdBy,
      createdAt: tx.now,
      updatedAt: tx.now,
    }
    rank = rankBetween(rank, null)
    return row
  })
  const made: PostRow[] = []
  await inParts(rows, async (part) => made.push(...(await tx.db.insert(post).values(part).returning())))
  const variants: (typeof variant.$inferInsert)[] = []
  const lists: (typeof checklist.$inferInsert)[] = []
  const items: (typeof checklistItem.$inferInsert)[] = []
  const edits: (typeof postEdit.$inferInsert)[] = []
  for (const { id: postId, seriesDay } of rows) {
    const ids = new Map<string, string>()
    const own = <T extends Row>(row: T) => {
      ids.set(row.id, newId())
      return { ...row, id: ids.get(row.id) ?? '', postId }
    }
    for (const row of parts.variants)
      variants.push({
        ...own(row),
        stage: 'draft',
        ...ownTime(row, daysBetween(from, seriesDay)),
        versionHash: null,
        submittedBy: null,
        submittedAt: null,
        createdAt: tx.now,
      })
    for (const row of parts.lists) lists.push({ ...own(row), createdAt: tx.now })
    for (const row of parts.items) {
      const checklistId = ids.get(row.checklistId)
      if (checklistId) items.push({ ...own(row), checklistId, doneAt: null, doneBy: null, createdAt: tx.now })
    }
    for (const row of parts.edits) {
      const variantId = row.variantId && ids.get(row.variantId)
      if (variantId !== undefined) edits.push({ ...own(row), variantId, revision: 0 })
    }
  }
  await inParts(variants, (part) => tx.db.insert(variant).values(part))
  await inParts(lists, (part) => tx.db.insert(checklist).values(part))
  await inParts(items, (part) => tx.db.insert(checklistItem).values(part))
  await inParts(edits, (part) => tx.db.insert(postEdit).values(part))
  return made
}

/** A channel's own time: as many days later, at the same local time. */
function ownTime({ sendAt, sendZone }: typeof variant.$inferSelect, days: number) {
  if (sendAt === null || sendZone === null) return {}
  const { local, at } = shifted(sendAt, sendZone, days)
  return { sendLocal: local, sendAt: at }
}

/** Everything that hangs on a post and is copied with it. */
async function partsOf(tx: Tx, one: PostRow) {
  const { workspaceId } = tx.ctx
  const on = <T extends typeof checklist | typeof checklistItem | typeof postEdit>(table: T) =>
    and(eq(table.workspaceId, workspaceId), eq(table.postId, one.id))
  const variants = await tx.db
    .select({ row: variant })
    .from(variant)
    .innerJoin(channel, eq(channel.id, variant.channelId))
    .where(
      and(
        eq(variant.workspaceId, workspaceId),
        eq(variant.postId, one.id),
        isNull(variant.removedAt),
        isNull(channel.removedAt),
      ),
    )
  const edits = await tx.db.select().from(postEdit).where(on(postEdit))
  const author = one.createdBy
  if (author && !edits.some((edit) => edit.memberId === author && edit.variantId === null))
    edits.push({
      id: newId(),
      workspaceId,
      postId: one.id,
      variantId: null,
      memberId: author,
      revision: 0,
      at: one.createdAt,
    })
  return {
    variants: variants.map(({ row }) => row),
    lists: await tx.db.select().from(checklist).where(on(checklist)),
    items: await tx.db.select().from(checklistItem).where(on(checklistItem)),
    edits,
  }
}

async function liveCampaign(tx: Tx, { campaignId }: PostRow): Promise<string | null> {
  if (campaignId === null) return null
  const [row] = await tx.db
    .select({ id: campaign.id })
    .from(campaign)
    .where(
      and(
        eq(campaign.workspaceId, tx.ctx.workspaceId),
        eq(campaign.id, campaignId),
        isNull(campaign.archivedAt),
      ),
    )
  return row?.id ?? null
}

/** The assignee, if they may still read the team's posts. */
async function reader(tx: Tx, { assigneeId, teamId }: PostRow): Promise<string | null> {
  if (assigneeId === null) return null
  const people = await readPeople(tx.db, tx.ctx.workspaceId)
  return whoMay(people, 'post:read', teamId).some((one) => one.id === assigneeId) ? assigneeId : null
}
