import { and, eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { channel, post, variant } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { emit, transact } from '#server/core/transact.ts'
import { createPost } from '#server/post/create-post.ts'
import { movePost } from '#server/post/move-post.ts'

/** A post as its row stands now. */
export async function rowOf(ctx: Ctx, id: string): Promise<typeof post.$inferSelect> {
  const rows = await ctx.store.read.select().from(post).where(eq(post.workspaceId, ctx.workspaceId))
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error('no such post')
  return row
}

/** Makes a post and gives its row. */
export async function makePost(
  ctx: Ctx,
  teamId: string,
  more: Partial<Parameters<typeof createPost.input.parse>[0] & object> = {},
): Promise<typeof post.$inferSelect> {
  const { id } = await createPost(ctx, createPost.input.parse({ teamId, title: 'A post', ...more }))
  return rowOf(ctx, id)
}

/**
 * Sets facts of a post directly, to begin a test in the middle. Variants follow its stage. The log goes on: what is kept
 * by its head is read again.
 */
export async function setPost(ctx: Ctx, id: string, set: Partial<typeof post.$inferInsert>): Promise<void> {
  await transact(ctx, async (tx) => {
    const [row] = await tx.db
      .update(post)
      .set(set)
      .where(and(eq(post.workspaceId, ctx.workspaceId), eq(post.id, id)))
      .returning({ title: post.title, teamId: post.teamId })
    if (!row) throw new Error('no such post')
    if (set.stage)
      await tx.db
        .update(variant)
        .set({ stage: set.stage })
        .where(and(eq(variant.workspaceId, ctx.workspaceId), eq(variant.postId, id)))
    const { title, teamId } = row
    const audience = { permission: 'post:read', teamId } as const
    emit(tx, 'post.changed', { id, title, set: {} }, { subjectId: id, audience })
  })
}

/** A connected channel of a network that needs nothing. */
export async function makeChannel(
  ctx: Ctx,
  teamId: string,
  approval: 'none' | 'optional' | 'required' = 'none',
): Promise<string> {
  const id = newId()
  const steps =
    approval === 'none'
      ? []
      : [{ id: 's', name: 'Review', approvers: { roles: ['manager', 'owner'] }, rule: { kind: 'any' } }]
  await ctx.store.write((db) =>
    db
      .insert(channel)
      .values({
        id,
        workspaceId: ctx.workspaceId,
        teamId,
        network: 'practice',
        name: 'Practice',
        handle: 'practice',
        remoteId: id,
        zone: 'UTC',
        flow: { mode: approval, allowSelf: false, steps } as never,
        facts: {},
        status: 'connected',
        createdAt: ctx.now(),
      })
      .then(() => undefined),
  )
  return id
}

/** Drags a card as the interface does. */
export const drag = (
  ctx: Ctx,
  row: typeof post.$inferSelect,
  to: { stage?: (typeof post.$inferSelect)['stage']; rank?: string; workingId?: string | null },
  confirmed = false,
) =>
  movePost(ctx, {
    id: row.id,
    from: { stage: row.stage, rank: row.rank },
    to: { stage: to.stage ?? row.stage, rank: to.rank ?? row.rank, workingId: to.workingId },
    confirmed,
  })

/** The code of the problem a promise ends in. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )
