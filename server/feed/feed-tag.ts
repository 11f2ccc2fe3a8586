import { createHash } from 'node:crypto'
import { and, eq, gt, lte, notInArray } from 'drizzle-orm'
import type { Engine } from '#db/client.ts'
import { event } from '#db/schema.ts'
import { readHead } from '../core/at-head.ts'
import type { Ctx } from '../core/ctx.ts'
import { EVENTS } from '../event/catalogue.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { dayKey } from '../time/calendar.rules.ts'

/** Tags kept in a process; those not asked for longest go first. */
const MOST = 2000
/** After more events than this a feed is made anew without a look at them. */
const LOOKED_AT = 5000

/** Nouns of which nothing is in a feed: what happens to them leaves it as it is. Whatever is not named here may change it. */
const QUIET = new Set(
  `account asset attachment canvas checklist comment conversation feed invitation label metric notification practice
  sentiment session thread token view`.split(/\s+/),
)
const quiet = Object.keys(EVENTS).filter((type) => QUIET.has(type.split('.', 1)[0] ?? ''))

interface Kept {
  /** the number of the log up to which the tag is known to hold */
  head: number
  tag: string
}
const engines = new WeakMap<Engine, Map<string, Kept>>()

/** The ETag of a feed's text: its hash, so that it is the same in every process and after a restart. */
export const tagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`

/**
 * What a feed's text depends on besides the log: who may see what, in which language, on which days and at which address.
 * @param parts whatever else tells one text from another
 */
function keyOf(ctx: Ctx, parts: readonly (string | boolean | null)[]): string {
  const sight = (['post:read', 'campaign:read'] as const).map((one) => teamsWith(ctx.grants, one))
  return JSON.stringify([ctx.workspaceId, ctx.locale, dayKey(ctx.now(), 'UTC'), ...sight, ...parts])
}

/**
 * The tag that a feed still has, without making the feed: that of the last text, as long as nothing happened since that
 * could have changed it. `keep` takes the tag of the text that was read after this.
 */
export async function knownTag(ctx: Ctx, parts: readonly (string | boolean | null)[]) {
  const known = engines.get(ctx.store) ?? new Map<string, Kept>()
  engines.set(ctx.store, known)
  const key = keyOf(ctx, parts)
  const head = await readHead(ctx)
  const keep = (tag: string) => {
    known.delete(key)
    known.set(key, { head, tag })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  }
  const last = known.get(key)
  // A log that a restored backup has made shorter says nothing of what was read before.
  const since = last ? head - last.head : -1
  if (!last || since < 0 || since > LOOKED_AT || (since > 0 && (await touched(ctx, last.head, head))))
    return { keep }
  keep(last.tag)
  return { keep, tag: last.tag }
}

/** Whether between two numbers of the log something happened that a feed may show. */
async function touched(ctx: Ctx, after: number, head: number): Promise<boolean> {
  const rows = await ctx.store.read
    .select({ n: event.n })
    .from(event)
    .where(
      and(
        eq(event.workspaceId, ctx.workspaceId),
        gt(event.n, after),
        lte(event.n, head),
        notInArray(event.type, quiet),
      ),
    )
    .limit(1)
  return rows.length > 0
}
