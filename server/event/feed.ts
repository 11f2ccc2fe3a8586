import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { event, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'

export type LogRow = typeof event.$inferSelect

/** Rows of the log after `n`, in order. */
export async function readLog(db: Db, workspaceId: string, n: number, limit: number): Promise<LogRow[]> {
  return db
    .select()
    .from(event)
    .where(and(eq(event.workspaceId, workspaceId), gt(event.n, n)))
    .orderBy(asc(event.n))
    .limit(limit)
}

export interface Feed {
  /** Begins to follow a workspace; the promise gives the head from which it does. */
  follow(workspaceId: string): Promise<number>
  unfollow(workspaceId: string): void
  /** The last number handed on, or undefined when the workspace is not followed. */
  head(workspaceId: string): number | undefined
  stop(): void
}

interface Follower {
  last: number
  /** The log is known to reach at least this far. */
  wanted: number
  ready: Promise<number>
  busy: boolean
}

const BATCH = 500

/**
 * Tails the log of the workspaces somebody looks at, in number order, and hands each row on exactly once in this
 * process. Woken by the signal; also looks by itself every `everyMs`, so that a lost signal costs latency only.
 */
export function createFeed(app: App, hand: (row: LogRow) => void, everyMs = 1000): Feed {
  const followers = new Map<string, Follower>()

  async function pump(workspaceId: string, head: number): Promise<void> {
    const one = followers.get(workspaceId)
    if (!one) return
    one.wanted = Math.max(one.wanted, head)
    // Of many that commit together, the first one's reading has brought the others'.
    if (one.busy || one.last >= one.wanted) return
    one.busy = true
    try {
      let rows: LogRow[]
      do {
        rows = await readLog(app.store.read, workspaceId, one.last, BATCH)
        for (const row of rows) {
          one.last = row.n
          hand(row)
        }
      } while (rows.length && one.last < one.wanted)
    } catch (error) {
      app.log.error({ err: error, workspaceId }, 'the feed could not read the log')
    } finally {
      one.busy = false
    }
  }

  async function look(): Promise<void> {
    const ids = [...followers.keys()]
    if (!ids.length) return
    const heads = await app.store.read
      .select({ id: workspace.id, seq: workspace.seq })
      .from(workspace)
      .where(inArray(workspace.id, ids))
    for (const { id, seq } of heads) void pump(id, seq)
  }

  const timer = setInterval(() => {
    look().catch((error) => app.log.error({ err: error }, 'the feed could not look'))
  }, everyMs)
  timer.unref()
  const off = app.signal.on('committed', (workspaceId, head) => void pump(workspaceId, head))

  return {
    async follow(workspaceId) {
      const known = followers.get(workspaceId)
      if (known) return known.ready
      const one: Follower = { last: 0, wanted: 0, busy: true, ready: Promise.resolve(0) }
      one.ready = (async () => {
        const [row] = await app.store.read
          .select({ seq: workspace.seq })
          .from(workspace)
          .where(eq(workspace.id, workspaceId))
        one.last = row?.seq ?? 0
        one.busy = false
        void pump(workspaceId, one.last)
        return one.last
      })()
      followers.set(workspaceId, one)
      one.ready.catch(() => followers.delete(workspaceId))
      return one.ready
    },
    unfollow: (workspaceId) => void followers.delete(workspaceId),
    head: (workspaceId) => followers.get(workspaceId)?.last,
    stop() {
      clearInterval(timer)
      off()
    },
  }
}
