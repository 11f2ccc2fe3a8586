import { eq, sql } from 'drizzle-orm'
import type { Engine } from '#db/client.ts'
import { prepared } from '#db/prepared.ts'
import { workspace } from '#db/schema.ts'
import type { Ctx } from './ctx.ts'

const headOf = prepared((db) =>
  db
    .select({ seq: workspace.seq })
    .from(workspace)
    .where(eq(workspace.id, sql.placeholder('workspaceId'))),
)

/** The head of the log: read it before the data that a page shows, so that a replay from it misses nothing. */
export async function readHead(ctx: Ctx): Promise<number> {
  const [row] = await headOf(ctx.store.read, { workspaceId: ctx.workspaceId })
  return row?.seq ?? 0
}

/** Answers kept in a process for one kind of read; those not asked for longest go first. */
const MOST = 60

interface Kept<T> {
  head: number
  answer: Promise<T>
}

/**
 * A read of nothing but what the log tells of, kept for all who ask as long as the log stands still: then it cannot have
 * changed. Asks the database for the head each time, so it holds with several processes too. `variant` names whatever
 * else the answer depends on. The answer is shared: it must not be changed.
 */
export function atHead<T, Args extends unknown[] = []>(
  variant: (ctx: Ctx, ...args: Args) => string,
  read: (ctx: Ctx, head: number, ...args: Args) => Promise<T>,
) {
  const engines = new WeakMap<Engine, Map<string, Kept<T>>>()
  return async (ctx: Ctx, ...args: Args): Promise<T> => {
    const head = await readHead(ctx)
    const kept = engines.get(ctx.store) ?? new Map<string, Kept<T>>()
    engines.set(ctx.store, kept)
    const key = `${ctx.workspaceId} ${variant(ctx, ...args)}`
    const known = kept.get(key)
    kept.delete(key)
    const one = known?.head === head ? known : { head, answer: read(ctx, head, ...args) }
    kept.set(key, one)
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    one.answer.catch(() => kept.get(key) === one && kept.delete(key))
    return one.answer
  }
}
