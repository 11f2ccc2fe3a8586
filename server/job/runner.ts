import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Cron } from 'croner'
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { dialect } from '#db/dialect.ts'
import { job as jobTable } from '#db/schema.ts'
import type { App } from '../app.ts'
import { errorWords } from '../platform/log.ts'
import { insertJob } from './enqueue.ts'
import type { JobKind } from './job.ts'

export interface CronEntry {
  /** Five fields, UTC. */
  cron: string
  job: JobKind
}

export interface Runner {
  start(): void
  /**
   * Waits for what is running to finish its step, but no longer than the limit: what hangs is left as if the process had
   * died, and another run takes it up when its lease has ended.
   * @param limitMs how long, ms
   */
  stop(limitMs?: number): Promise<void>
  /** Runs everything due now and returns when nothing is left; for tests and the command line. */
  drain(): Promise<number>
}

type Row = typeof jobTable.$inferSelect

/** How long the end of the process waits for a job's step, ms. */
const LONGEST_STEP_MS = 15_000

/** Back-off in ms with jitter: 5 s, 10 s, 20 s, ... at most 15 min. */
const backOff = (attempt: number) =>
  Math.round(Math.min(900_000, 2_500 * 2 ** attempt) * (0.75 + Math.random() / 2))

/** A cron entry keeps its instant as key, so that a slower process cannot insert the same instant again. */
const keptKey = (row: Row) => (row.key?.startsWith('cron:') ? row.key : null)

/** Claims due jobs atomically and runs them; any number of processes may run one. */
export function createRunner(app: App, kinds: JobKind[], crons: CronEntry[], parallel = 4): Runner {
  const me = randomUUID()
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]))
  const running = new Map<Promise<void>, string>()
  let stopping = false
  let timer: NodeJS.Timeout | undefined
  let cronTimers: Cron[] = []
  let unsubscribe = () => {}

  async function claim(limit: number): Promise<Row[]> {
    const now = app.now()
    const due = app.store.read
      .select({ id: jobTable.id })
      .from(jobTable)
      .where(
        and(
          eq(jobTable.state, 'pending'),
          lte(jobTable.runAt, now),
          or(isNull(jobTable.lockedUntil), lt(jobTable.lockedUntil, now)),
        ),
      )
      .orderBy(asc(jobTable.runAt))
      .limit(limit)
    // Look before locking: an idle runner must not take the writer's turn on SQLite.
    if ((await due).length === 0) return []
    return app.store.write(async (db) => {
      const pick = db
        .select({ id: jobTable.id })
        .from(jobTable)
        .where(
          and(
            eq(jobTable.state, 'pending'),
            lte(jobTable.runAt, now),
            or(isNull(jobTable.lockedUntil), lt(jobTable.lockedUntil, now)),
          ),
        )
        .orderBy(asc(jobTable.runAt))
        .limit(limit)
      const ids = dialect === 'postgres' ? sql`(${pick} for update skip locked)` : pick
      const rows = await db
        .update(jobTable)
        .set({ lockedUntil: now + 60_000, lockedBy: me, attempts: sql`${jobTable.attempts} + 1` })
        .where(inArray(jobTable.id, ids as typeof pick))
        .returning()
      for (const row of rows) {
        const lease = byKind.get(row.kind)?.leaseMs
        if (lease && lease !== 60_000) await hold(db, row.id, now + lease)
      }
      return rows
    })
  }

  const hold = (db: typeof app.store.read, id: string, until: number) =>
    db
      .update(jobTable)
      .set({ lockedUntil: until })
      .where(and(eq(jobTable.id, id), eq(jobTable.lockedBy, me)))

  async function execute(row: Row): Promise<void> {
    const kind = byKind.get(row.kind)
    const finish = (values: Partial<Row>) =>
      app.store.write((db) =>
        db
          .update(jobTable)
          .set({ lockedUntil: null, lockedBy: null, ...values })
          .where(and(eq(jobTable.id, row.id), eq(jobTable.lockedBy, me))),
      )
    const log = app.log.child({ job: row.kind, jobId: row.id, workspaceId: row.workspaceId })
    if (!kind) {
      log.error('no such kind of job; parked')
      await finish({ state: 'parked', lastError: 'unknown kind', finishedAt: app.now(), key: null })
      return
    }
    const lease = kind.leaseMs
    const keepAlive = setInterval(() => {
      app.store
        .write((db) => hold(db, row.id, app.now() + lease))
        .catch((error) => log.warn({ err: error }, 'lease'))
    }, lease / 2)
    try {
      await kind.run(kind.payload.parse(row.payload), {
        app,
        workspaceId: row.workspaceId,
        attempt: row.attempts,
        lastAttempt: row.attempts >= row.maxAttempts,
        requestId: row.id,
        extend: async () => void (await app.store.write((db) => hold(db, row.id, app.now() + lease))),
        stopping: () => stopping,
      })
      await finish({ state: 'done', finishedAt: app.now(), lastError: null, key: keptKey(row) })
    } catch (error) {
      if (error instanceof Error && error.name === 'RunAgain' && 'runAt' in error) {
        await finish({ runAt: Number(error.runAt), attempts: row.attempts - 1 })
        return
      }
      const words = errorWords(error)
      const hopeless = error instanceof Error && error.name === 'GiveUp'
      if (hopeless || row.attempts >= row.maxAttempts) {
        log.error({ err: error }, 'job failed for the last time; parked')
        await finish({ state: 'parked', lastError: words, finishedAt: app.now(), key: keptKey(row) })
      } else {
        log.warn({ err: error }, 'job failed; it will be tried again')
        await finish({ runAt: app.now() + backOff(row.attempts), lastError: words })
      }
    } finally {
      clearInterval(keepAlive)
    }
  }

  /** One round: fills the free places. Returns how many it started. */
  async function round(): Promise<number> {
    if (stopping || running.size >= parallel) return 0
    const rows = await claim(parallel - running.size)
    for (const row of rows) {
      const work: Promise<void> = execute(row)
        .catch((error) => app.log.error({ err: error }, 'a job could not be finished'))
        .finally(() => {
          running.delete(work)
          poke()
        })
      running.set(work, row.kind)
    }
    return rows.length
  }

  let looking: Promise<void> | null = null
  let again = false
  function poke(): void {
    if (stopping || !timer) return
    if (looking) {
      again = true
      return
    }
    looking = round()
      .then(() => undefined)
      .catch((error) => app.log.error({ err: error }, 'the job runner could not look for work'))
      .finally(() => {
        looking = null
        if (again) {
          again = false
          poke()
        }
      })
  }

  return {
    start() {
      timer = setInterval(poke, 1000)
      unsubscribe = app.signal.on('jobsAdded', poke)
      cronTimers = crons.map(
        ({ cron, job }) =>
          new Cron(cron, { timezone: 'UTC', unref: true }, async (self: Cron) => {
            const instant = self.currentRun()?.getTime() ?? app.now()
            // The instant is the key: any number of processes may race, one row remains.
            const key = `cron:${Math.floor(instant / 1000)}`
            await app.store
              .write((db) => insertJob(db, job, {}, { workspaceId: null, now: app.now(), key }))
              .catch((error) => app.log.error({ err: error, job: job.kind }, 'cron entry not inserted'))
            poke()
          }),
      )
      poke()
    },
    async stop(limitMs = LONGEST_STEP_MS) {
      stopping = true
      clearInterval(timer)
      unsubscribe()
      for (const one of cronTimers) one.stop()
      // A claim under way may still bring work, which has to end before the database goes.
      await looking
      const limit = new AbortController()
      const late = wait(limitMs, true, { signal: limit.signal }).catch(() => false)
      const hangs = await Promise.race([Promise.allSettled(running.keys()).then(() => false), late])
      limit.abort()
      if (hangs)
        app.log.error({ jobs: [...running.values()] }, 'jobs that hang are left to be taken up again')
    },
    async drain() {
      let total = 0
      for (;;) {
        const rows = await claim(1)
        const [row] = rows
        if (!row) return total
        await execute(row)
        total++
      }
    },
  }
}
