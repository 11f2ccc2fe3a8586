import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { session, user } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { createRateLimits, LIMITS } from '../platform/rate-limit.ts'
import { hashSecret } from '../platform/vault.ts'
import { changePassword } from './change-password.ts'
import { signOut } from './end-sessions.ts'
import { checkPassword, hashPassword } from './password.ts'
import { revokeSession } from './revoke-session.ts'
import { readSessions } from './session.reads.ts'
import { LOCK_MS, MAX_FAILURES, signIn } from './sign-in.ts'

let core: TestCore
let owner: Ctx
let email: string
const PASSWORD = 'a sentence to keep in mind'
beforeAll(async () => {
  core = await testCore()
})
beforeEach(async () => {
  core.setNow(undefined)
  owner = (await core.workspace()).owner
  const passwordHash = await hashPassword(PASSWORD)
  const [row] = await core.app.store.write((db) =>
    db
      .update(user)
      .set({ passwordHash })
      .where(eq(user.id, owner.userId ?? ''))
      .returning({ email: user.email }),
  )
  email = row?.email ?? ''
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => core.drop())

const facts = { userAgent: 'Firefox/140 Windows', address: '127.0.0.1', secure: false }
const begin = async (secure = false) => {
  const { id, setCookie } = await core.app.sessions.begin(owner.userId ?? '', { ...facts, secure })
  return { id, setCookie, cookie: setCookie.split(';')[0] ?? '' }
}

describe('signing in', () => {
  it('takes the right password, in any spelling of the address', async () => {
    expect(await signIn(core.app, ` ${email.toUpperCase()} `, PASSWORD)).toBe(owner.userId)
  })

  it('locks the account for 15 minutes after 5 failures, also for the right password', async () => {
    for (let i = 1; i < MAX_FAILURES; i++)
      expect(await codeOf(signIn(core.app, email, 'wrong'))).toBe('signIn.wrong')
    expect(await codeOf(signIn(core.app, email, 'wrong'))).toBe('signIn.locked')
    expect(await codeOf(signIn(core.app, email, PASSWORD))).toBe('signIn.locked')
    core.setNow(Date.now() + LOCK_MS + 1)
    expect(await signIn(core.app, email, PASSWORD)).toBe(owner.userId)
    // A success wipes the slate: the next mistake is the first again.
    expect(await codeOf(signIn(core.app, email, 'wrong'))).toBe('signIn.wrong')
  })

  it('counts failures that come at the same moment', async () => {
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(signIn(core.app, email, 'wrong'))),
    )
    expect(codes).toContain('signIn.locked')
    expect(await codeOf(signIn(core.app, email, PASSWORD))).toBe('signIn.locked')
  })

  it('takes no right guess among wrong ones at the same moment, once they are too many', async () => {
    const wrong = Array.from({ length: 15 }, () => codeOf(signIn(core.app, email, 'wrong')))
    const last = codeOf(signIn(core.app, email, PASSWORD))
    await Promise.all(wrong)
    expect(await last).toBe('signIn.locked')
  })

  it('locks an address without an account just so: the lock does not tell which there are', async () => {
    const ghost = `ghost-${Date.now()}@example.org`
    for (let i = 1; i < MAX_FAILURES; i++)
      expect(await codeOf(signIn(core.app, ghost, 'wrong'))).toBe('signIn.wrong')
    for (let i = 0; i < 2; i++)
      await expect(signIn(core.app, ghost, 'wrong')).rejects.toMatchObject({
        code: 'signIn.locked',
        status: 429,
        params: { minutes: LOCK_MS / 60_000 },
      })
  })

  it('answers the same, and works as long, when there is no such account', async () => {
    expect(await codeOf(signIn(core.app, 'nobody@example.org', PASSWORD))).toBe('signIn.wrong')
    const time = async (run: () => Promise<unknown>) => {
      const all: number[] = []
      for (let i = 0; i < 5; i++) {
        const from = performance.now()
        await run()
        all.push(performance.now() - from)
      }
      return all.sort((a, b) => a - b)[0] ?? 0
    }
    const stored = await hashPassword(PASSWORD)
    const known = await time(() => checkPassword(stored, 'wrong'))
    const unknown = await time(() => checkPassword(undefined, 'wrong'))
    // Both really hash: argon2id with these parameters never takes less than a few milliseconds.
    expect(Math.min(known, unknown)).toBeGreaterThan(2)
    expect(await checkPassword(null, 'no account has this password')).toBe(false)
  })
})

describe('cookies', () => {
  it('are HttpOnly, Lax, for the whole site, and Secure where the scheme is', async () => {
    const plain = await begin()
    expect(plain.setCookie).toMatch(/^hubbub_session=\w+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
    expect((await begin(true)).setCookie).toMatch(/; Secure$/)
    expect(core.app.sessions.clearCookie(true)).toMatch(/^hubbub_session=; .*Max-Age=0; Secure$/)
  })

  it('are kept only as a hash: neither a stolen row nor a made-up value opens anything', async () => {
    const { id, cookie } = await begin()
    const [row] = await core.app.store.read.select().from(session).where(eq(session.id, id))
    expect(row?.id).toBe(hashSecret(cookie.split('=')[1] ?? ''))
    const read = (value: string) => core.app.sessions.read(`hubbub_session=${value}`, false)
    expect((await core.app.sessions.read(cookie, false))?.user.id).toBe(owner.userId)
    for (const forged of [id, '', 'x', `${cookie.split('=')[1]}x`, '%00', "' or 1=1 --"])
      expect(await read(forged)).toBeUndefined()
  })

  it('end with their time, and are renewed while they are used', async () => {
    const { cookie, id } = await begin()
    const end = (ms: number) =>
      core.app.store.write((db) =>
        db
          .update(session)
          .set({ expiresAt: Date.now() + ms })
          .where(eq(session.id, id))
          .then(() => undefined),
      )
    await end(86_400_000)
    expect((await core.app.sessions.read(cookie, true))?.setCookie).toMatch(/Max-Age=2592000; Secure$/)
    await end(-1)
    expect(await core.app.sessions.read(cookie, false)).toBeUndefined()
  })
})

describe('sessions of an account', () => {
  const as = (id: string): Ctx => ({ ...owner, via: { sessionId: id, origin: 'http://here' } })

  it('end with everything they hold: presence too, when there is no socket', async () => {
    const mine = await begin()
    const cut = vi.spyOn(core.app.presence, 'cut')
    await signOut(core.app, { userId: owner.userId ?? '', sessionId: mine.id })
    expect(await core.app.sessions.read(mine.cookie, false)).toBeUndefined()
    expect(cut).toHaveBeenCalledWith({ uid: owner.memberId })
    cut.mockRestore()
  })

  it('are listed without secrets, and revoked one by one or all others at once', async () => {
    const [mine, second, third] = [await begin(), await begin(), await begin()]
    const cut = vi.spyOn(core.app, 'cutSession')
    const listed = await readSessions(as(mine.id))
    expect(listed.filter((one) => one.current).map((one) => one.id)).toEqual([mine.id])
    expect(JSON.stringify(listed)).not.toContain(mine.cookie.split('=')[1])
    await revokeSession(as(mine.id), { sessionId: second.id })
    expect(cut).toHaveBeenCalledWith(second.id)
    expect(await core.app.sessions.read(second.cookie, false)).toBeUndefined()
    expect(await revokeSession(as(mine.id), { others: true })).toEqual({ ended: 1 })
    expect(await core.app.sessions.read(third.cookie, false)).toBeUndefined()
    expect(await core.app.sessions.read(mine.cookie, false)).toBeDefined()
  })

  it('of somebody else cannot be revoked', async () => {
    const { id, cookie } = await begin()
    const other = await core.member(owner, 'admin')
    expect(await codeOf(revokeSession(other, { sessionId: id }))).toBe('request.notFound')
    expect(await core.app.sessions.read(cookie, false)).toBeDefined()
  })

  it('end with a new password, but for the one that set it', async () => {
    const [mine, other] = [await begin(), await begin()]
    const next = 'quite another sentence'
    const change = (current: string) => changePassword(as(mine.id), { current, next })
    expect(await codeOf(change('wrong'))).toBe('account.wrongPassword')
    expect(await change(PASSWORD)).toEqual({ ended: 1 })
    expect(await core.app.sessions.read(other.cookie, false)).toBeUndefined()
    expect(await core.app.sessions.read(mine.cookie, false)).toBeDefined()
    expect(await codeOf(signIn(core.app, email, PASSWORD))).toBe('signIn.wrong')
    expect(await signIn(core.app, email, next)).toBe(owner.userId)
  })

  it('give nothing in a workspace one does not belong to', async () => {
    const elsewhere = await core.workspace('Elsewhere')
    const slug = elsewhere.owner.workspaceSlug
    expect(await memberCtx(core.app, { slug }, { userId: owner.userId ?? '' }, 'r')).toBeUndefined()
  })
})

it('limits what one address or account may try', async () => {
  const limits = createRateLimits()
  const { points } = LIMITS['sign-in.address']
  for (let i = 0; i < points; i++) await limits.take('sign-in.address', '1.2.3.4')
  expect(await codeOf(limits.take('sign-in.address', '1.2.3.4'))).toBe('request.tooMany')
  expect(await codeOf(limits.take('sign-in.address', '5.6.7.8'))).toBe('done')
})
