import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { membershipsOf } from '../member/member-ctx.ts'

/** Ends sessions of an account and cuts what they hold open, at once. How many there were. */
export async function endSessions(
  ctx: Ctx,
  userId: string,
  which: { only: string } | { except: string | undefined },
): Promise<number> {
  const { app } = ctx
  const all = await app.sessions.list(userId)
  const hit = all.filter((one) => ('only' in which ? one.id === which.only : one.id !== which.except))
  for (const one of hit) {
    await app.sessions.end(userId, one.id)
    app.cutSession(one.id)
  }
  if (hit.length) await cutPresence(app, userId)
  return hit.length
}

/** Ends the session one acts in, with everything that it holds open. */
export async function signOut(app: App, account: { userId: string; sessionId: string }): Promise<void> {
  await app.sessions.end(account.userId, account.sessionId)
  app.cutSession(account.sessionId)
  await cutPresence(app, account.userId)
}

/** Presence knows people, not sessions: all of theirs end, and the sessions that remain come back by themselves. */
async function cutPresence(app: App, userId: string): Promise<void> {
  for (const { memberId } of await membershipsOf(app, userId)) app.presence.cut({ uid: memberId })
}
