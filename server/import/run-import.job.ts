import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { importRow, importRun } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { GiveUp, type JobRun, job, RunAgain } from '../job/job.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { may } from '../member/permission.rules.ts'
import { asProblem, forbidden } from '../platform/problem.ts'
import { cardsOf } from '../post/card.reads.ts'
import { fillCards } from './fill-trello.ts'
import { dropFile, readFileOf } from './import-file.ts'
import type { ImportRow } from './load-import.ts'
import { readPlaces } from './places.reads.ts'
import { type FileRow, readDrafts } from './read-drafts.ts'
import { readTrello } from './read-trello.ts'
import { writePosts } from './write-posts.ts'

/** Rows of one transaction: few enough that others wait little, many enough that thousands take seconds. */
export const BATCH = 250
/** Cards bring much along. */
const CARDS = 100

/** What one batch did. */
export interface Filled {
  /** How many of the file it dealt with. */
  done: number
  made: number
  updated: number
  bad: number
  /** Posts whose cards are new or others now. */
  rows: Parameters<typeof cardsOf>[2]
}

/** Makes posts of a file, batch by batch. A batch and how far it came commit together: none is lost, none is doubled. */
export const runImport = job({
  kind: 'import.run',
  payload: z.object({ importId: z.string() }),
  leaseMs: 20_000,
  async run({ importId }, run) {
    const row = await importOf(run, importId)
    if (row?.state !== 'running') return
    try {
      await fill(row, run)
    } catch (error) {
      const problem = asProblem(error)
      if (!problem && !run.lastAttempt) throw error
      await fail(run, row, problem?.code ?? 'import.failed')
      if (!problem) throw error
      throw new GiveUp(problem.code, error)
    }
  },
})

async function importOf({ app, workspaceId }: JobRun, importId: string): Promise<ImportRow | undefined> {
  const [row] = await app.store.read
    .select()
    .from(importRun)
    .where(and(eq(importRun.workspaceId, workspaceId ?? ''), eq(importRun.id, importId)))
  return row
}

/** The importer with the rights of now: who has lost them imports no further. */
export async function importerOf({ app, requestId }: JobRun, row: ImportRow): Promise<Ctx> {
  const ctx = await memberCtx(app, { workspaceId: row.workspaceId }, { memberId: row.memberId }, requestId)
  if (!ctx || !may(ctx.grants, 'import:run', row.teamId) || !may(ctx.grants, 'post:write', row.teamId))
    throw forbidden('import:run')
  return ctx
}

async function fill(row: ImportRow, run: JobRun): Promise<void> {
  const bytes = await readFileOf(run.app.store.read, row.workspaceId, row.id)
  const { plan } = row
  if (plan?.kind === 'trello') {
    const { cards } = readTrello(bytes)
    return inBatches(row, run, cards.length, (tx, from) =>
      fillCards(tx, row, plan, cards.slice(from, from + CARDS)),
    )
  }
  if (plan?.kind !== 'csv') throw new GiveUp('no plan')
  const rows: FileRow[] = []
  const places = await readPlaces(await importerOf(run, row), row.teamId)
  for await (const one of readDrafts(bytes, plan, places, run.app.now())) rows.push(one)
  await inBatches(row, run, rows.length, (tx, from) => fillRows(tx, row, rows.slice(from, from + BATCH)))
}

/** Batch after batch from where the import stands, until all is done. */
export async function inBatches(
  row: ImportRow,
  run: JobRun,
  total: number,
  batch: (tx: Tx, from: number) => Promise<Filled>,
): Promise<void> {
  for (;;) {
    if (run.stopping()) throw new RunAgain(run.app.now())
    const ctx = await importerOf(run, row)
    const over = await transact(ctx, async (tx) => {
      const here = and(eq(importRun.workspaceId, row.workspaceId), eq(importRun.id, row.id))
      // As it stands inside the transaction: another process may have taken this job over.
      const [now] = await tx.db.select().from(importRun).where(here)
      if (now?.state !== 'running') return true
      const to = { subjectId: row.id, audience: { permission: 'post:read' as const, teamId: row.teamId } }
      const about = { id: row.id, importName: row.name }
      const { done, made, updated, bad } = now
      if (done >= total) {
        await dropFile(tx.db, row.workspaceId, row.id)
        await tx.db.update(importRun).set({ state: 'done', total, finishedAt: tx.now }).where(here)
        emit(tx, 'import.finished', { ...about, made, updated, bad }, to)
        return true
      }
      const filled = await batch(tx, done)
      const sum = {
        total,
        done: done + filled.done,
        made: made + filled.made,
        updated: updated + filled.updated,
        bad: bad + filled.bad,
      }
      await tx.db.update(importRun).set(sum).where(here)
      const posts = await cardsOf(tx.db, row.workspaceId, filled.rows)
      emit(tx, 'import.filled', { ...about, ...sum, posts }, to)
      return false
    })
    if (over) return
  }
}

async function fillRows(
  tx: Tx,
  { id: importId, workspaceId, teamId }: ImportRow,
  rows: readonly FileRow[],
): Promise<Filled> {
  const drafts = rows.flatMap((one) => ('draft' in one ? [one.draft] : []))
  const bad = rows.flatMap((one) => ('issues' in one ? [one] : []))
  const made = await writePosts(tx, { importId, teamId }, drafts)
  if (bad.length)
    await tx.db
      .insert(importRow)
      .values(
        bad.map(({ row, cells, issues }) => ({ id: newId(), workspaceId, importId, row, cells, issues })),
      )
  return { done: rows.length, made: made.length, updated: 0, bad: bad.length, rows: made }
}

async function fail(run: JobRun, row: ImportRow, error: string): Promise<void> {
  const ctx = await memberCtx(
    run.app,
    { workspaceId: row.workspaceId },
    { memberId: row.memberId },
    run.requestId,
  )
  if (!ctx) return
  await transact(ctx, async (tx) => {
    const here = and(
      eq(importRun.workspaceId, row.workspaceId),
      eq(importRun.id, row.id),
      eq(importRun.state, 'running'),
    )
    const failed = await tx.db.update(importRun).set({ state: 'failed', error }).where(here).returning()
    if (!failed.length) return
    const to = { subjectId: row.id, audience: { permission: 'post:read' as const, teamId: row.teamId } }
    emit(tx, 'import.failed', { id: row.id, importName: row.name, error }, to)
  })
}
