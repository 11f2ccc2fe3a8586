import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#db/schema.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { hasSlot } from '../delivery/live.ts'
import { Problem } from '../platform/problem.ts'
import { cardsOf } from './card.reads.ts'
import { loadPost } from './load-post.ts'

const input = z.object({ id: z.string() })
const audience = (teamId: string) => ({ permission: 'post:read' as const, teamId })

/** Takes a post off the board; nothing of it is lost. A scheduled one must be taken back first (post.scheduled). */
export const archivePost = verb({
  name: 'post.archive',
  permission: 'post:write',
  input,
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const row = await loadPost(tx, id)
      if (row.stage === 'scheduled' || (await hasSlot(tx, id))) throw new Problem('post.scheduled')
      await setArchived(tx, id, tx.now)
      emit(tx, 'post.archived', { id, title: row.title }, { subjectId: id, audience: audience(row.teamId) })
      return { id }
    })
  },
})

/** Puts an archived post back where it was. */
export const restorePost = verb({
  name: 'post.restore',
  permission: 'post:write',
  input,
  run(ctx, { id }) {
    return transact(ctx, async (tx) => {
      const row = await loadPost(tx, id, 'post:write', { archived: true })
      await setArchived(tx, id, null)
      const [card] = await cardsOf(tx.db, ctx.workspaceId, [{ ...row, updatedAt: tx.now }])
      if (card) emit(tx, 'post.restored', { post: card }, { subjectId: id, audience: audience(row.teamId) })
      return { id }
    })
  },
})

async function setArchived(tx: Tx, id: string, archivedAt: number | null): Promise<void> {
  await tx.db
    .update(post)
    .set({ archivedAt, updatedAt: tx.now })
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, id)))
}
