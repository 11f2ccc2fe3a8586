import { setTimeout } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import { logCursor, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { systemCtx } from '../core/system-ctx.ts'
import { type Tx, transact } from '../core/transact.ts'
import { type LogRow, readLog } from './feed.ts'

/** A durable reader of the log: what it writes and how far it has come commit together, so it sees each event once. */
export interface Reader {
  name: string
  handle(tx: Tx, row: LogRow): Promise<void>
}

const BATCH = 200
/** How long a reader lets events gather before it reads, ms: one transaction for all of them. */
const GATHER_MS = 25

export interface Readers {
  start(): void
  stop(): Promise<void>
  /** Reads everything there is, of one workspace; for tests. */
  drain(workspaceId: string): Promise<void>
}

/** Runs the readers over every workspace's log. Any number of processes may: the workspace's lock orders them. */
export function createReaders(app: App, readers: Reader[]): Readers {
  const busy = new Map<string, Promise<void>>()
  const dirty = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let off = () => {}
  let stopped = false

  async function step(workspaceId: string, reader: Reader): Promise<boolean> {
    const at = and(eq(logCursor.workspaceId, workspaceId), eq(logCursor.reader, reader.name))
    const [seen] = await app.store.read.select({ n: logCursor.n }).from(logCursor).where(at)
    if ((await readLog(app.store.read, workspaceId, seen?.n ?? 0, 1)).length === 0) return false
    const ctx = await systemCtx(app, workspaceId)
    return transact(ctx, async (tx) => {
      const [cursor] = await tx.db.select({ n: logCursor.n }).from(logCursor).where(at)
      const rows = await readLog(tx.db, workspaceId, cursor?.n ?? 0, BATCH)
      const last = rows.at(-1)
      if (!last) return false
      for (const row of rows) await reader.handle(tx, row)
      await tx.db
        .insert(logCursor)
        .values({ workspaceId, reader: reader.name, n: last.n })
        .onConflictDoUpdate({ target: [logCursor.workspaceId, logCursor.reader], set: { n: last.n } })
      return rows.length === BATCH
    })
  }

  async function catchUp(workspaceId: string): Promise<void> {
    for (const reader of readers) while (!stopped && (await step(workspaceId, reader))) {}
  }

  function wake(workspaceId: string): void {
    dirty.add(workspaceId)
    if (busy.has(workspaceId) || stopped) return
    const work = (async () => {
      while (!stopped && dirty.has(workspaceId)) {
        await setTimeout(GATHER_MS)
        dirty.delete(workspaceId)
        await catchUp(workspaceId)
      }
    })()
      .catch((error) =>
        app.log.error({ err: error, workspaceId }, 'a reader of the log failed; it will try again'),
      )
      .finally(() => busy.delete(workspaceId))
    busy.set(workspaceId, work)
  }

  /** Workspaces whose log has grown past a reader's cursor, by whatever process. */
  async function look(): Promise<void> {
    for (const reader of readers) {
      const behind = await app.store.read
        .select({ id: workspace.id })
        .from(workspace)
        .leftJoin(logCursor, and(eq(logCursor.workspaceId, workspace.id), eq(logCursor.reader, reader.name)))
        .where(sql`${workspace.seq} > coalesce(${logCursor.n}, 0)`)
      for (const { id } of behind) wake(id)
    }
  }

  return {
    start() {
      off = app.signal.on('committed', wake)
      timer = setInterval(
        () => look().catch((error) => app.log.error({ err: error }, 'readers could not look')),
        5000,
      )
      timer.unref()
      void look().catch((error) => app.log.error({ err: error }, 'readers could not look'))
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      off()
      await Promise.allSettled(busy.values())
    },
    drain: catchUp,
  }
}
