import { cleanInput } from '../platform/clean-input.rules.ts'
import type { Bearer } from '../token/bearer.ts'
import { type Answered, keyOf, once, requestHash } from './idempotency.ts'
import type { Call, Route } from './route.ts'

interface Asked {
  key: string | string[] | undefined
  path: string
  raw: unknown
  /** Called when the answer is that of an earlier call. */
  replayed(): void
}

/** Runs a route for somebody and gives its answer. */
export async function performCall(
  route: Route,
  { ctx, tokenId }: Bearer,
  call: Call,
  asked: Asked,
): Promise<unknown> {
  const { show } = route
  if (!show) return route.run(ctx, call)
  const key = route.creates ? keyOf(asked.key?.toString()) : undefined
  if (key === undefined) return show(ctx.store.read, ctx, await route.run(ctx, call), call)
  let shown: unknown
  const beside = once(
    ctx,
    { tokenId, key, hash: requestHash(route.method, asked.path, cleanInput(asked.raw)) },
    async (tx, answer) => {
      shown = await show(tx.db, ctx, answer, call)
      return shown
    },
  )
  try {
    await route.run({ ...ctx, beside }, call)
    return shown
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Answered') throw error
    asked.replayed()
    return (error as Answered).body
  }
}
