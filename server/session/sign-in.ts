import { eq, sql } from 'drizzle-orm'
import { user } from '#db/schema.ts'
import type { App } from '../app.ts'
import { asProblem, Problem } from '../platform/problem.ts'
import { checkPassword } from './password.ts'

export const MAX_FAILURES = 5
export const LOCK_MS = 15 * 60_000

/**
 * Checks e-mail and password. Throws `sign_in.wrong` (which never says whether the account exists) or
 * `sign_in.locked` after 5 failures, for 15 minutes. Gives the account's id.
 */
export async function signIn(app: App, email: string, password: string): Promise<string> {
  const address = email.trim().toLowerCase()
  const [account] = await app.store.read.select().from(user).where(eq(user.email, address))
  const now = app.now()
  if (account?.lockedUntil && account.lockedUntil > now) throw locked(account.lockedUntil - now)
  if (!account) throw await unknown(app, address, password)
  const right = await checkPassword(account.passwordHash, password)
  if (right) {
    // Of guesses at the same moment those after the fifth count for nothing, the right one neither.
    const [still] = await app.store.read
      .select({ lockedUntil: user.lockedUntil })
      .from(user)
      .where(eq(user.id, account.id))
    if (still?.lockedUntil && still.lockedUntil > now) throw locked(still.lockedUntil - now)
    if (account.failedLogins || account.lockedUntil)
      await app.store.write((db) =>
        db.update(user).set({ failedLogins: 0, lockedUntil: null }).where(eq(user.id, account.id)),
      )
    return account.id
  }
  const [after] = await app.store.write((db) =>
    db
      .update(user)
      .set({ failedLogins: sql`${user.failedLogins} + 1` })
      .where(eq(user.id, account.id))
      .returning({ failed: user.failedLogins }),
  )
  if ((after?.failed ?? 0) >= MAX_FAILURES) {
    await app.store.write((db) =>
      db
        .update(user)
        .set({ failedLogins: 0, lockedUntil: now + LOCK_MS })
        .where(eq(user.id, account.id)),
    )
    throw locked(LOCK_MS)
  }
  throw new Problem('signIn.wrong', { status: 401, field: 'password' })
}

const locked = (ms: number) =>
  new Problem('signIn.locked', { status: 429, params: { minutes: Math.ceil(ms / 60_000) } })

/** What an address without an account is told: the same as one with, at the same try and after the same time. */
async function unknown(app: App, address: string, password: string): Promise<Problem> {
  const wait = await app.limits.take('sign-in.unknown', address).then(
    () => 0,
    (refused: unknown) => Number(asProblem(refused)?.params?.seconds ?? 0) * 1000,
  )
  if (wait === 0 || wait >= LOCK_MS) await checkPassword(undefined, password)
  return wait ? locked(wait) : new Problem('signIn.wrong', { status: 401, field: 'password' })
}
