import { type Answered, keyOf, once, requestHash } from '../api/idempotency.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform, type Verb } from '../core/verb.ts'
import { cleanInput } from '../platform/clean-input.rules.ts'

/**
 * Performs a verb that may be asked again: under one key it is done once, and the second time answers what the first
 * one's transaction did. Another act under the same key is refused (`api.keyReused`). A refusal leaves no trace, so what
 * was refused may be tried again under its key.
 */
export async function performOnce(ctx: Ctx, act: Verb, raw: unknown, key: string): Promise<unknown> {
  // As the verb will read it: what is nested without end is hashed by nobody.
  const input = cleanInput(raw)
  const beside = once(
    ctx,
    { tokenId: `member ${ctx.memberId}`, key: keyOf(key) ?? '', hash: requestHash('ACT', act.verb, input) },
    async (_tx, answer) => answer ?? {},
  )
  try {
    return await perform({ ...ctx, beside }, act, input)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Answered') throw error
    return (error as Answered).body
  }
}
