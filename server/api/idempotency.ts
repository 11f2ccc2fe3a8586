import { createHash } from 'node:crypto'
import { and, eq, inArray, lt } from 'drizzle-orm'
import { z } from 'zod'
import { idempotency, workspace } from '#db/schema.ts'
import type { Beside, Ctx } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { job } from '../job/job.ts'
import { Problem } from '../platform/problem.ts'
import { canonicalJson } from '../version/content.rules.ts'

/** How long a key is remembered, ms. */
export const KEPT_MS = 24 * 3_600_000

/** The act was done before under this key: here is what it answered. Ends the transaction without a trace. */
export class Answered extends Error {
  readonly body: unknown
  constructor(body: unknown) {
    super('answered before')
    this.name = 'Answered'
    this.body = body
  }
}

/** The key of a request; undefined without one. Throws `api.key` for one that cannot be. */
export function keyOf(header: string | undefined): string | undefined {
  if (header === undefined) return
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw new Problem('api.key', { status: 400 })
  return header
}

export const requestHash = (method: string, path: string, body: unknown): string =>
  createHash('sha256')
    .update(`${method} ${path}\n${canonicalJson(body ?? null)}`)
    .digest('base64url')

/**
 * Ties a creation to its key within the creation's own transaction. The workspace's lock lets one at a time through, so
 * of two at once the second finds the first one's answer. The same key for another request is refused.
 */
export function once(
  ctx: Ctx,
  { tokenId, key, hash }: { tokenId: string; key: string; hash: string },
  show: (tx: Tx, answer: unknown) => Promise<unknown>,
): Beside {
  const scope = `${tokenId} ${key}`
  const mine = and(eq(idempotency.workspaceId, ctx.workspaceId), eq(idempotency.scope, scope))
  return {
    async before(tx) {
      const [row] = await tx.db.select().from(idempotency).where(mine)
      if (!row) return
      if (row.at < tx.now - KEPT_MS) {
        await tx.db.delete(idempotency).where(mine)
        return
      }
      if (row.requestHash !== hash) throw new Problem('api.keyReused', { status: 409 })
      throw new Answered(JSON.parse((row.response as { text: string }).text))
    },
    async after(tx, answer) {
      // As text: PostgreSQL would give an object back with its keys in another order.
      const response = { text: JSON.stringify(await show(tx, answer)) }
      await tx.db
        .insert(idempotency)
        .values({ workspaceId: ctx.workspaceId, scope, requestHash: hash, response, at: tx.now })
    },
  }
}

/** Every hour: forgets the keys that are old. */
export const forgetKeys = job({
  kind: 'api.forgetKeys',
  payload: z.object({}),
  maxAttempts: 1,
  async run(_payload, { app }) {
    const ids = (await app.store.read.select({ id: workspace.id }).from(workspace)).map(({ id }) => id)
    if (!ids.length) return
    await app.store.write(async (db) => {
      await db
        .delete(idempotency)
        .where(and(inArray(idempotency.workspaceId, ids), lt(idempotency.at, app.now() - KEPT_MS)))
    })
  },
})
