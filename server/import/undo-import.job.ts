import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { importItem, importRun, post } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { job, RunAgain } from '../job/job.ts'
import { removePosts } from '../post/remove-posts.ts'
import { dropFile } from './import-file.ts'
import { removeLabels } from './remove-labels.ts'
import { importerOf } from './run-import.job.ts'

const BATCH = 250

/** Removes what an import made, batch by batch; goes on where it stopped. */
export const undoImportJob = job({
  kind: 'import.undo',
  payload: z.object({ importId: z.string(), memberId: z.string() }),
  leaseMs: 20_000,
  async run({ importId, memberId }, run) {
    const workspaceId = run.workspaceId ?? ''
    const here = and(eq(importRun.workspaceId, workspaceId), eq(importRun.id, importId))
    const mine = and(eq(importItem.workspaceId, workspaceId), eq(importItem.importId, importId))
    for (;;) {
      if (run.stopping()) throw new RunAgain(run.app.now())
      const [row] = await run.app.store.read.select().from(importRun).where(here)
      if (row?.state !== 'undoing') return
      const ctx = await importerOf(run, { ...row, memberId })
      const over = await transact(ctx, async (tx) => {
        const [now] = await tx.db.select().from(importRun).where(here)
        if (now?.state !== 'undoing') return true
        const to = { subjectId: importId, audience: { permission: 'post:read' as const, teamId: row.teamId } }
        const about = { id: importId, importName: row.name }
        const items = await tx.db
          .select()
          .from(importItem)
          .where(and(mine, isNull(importItem.keptAt)))
          .orderBy(asc(importItem.id))
          .limit(BATCH)
        if (!items.length) {
          await dropFile(tx.db, workspaceId, importId)
          await removeLabels(tx, now)
          await tx.db.update(importRun).set({ state: 'undone', finishedAt: tx.now }).where(here)
          emit(tx, 'import.undone', { ...about, removed: now.removed, kept: now.kept }, to)
          return true
        }
        const gone = await removePosts(tx, items)
        const kept = items.filter((one) => !gone.has(one.postId))
        const drop = items.filter((one) => gone.has(one.postId)).map((one) => one.id)
        if (drop.length) await tx.db.delete(importItem).where(and(mine, inArray(importItem.id, drop)))
        // What is not there any more was not kept by anybody.
        const there = kept.length
          ? await tx.db
              .select({ n: count() })
              .from(post)
              .where(
                and(
                  eq(post.workspaceId, workspaceId),
                  inArray(
                    post.id,
                    kept.map((one) => one.postId),
                  ),
                ),
              )
          : []
        if (kept.length)
          await tx.db
            .update(importItem)
            .set({ keptAt: tx.now })
            .where(
              and(
                mine,
                inArray(
                  importItem.id,
                  kept.map((one) => one.id),
                ),
              ),
            )
        const sum = { removed: now.removed + gone.size, kept: now.kept + (there[0]?.n ?? 0) }
        await tx.db.update(importRun).set(sum).where(here)
        const done = sum.removed + sum.kept
        emit(tx, 'import.emptied', { ...about, total: row.made, done, gone: [...gone] }, to)
        return false
      })
      if (over) return
    }
  },
})
