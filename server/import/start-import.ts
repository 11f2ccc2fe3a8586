import { and, count, eq, gt, inArray, or } from 'drizzle-orm'
import { z } from 'zod'
import { importRun } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { enqueue } from '../job/enqueue.ts'
import { Problem } from '../platform/problem.ts'
import { checkAssignee, checkPlaces } from '../post/places.ts'
import { stagesOf, vanished } from '../stage/stages-of.ts'
import { tooManyRows } from './add-import.ts'
import { importPlan, isWorking, MAX_ROWS, type TrelloPlan } from './import.rules.ts'
import { dropFile } from './import-file.ts'
import { type ImportRow, loadImport } from './load-import.ts'
import { runImport } from './run-import.job.ts'

export const importAudience = (teamId: string) => ({ permission: 'post:read' as const, teamId })

export async function setImport(tx: Tx, id: string, set: Partial<ImportRow>): Promise<void> {
  await tx.db
    .update(importRun)
    .set(set)
    .where(and(eq(importRun.workspaceId, tx.ctx.workspaceId), eq(importRun.id, id)))
}

/** A list goes to working stages of the very team only; an import may fill them beyond their limit. */
async function checkStages(tx: Tx, teamId: string, plan: TrelloPlan): Promise<void> {
  const stages = await stagesOf(tx.db, tx.ctx.workspaceId, teamId)
  for (const target of Object.values(plan.lists))
    if (isWorking(target) && !stages.some((one) => one.id === target)) throw vanished()
}

/** Begins to make posts of a file, in the background; a second start does nothing. */
export const startImport = verb({
  name: 'import.start',
  permission: 'import:run',
  input: z.object({
    importId: z.string(),
    teamId: z.string(),
    plan: importPlan,
    /** How many earlier imports of the very same file the person has been told of; what began since is asked about. */
    again: z.int().min(0).optional(),
  }),
  run(ctx, { importId, teamId, plan, again }) {
    return transact(ctx, async (tx) => {
      const row = await loadImport(tx.db, ctx, importId)
      permit(ctx, 'import:run', teamId)
      permit(ctx, 'post:write', teamId)
      if (row.state === 'running') return { id: importId }
      if (row.state !== 'ready') throw new Problem('import.begun', { status: 409 })
      if (plan.kind !== row.kind) throw new Problem('request.invalid', { field: 'plan.kind' })
      if (plan.kind === 'csv' && row.total - Number(plan.header) > MAX_ROWS) throw tooManyRows()
      await checkPlaces(tx, { teamId, ...(plan.kind === 'csv' ? { channelIds: plan.channelIds } : {}) })
      if (plan.kind === 'csv' && plan.columns.text === undefined && plan.columns.title === undefined)
        throw new Problem('import.noText')
      if (plan.kind === 'trello')
        for (const id of new Set(Object.values(plan.members))) if (id) await checkAssignee(tx, id, teamId)
      if (plan.kind === 'trello') await checkStages(tx, teamId, plan)
      // A Trello board that comes twice updates.
      if (plan.kind === 'csv' && again !== undefined && (await sameBefore(tx, { ...row, teamId })) > again)
        throw new Problem('import.sameFile', { status: 409 })
      const total = row.total - Number(plan.kind === 'csv' && plan.header)
      await setImport(tx, importId, { teamId, plan, total, state: 'running', startedAt: tx.now })
      await enqueue(tx, runImport, { importId }, { key: importId })
      const about = { id: importId, importName: row.name, total }
      emit(tx, 'import.started', about, { subjectId: importId, audience: importAudience(teamId) })
      return { id: importId }
    })
  },
})

/** Goes on with an import that failed, where it stopped. */
export const resumeImport = verb({
  name: 'import.resume',
  permission: 'import:run',
  input: z.object({ importId: z.string() }),
  run(ctx, { importId }) {
    return transact(ctx, async (tx) => {
      const row = await loadImport(tx.db, ctx, importId)
      if (row.state === 'running') return { id: importId }
      if (row.state !== 'failed') throw new Problem('import.begun', { status: 409 })
      await setImport(tx, importId, { state: 'running', error: null })
      await enqueue(tx, runImport, { importId }, { key: importId })
      const about = { id: importId, importName: row.name, total: row.total }
      emit(tx, 'import.started', about, { subjectId: importId, audience: importAudience(row.teamId) })
      return { id: importId }
    })
  },
})

/** Throws a file away of which nothing was made yet. */
export const discardImport = verb({
  name: 'import.discard',
  permission: 'import:run',
  input: z.object({ importId: z.string() }),
  run(ctx, { importId }) {
    return transact(ctx, async (tx) => {
      const row = await loadImport(tx.db, ctx, importId)
      if (row.state !== 'ready') throw new Problem('import.begun', { status: 409 })
      await dropFile(tx.db, ctx.workspaceId, importId)
      await tx.db
        .delete(importRun)
        .where(and(eq(importRun.workspaceId, ctx.workspaceId), eq(importRun.id, importId)))
      return { id: importId }
    })
  },
})

/** How many imports of the very same file have made posts in its team that were not taken away again, or do so now. */
export async function sameBefore({ db, ctx }: Pick<Tx, 'db' | 'ctx'>, row: ImportRow): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(importRun)
    .where(
      and(
        eq(importRun.workspaceId, ctx.workspaceId),
        eq(importRun.hash, row.hash),
        or(
          inArray(importRun.state, ['running', 'done']),
          and(eq(importRun.state, 'failed'), gt(importRun.made, 0)),
        ),
        eq(importRun.teamId, row.teamId),
      ),
    )
  return found?.n ?? 0
}
