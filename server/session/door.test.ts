import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { enter, ownPath } from '#app/auth/door-action.ts'
import { action as join } from '#app/routes/join.$secret.tsx'
import { action as signInAction } from '#app/routes/sign-in.tsx'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import type { Ctx } from '../core/ctx.ts'
import { createExpress } from '../http/express-app.ts'
import { originRule } from '../http/origin.ts'
import { inviteMember } from '../member/invite-member.ts'
import { LIMITS } from '../platform/rate-limit.ts'
import { services } from '../services.ts'

let core: TestCore
let owner: Ctx
beforeAll(async () => {
  core = await testCore()
  owner = (await core.workspace('Door')).owner
})
afterAll(() => core.drop())

describe('where one is sent after signing in', () => {
  it.each([
    ['/w/acme/board?view=a#x', '/w/acme/board?view=a#x'],
    [null, '/'],
    ['', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['\\\\evil.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/\t/evil.example', '/'],
    ['/\n//evil.example', '/'],
    [' //evil.example', '/'],
    ['/..//evil.example', '/'],
    ['/w/한국?q=차', '/w/%ED%95%9C%EA%B5%AD?q=%EC%B0%A8'],
    ['/a\r\nSet-Cookie: x=1', '/aSet-Cookie:%20x=1'],
  ])('%j leads to %j', (to, path) => {
    expect(ownPath(to)).toBe(path)
  })

  it('is on this site even when the form was tampered with', async () => {
    const context = {
      app: core.app,
      origin: { secure: true, address: '127.0.0.1', host: 'here' },
    }
    const request = new Request('http://here/sign-in', { method: 'POST' })
    const response = await enter(
      { context, request, params: {} } as never,
      owner.userId ?? '',
      '//evil.example',
    )
    expect(response.headers.get('location')).toBe('/')
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; .*Secure$/)
  })
})

describe('the forms', () => {
  const context = (address: string) => ({
    app: core.app,
    services,
    account: null,
    ctx: null,
    origin: { secure: false, address, host: 'here' },
  })
  const form = (url: string, fields: Record<string, string>) =>
    new Request(url, { method: 'POST', body: new URLSearchParams(fields) })
  const statusOf = (answer: unknown) =>
    answer instanceof Response
      ? answer.status
      : ((answer as { init?: { status?: number } }).init?.status ?? 200)

  it('limit sign-in attempts of one address, whatever the account', async () => {
    const address = `here ${newId()}`
    const attempt = (n: number) =>
      signInAction({
        request: form('http://here/sign-in', { email: `nobody${n}@example.org`, password: 'x' }),
        context: context(address),
        params: {},
      } as never)
    const { points } = LIMITS['sign-in.address']
    const answers = await Promise.all(Array.from({ length: points + 1 }, (_, n) => attempt(n)))
    expect(answers.map(statusOf).filter((status) => status === 429)).toHaveLength(1)
  })

  it('take an invitation once, with a password that is long enough', async () => {
    const made = await inviteMember(owner, {
      email: `${newId()}@example.org`,
      role: 'viewer',
      teamIds: [],
      narrowed: false,
    })
    const secret = made.path.replace('/join/', '')
    const accept = (password: string) =>
      join({
        request: form(`http://here${made.path}`, { name: 'New', password, zone: 'UTC', locale: 'en' }),
        context: context('10.0.0.2'),
        params: { secret },
      } as never)
    expect(statusOf(await accept('short'))).toBe(422)
    const response = (await accept('a sentence to keep in mind')) as Response
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe(`/w/${owner.workspaceSlug}/board`)
    expect(statusOf(await accept('a sentence to keep in mind'))).toBe(410)
  })
})

describe('over HTTP', () => {
  let http: Server
  async function serve(change: { trustProxy?: number; baseUrl?: string }): Promise<string> {
    core.app.settings.trustProxy = change.trustProxy ?? 0
    const server: Express = createExpress(core.app, {} as never, originRule(change.baseUrl), '/nowhere')
    http = createServer(server)
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  }
  const stop = () => {
    http.closeAllConnections()
    http.close()
    core.app.settings.trustProxy = 0
  }
  const cookie = async (ctx: Ctx) => {
    const { setCookie } = await core.app.sessions.begin(ctx.userId ?? '', {
      userAgent: 'test',
      address: '',
      secure: false,
    })
    return setCookie.split(';')[0] ?? ''
  }
  const act = (base: string, slug: string, headers: Record<string, string>) =>
    fetch(`${base}/w/${slug}/act/workspace.change`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    })

  it('a change needs the own origin; without BASE_URL the host that was asked', async () => {
    const base = await serve({})
    const mine = await cookie(owner)
    const slug = owner.workspaceSlug
    expect((await act(base, slug, { cookie: mine, origin: base })).status).toBe(200)
    expect((await act(base, slug, { cookie: mine })).status).toBe(200)
    for (const origin of ['https://evil.example', 'null', `${base}.evil.example`, 'http://127.0.0.1:1'])
      expect((await act(base, slug, { cookie: mine, origin })).status).toBe(403)
    stop()
  })

  it('answers what no browser sends without a line in the log', async () => {
    const base = await serve({})
    const error = vi.spyOn(core.app.log, 'error')
    const status = await new Promise((done) =>
      ask(`${base}/sign-in`, { method: 'TRACE' }, (got) => done(got.resume().statusCode)).end(),
    )
    expect(status).toBe(405)
    expect(error).not.toHaveBeenCalled()
    error.mockRestore()
    stop()
  })

  it('says in JSON what no act can be read from, and in a sentence what no page is', async () => {
    const base = await serve({})
    const mine = await cookie(owner)
    const url = `${base}/w/${owner.workspaceSlug}/act/workspace.change`
    const sent = (body: string, more: Record<string, string> = {}) => {
      const headers = { 'content-type': 'application/json', cookie: mine, ...more }
      return fetch(url, { method: 'POST', headers, body })
    }
    const answers: [Response, number, string][] = [
      [await sent('nonsense'), 400, 'request.invalid'],
      [await sent(`{"name":"${'a'.repeat(1_100_000)}"}`), 413, 'request.tooLarge'],
      [await sent('{}', { 'content-encoding': 'gzip' }), 400, 'request.invalid'],
    ]
    for (const [answer, status, code] of answers) {
      expect(answer.status).toBe(status)
      expect(await answer.json()).toMatchObject({ code })
    }
    for (const [path, status] of [
      ['/w/x/post/%00', 404],
      ['/%FF', 400],
    ] as const) {
      const answer = await fetch(base + path)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        status,
        'text/plain; charset=utf-8',
      ])
    }
    expect((await fetch(`${base}/api/v1/posts/%FF`)).status).toBe(404)
    stop()
  })

  it('limits the uploads of one account', async () => {
    const base = await serve({})
    const take = vi.spyOn(core.app.limits, 'take')
    const headers = { cookie: await cookie(owner) }
    await fetch(`${base}/w/${owner.workspaceSlug}/assets`, { method: 'POST', headers, body: 'x' })
    expect(take).toHaveBeenCalledWith('upload.account', owner.userId)
    take.mockRestore()
    stop()
  })

  it('with BASE_URL only that origin', async () => {
    const base = await serve({ baseUrl: 'https://hubbub.example.org' })
    const mine = await cookie(owner)
    const slug = owner.workspaceSlug
    expect((await act(base, slug, { cookie: mine, origin: 'https://hubbub.example.org' })).status).toBe(200)
    expect((await act(base, slug, { cookie: mine, origin: base })).status).toBe(403)
    stop()
  })

  it('a session of another workspace, or a made-up one, changes nothing', async () => {
    const base = await serve({})
    const other = (await core.workspace('Other')).owner
    const theirs = await cookie(other)
    expect((await act(base, owner.workspaceSlug, { cookie: theirs })).status).toBe(401)
    expect((await act(base, owner.workspaceSlug, { cookie: 'hubbub_session=forged' })).status).toBe(401)
    expect((await act(base, owner.workspaceSlug, {})).status).toBe(401)
    stop()
  })

  it('believes a proxy about the scheme only when told to', async () => {
    const asked = { headers: { 'x-forwarded-proto': 'https' } }
    const plain = await serve({})
    expect(
      (await fetch(`${plain}/w/x/presence/auth`, asked)).headers.get('strict-transport-security'),
    ).toBeNull()
    stop()
    const behind = await serve({ trustProxy: 1 })
    expect(
      (await fetch(`${behind}/w/x/presence/auth`, asked)).headers.get('strict-transport-security'),
    ).toContain('max-age')
    stop()
  })
})
