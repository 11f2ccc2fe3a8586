import { eq } from 'drizzle-orm'
import { workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { mayHear } from './audience.rules.ts'
import type { LogEvent, SilentEvent } from './catalogue.ts'
import { type LogRow, readLog } from './feed.ts'

/**
 * A page of the log; `reload` when the client has been away too long to replay, or knows of more than the log holds (its
 * `head` is told then).
 */
export type Missed = { events: (LogEvent | SilentEvent)[]; head: number } | { reload: true; head?: number }

/** The longest page: so many events, or so many bytes of them (an import's are large); at least one event. */
const PAGE = 1000
const PAGE_BYTES = 1_000_000
/** Rows of one reading: few, as each may be large. */
const AT_ONCE = 40
/** More than this many changes behind, a reload is cheaper than a replay. */
const TOO_FAR = 5000

export const asEvent = (row: LogRow): LogEvent =>
  ({
    n: row.n,
    at: row.at,
    type: row.type,
    memberId: row.memberId,
    subjectId: row.subjectId,
    data: row.data,
  }) as LogEvent

/** What a member missed after `n`: full where they may see it, the bare number where not. `head` says whether more follows. */
export async function missed(app: App, ctx: Ctx, n: number): Promise<Missed> {
  const [row] = await app.store.read
    .select({ seq: workspace.seq })
    .from(workspace)
    .where(eq(workspace.id, ctx.workspaceId))
  const head = row?.seq ?? 0
  // They know more than the log holds: a backup was put back. Waiting for a number would leave them deaf.
  if (n > head) return { reload: true, head }
  // Numbers have no gaps: how far one is behind needs no counting.
  if (head - n > TOO_FAR) return { reload: true }
  const events: (LogEvent | SilentEvent)[] = []
  let bytes = 0
  let last = n
  for (;;) {
    const rows = await readLog(app.store.read, ctx.workspaceId, last, AT_ONCE)
    for (const one of rows) {
      const event = mayHear(one.audience, ctx.memberId, ctx.grants) ? asEvent(one) : { n: one.n }
      bytes += Buffer.byteLength(JSON.stringify(event))
      if (events.length === PAGE || (events.length && bytes > PAGE_BYTES)) return { events, head }
      events.push(event)
      last = one.n
    }
    if (rows.length < AT_ONCE) return { events, head: Math.max(head, last) }
  }
}
