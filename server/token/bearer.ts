import { newId } from '#db/id.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { tokenCtx } from './token.reads.ts'

export interface Bearer {
  ctx: Ctx
  tokenId: string
}

/** A change in a process that cannot tell us is noticed after this, ms. */
const REMEMBERED_MS = 2_000
const MOST = 1_000

/**
 * Who a bearer token acts as, remembered for a moment: reading it anew costs more than most calls do. What is
 * remembered of a workspace is forgotten at once when rights in it change, here or in a process that tells us.
 */
export function createBearers(app: App) {
  const known = new Map<string, Bearer & { until: number }>()
  let turn = 0
  app.signal.on('rightsChanged', (workspaceId) => {
    turn++
    for (const [secret, one] of known) if (one.ctx.workspaceId === workspaceId) known.delete(secret)
  })
  return async (secret: string): Promise<Bearer | undefined> => {
    const requestId = newId()
    const seen = known.get(secret)
    if (seen && seen.until > performance.now())
      return { tokenId: seen.tokenId, ctx: { ...seen.ctx, requestId } }
    const began = turn
    const found = await tokenCtx(app, secret, requestId)
    // What was read while rights changed may be of before.
    if (found && began === turn) {
      if (known.size >= MOST) known.clear()
      known.set(secret, { ...found, until: performance.now() + REMEMBERED_MS })
    }
    return found
  }
}
