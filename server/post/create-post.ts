import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { generateKeyBetween } from 'fractional-indexing'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { campaign, channel, post, team, variant } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { Problem } from '../platform/problem.ts'
import { cardsOf } from './card.reads.ts'

export const createPostInput = z.object({
  /** Made by the client, so that a retry never makes a second post. */
  id: z.uuid().optional(),
  teamId: z.string(),
  title: z.string().trim().min(1).max(200),
  text: z.string().max(100_000).default(''),
  stage: z.enum(['idea', 'draft']).default('idea'),
  campaignId: z.string().nullable().default(null),
  channelIds: z.array(z.string()).max(50).default([]),
  labels: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
})

/** Makes a post at the end of its stage, with a variant for each named channel. */
export const createPost = verb({
  name: 'post.create',
  permission: 'post:write',
  input: createPostInput,
  async run(ctx, input) {
    permit(ctx, 'post:write', input.teamId)
    return transact(ctx, async (tx) => {
      const id = input.id ?? newId()
      if (input.id && (await exists(tx, id))) return { id }
      await checkPlaces(tx, input)
      const row = {
        id,
        workspaceId: ctx.workspaceId,
        teamId: input.teamId,
        campaignId: input.campaignId,
        title: input.title,
        text: input.text,
        media: [],
        labels: input.labels,
        assigneeId: null,
        stage: input.stage,
        rank: await rankAtEnd(tx, input.stage),
        createdBy: ctx.memberId,
        createdAt: tx.now,
        updatedAt: tx.now,
      } satisfies typeof post.$inferInsert
      const [made] = await tx.db.insert(post).values(row).returning()
      if (input.channelIds.length)
        await tx.db.insert(variant).values(
          input.channelIds.map((channelId) => ({
            id: newId(),
            workspaceId: ctx.workspaceId,
            postId: id,
            channelId,
            options: {},
            stage: input.stage,
            createdAt: tx.now,
          })),
        )
      const [card] = await cardsOf(tx.db, ctx.workspaceId, made ? [made] : [])
      if (card)
        emit(
          tx,
          'post.created',
          { post: card },
          {
            subjectId: id,
            audience: { permission: 'post:read', teamId: input.teamId },
          },
        )
      return { id }
    })
  },
})

async function exists(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, id)))
  return Boolean(row)
}

/** Team, campaign and channels must be the workspace's own. */
async function checkPlaces(tx: Tx, input: z.output<typeof createPostInput>): Promise<void> {
  const { workspaceId } = tx.ctx
  const [place] = await tx.db
    .select({ id: team.id })
    .from(team)
    .where(and(eq(team.workspaceId, workspaceId), eq(team.id, input.teamId), isNull(team.archivedAt)))
  if (!place) throw new Problem('request.notFound', { status: 404, field: 'teamId' })
  if (input.campaignId) {
    const [found] = await tx.db
      .select({ id: campaign.id })
      .from(campaign)
      .where(
        and(
          eq(campaign.workspaceId, workspaceId),
          eq(campaign.id, input.campaignId),
          isNull(campaign.archivedAt),
        ),
      )
    if (!found) throw new Problem('request.notFound', { status: 404, field: 'campaignId' })
  }
  if (input.channelIds.length) {
    const found = await tx.db
      .select({ id: channel.id })
      .from(channel)
      .where(
        and(
          eq(channel.workspaceId, workspaceId),
          inArray(channel.id, input.channelIds),
          isNull(channel.removedAt),
        ),
      )
    const known = new Set(found.map((row) => row.id))
    const missing = input.channelIds.findIndex((one) => !known.has(one))
    if (missing >= 0) throw new Problem('request.notFound', { status: 404, field: `channelIds.${missing}` })
  }
}

async function rankAtEnd(tx: Tx, stage: 'idea' | 'draft'): Promise<string> {
  const [last] = await tx.db
    .select({ rank: post.rank })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), isNull(post.archivedAt), eq(post.stage, stage)))
    .orderBy(desc(post.rank))
    .limit(1)
  return generateKeyBetween(last?.rank ?? null, null)
}
