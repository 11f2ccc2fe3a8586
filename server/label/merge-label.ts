import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { label, pause, post } from '#db/schema.ts'
import { relabelBonds } from '../bond/relabel-bonds.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import type { LabelFace } from './label.rules.ts'
import { labelAudience, labelsOf } from './resolve-labels.ts'

/** Makes one of two labels: posts that have the first get the other. Problem: label.paused. */
export const mergeLabel = verb({
  name: 'label.merge',
  permission: 'post:write',
  input: z.object({ id: z.string(), intoId: z.string() }),
  run(ctx, { id, intoId }) {
    permit(ctx, 'post:write', null)
    return transact(ctx, async (tx) => {
      const known = await labelsOf(tx.db, ctx.workspaceId)
      const [gone, into] = [load(known, id), load(known, intoId)]
      if (id === intoId) return { intoId, posts: 0 }
      const posts = await take(tx, gone, (ids) => [...new Set(ids.map((one) => (one === id ? intoId : one)))])
      const data = { id, name: gone.name, intoId, into: into.name }
      emit(tx, 'label.merged', data, { subjectId: id, audience: labelAudience })
      return { intoId, posts }
    })
  },
})

/** Takes a label off every post and away. Problem: label.paused. */
export const removeLabel = verb({
  name: 'label.remove',
  permission: 'post:write',
  input: z.object({ id: z.string() }),
  run(ctx, { id }) {
    permit(ctx, 'post:write', null)
    return transact(ctx, async (tx) => {
      const gone = load(await labelsOf(tx.db, ctx.workspaceId), id)
      const posts = await take(tx, gone, (ids) => ids.filter((one) => one !== id))
      emit(tx, 'label.removed', { id, name: gone.name }, { subjectId: id, audience: labelAudience })
      return { posts }
    })
  },
})

function load(known: readonly LabelFace[], id: string): LabelFace {
  const found = known.find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** Takes a label away from posts, archived ones too, then away itself. Gives how many had it. */
async function take(tx: Tx, { id, name }: LabelFace, change: (ids: string[]) => string[]): Promise<number> {
  const { workspaceId } = tx.ctx
  const [paused] = await tx.db
    .select({ id: pause.id })
    .from(pause)
    .where(
      and(
        eq(pause.workspaceId, workspaceId),
        eq(pause.scope, 'label'),
        eq(pause.value, id),
        isNull(pause.endedAt),
      ),
    )
  // Without the label its posts would go out unseen.
  if (paused) throw new Problem('label.paused', { status: 409, params: { name } })
  const rows = await tx.db
    .select({ id: post.id, labels: post.labels })
    .from(post)
    .where(and(eq(post.workspaceId, workspaceId), sql`cast(${post.labels} as text) like ${`%"${id}"%`}`))
  for (const row of rows)
    await tx.db
      .update(post)
      .set({ labels: change(row.labels) })
      .where(and(eq(post.workspaceId, workspaceId), eq(post.id, row.id)))
  await relabelBonds(tx, id, change)
  await tx.db.delete(label).where(and(eq(label.workspaceId, workspaceId), eq(label.id, id)))
  return rows.length
}
