import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { post, variant } from '#db/schema.ts'
import { readAttachments } from '../attachment/attachment.reads.ts'
import { readChecklists } from '../checklist/checklist.reads.ts'
import type { Ctx } from '../core/ctx.ts'
import { may, teamsWith } from '../member/permission.rules.ts'
import { type Directory, readDirectory } from '../workspace/directory.reads.ts'
import { cardsOf } from './card.reads.ts'
import type { ExportedPost } from './export.rules.ts'
import { filterFrom, matcher } from './filter.rules.ts'

const PAGE = 500

/**
 * Every post of the plan that passes the filter of an address (as the board and calendar have it), page by page, the
 * oldest first; long published ones too, archived ones not. Only teams whose posts the reader may read.
 */
export async function* exportedPosts(ctx: Ctx, search: string): AsyncGenerator<ExportedPost[]> {
  const directory = await readDirectory(ctx)
  const passes = matcher(filterFrom(new URLSearchParams(search)), directory.labels)
  const teams = teamsWith(ctx.grants, 'post:read')
  let after = ''
  for (;;) {
    const rows = await ctx.store.read
      .select()
      .from(post)
      .where(
        and(
          eq(post.workspaceId, ctx.workspaceId),
          isNull(post.archivedAt),
          gt(post.id, after),
          teams === 'all' ? undefined : inArray(post.teamId, teams),
        ),
      )
      .orderBy(asc(post.id))
      .limit(PAGE)
    const cards = await cardsOf(ctx.store.read, ctx.workspaceId, rows)
    const wanted = rows.filter((_, index) => passes(cards[index]!))
    if (wanted.length) yield await complete(ctx, directory, wanted)
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = last.id
  }
}

async function complete(
  ctx: Ctx,
  directory: Directory,
  rows: (typeof post.$inferSelect)[],
): Promise<ExportedPost[]> {
  const ids = rows.map((row) => row.id)
  const db = ctx.store.read
  const variants = Map.groupBy(
    await db
      .select()
      .from(variant)
      .where(
        and(
          eq(variant.workspaceId, ctx.workspaceId),
          inArray(variant.postId, ids),
          isNull(variant.removedAt),
        ),
      )
      .orderBy(asc(variant.id)),
    (one) => one.postId,
  )
  const checklists = await readChecklists(db, ctx.workspaceId, ids)
  const attachments = await readAttachments(db, ctx.workspaceId, ids)
  const named = (list: readonly { id: string; name: string }[]) => {
    const names = new Map(list.map(({ id, name }) => [id, name]))
    return (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  }
  const channels = new Map(directory.channels.map((one) => [one.id, one]))
  const [label, member] = [named(directory.labels), named(directory.members)]
  const working = named(directory.stages)
  const [campaign, team] = [named(directory.campaigns), named(directory.teams)]
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    text: row.text,
    stage: row.stage,
    workingStage: row.stage === 'draft' ? working(row.workingId) : null,
    team: team(row.teamId) ?? '',
    campaign: campaign(row.campaignId),
    labels: row.labels.flatMap((id) => label(id) ?? []),
    assignee: member(row.assigneeId),
    sendLocal: row.sendLocal,
    sendZone: row.sendZone,
    sendAt: row.sendAt,
    dueAt: row.dueAt,
    channels: (variants.get(row.id) ?? []).flatMap((one) => {
      const channel = channels.get(one.channelId)
      if (!channel || !may(ctx.grants, 'post:read', row.teamId)) return []
      const { text, stage, sendLocal, sendZone, sendAt } = one
      return { name: channel.name, network: channel.network, text, stage, sendLocal, sendZone, sendAt }
    }),
    checklists: (checklists.get(row.id) ?? []).map(({ name, items }) => ({
      name,
      items: items.map(({ text, done, assigneeId }) => ({ text, done, assignee: member(assigneeId) })),
    })),
    attachments: (attachments.get(row.id) ?? []).map(({ name, url }) => ({ name, url })),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }))
}
