import type { Ctx } from '../core/ctx.ts'

/** One's own sessions, newest first; `current` is the one that asks. */
export async function readSessions(ctx: Ctx) {
  const rows = await ctx.app.sessions.list(ctx.userId ?? '')
  return rows
    .filter((row) => row.expiresAt > ctx.now())
    .map(({ id, userAgent, address, createdAt, seenAt }) => ({
      id,
      userAgent,
      address,
      createdAt,
      seenAt,
      current: id === ctx.via?.sessionId,
    }))
}
