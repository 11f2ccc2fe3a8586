import { eq, sql } from 'drizzle-orm'
import { type Db, isTaken } from '#db/client.ts'
import { prepared, preparedInsert } from '#db/prepared.ts'
import { event, workspace } from '#db/schema.ts'
import { type Audience, audienceKey } from '../event/audience.rules.ts'
import { EVENTS, type EventData, type EventType } from '../event/catalogue.ts'
import { CHANGES_RIGHTS } from '../event/rights.rules.ts'
import { notFound, Problem } from '../platform/problem.ts'
import type { Ctx } from './ctx.ts'

/** An open transaction of one workspace. Rows are written through `db`; `emit` and `enqueue` belong to it. */
export interface Tx {
  db: Db
  ctx: Ctx
  /** One instant for everything in the transaction. */
  now: number
  pending: PendingEvent[]
  /** Set by enqueue: the runner is woken after the commit. */
  jobsAdded: boolean
}

interface PendingEvent {
  type: EventType
  data: unknown
  subjectId: string | null
  audience: string
  past: Past | undefined
}

/** When and by whom something was done that only now enters the log (an import, the demo). */
export interface Past {
  /** Epoch milliseconds. */
  at: number
  memberId: string | null
}

const at = eq(workspace.id, sql.placeholder('id'))

/** Takes the workspace's lock, by a write that changes nothing; gives the last number of its log. */
const lock = prepared((db) =>
  db.update(workspace).set({ seq: workspace.seq }).where(at).returning({ seq: workspace.seq }),
)
const addEvent = preparedInsert(event)
const moveHead = prepared((db) =>
  db
    .update(workspace)
    .set({ seq: sql`${sql.placeholder('head')}` })
    .where(at),
)

/**
 * Runs one change: its rows and its events commit together or not at all. Takes the workspace's lock first, so
 * numbers have no gaps and commit in order. `work` may run again after a serialisation failure on PostgreSQL.
 * `found` runs before the lock: it makes the workspace itself. With `ctx.within` the work is a part of a bigger change.
 */
export async function transact<T>(
  ctx: Ctx,
  work: (tx: Tx) => Promise<T>,
  found?: (db: Db) => Promise<unknown>,
): Promise<T> {
  if (ctx.within) return work(ctx.within)
  let head = 0
  let last: Tx | undefined
  const change = async (db: Db) => {
    const tx: Tx = { db, ctx, now: ctx.now(), pending: [], jobsAdded: false }
    last = tx
    await found?.(db)
    const [row] = await lock(db, { id: ctx.workspaceId })
    if (!row) throw notFound()
    const beside = ctx.beside?.done ? undefined : ctx.beside
    await beside?.before(tx)
    const answer = await work(tx)
    await beside?.after(tx, answer)
    head = row.seq
    if (tx.pending.length) {
      const rows = tx.pending.map((one) => ({
        workspaceId: ctx.workspaceId,
        n: ++head,
        at: one.past?.at ?? tx.now,
        type: one.type,
        memberId: one.past ? one.past.memberId : ctx.memberId,
        subjectId: one.subjectId,
        audience: one.audience,
        data: one.data,
        requestId: ctx.requestId,
      }))
      const [first] = rows
      if (first && rows.length === 1) await addEvent(db, first)
      else await db.insert(event).values(rows)
      await moveHead(db, { id: ctx.workspaceId, head })
    }
    return answer
  }
  const result = await ctx.store.write(change).catch((error: unknown) => {
    // An id that a caller chose is taken, here or in another workspace: say no more than that it collides.
    if (!isTaken(error)) throw error
    throw Object.assign(new Problem('request.conflict', { status: 409 }), { cause: error })
  })
  if (ctx.beside) ctx.beside.done = true
  if (last?.pending.some(({ type }) => CHANGES_RIGHTS.has(type)))
    ctx.app.signal.send('rightsChanged', ctx.workspaceId)
  if (last?.pending.length) ctx.app.signal.send('committed', ctx.workspaceId, head)
  if (last?.jobsAdded) ctx.app.signal.send('jobsAdded')
  return result
}

/** Adds an event to the transaction. The data is checked against the catalogue: a wrong shape is a defect and throws. */
export function emit<T extends EventType>(
  tx: Tx,
  type: T,
  data: EventData<T>,
  to: { subjectId?: string | null; audience: Audience; past?: Past },
): void {
  tx.pending.push({
    type,
    data: EVENTS[type].data.parse(data),
    subjectId: to.subjectId ?? null,
    audience: audienceKey(to.audience),
    past: to.past,
  })
}
