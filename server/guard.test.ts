/// <reference types="vite/client" />
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guarded } from '#app/guard.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { middlewareOf, routesOf } from '#tests/support/express-map.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from './core/ctx.ts'
import { perform } from './core/verb.ts'
import { createExpress } from './http/express-app.ts'
import { originRule } from './http/origin.ts'
import { grantsOf, isPermission, NO_GRANTS, PERMISSIONS } from './member/permission.rules.ts'
import { Problem } from './platform/problem.ts'
import { VERBS } from './verbs.ts'

let core: TestCore
let owner: Ctx
let express: Express
let http: Server
let base: string
beforeAll(async () => {
  core = await testCore()
  owner = (await core.workspace('Guarded')).owner
  // No page is asked for in here, so no build of the interface is needed.
  express = createExpress(core.app, {} as never, originRule(undefined), '/nowhere')
  http = createServer(express)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterAll(async () => {
  http.closeAllConnections()
  http.close()
  await core.drop()
})

describe('verbs', () => {
  it('have names of their own', () => {
    const names = VERBS.map((verb) => verb.verb)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(VERBS.map((verb) => [verb.verb, verb] as const))(
    '%s is refused to whoever lacks its permission',
    async (_name, verb) => {
      const { permission } = verb
      if (permission === 'signed-in') {
        const nobody = { ...owner, memberId: null, userId: null }
        expect(await codeOf(verb(nobody, {} as never))).toBe('request.signedOut')
        return
      }
      expect(isPermission(permission)).toBe(true)
      const others = PERMISSIONS.filter((one) => one !== permission)
      const almost = grantsOf({ role: { permissions: others }, narrowedTo: null, teams: [] })
      for (const grants of [NO_GRANTS, almost]) {
        expect(await codeOf(verb({ ...owner, grants }, {} as never))).toBe('request.forbidden')
        // The input is not even looked at: a stranger learns nothing of its shape.
        expect(await codeOf(perform({ ...owner, grants }, verb, 'nonsense'))).toBe('request.forbidden')
      }
    },
  )
})

/** Routes that anybody may call, with the reason. */
const PUBLIC_ROUTES: Record<string, string> = {
  '$.tsx': 'the page for unknown addresses',
  'join.$secret.tsx': 'its secret is the key',
  'setup.$secret.tsx': 'its secret is the key',
  'sign-in.tsx': 'the door',
  'sign-out.tsx': 'ends only the own session',
}

describe('pages', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../app/routes/*.{ts,tsx}')

  it.each(Object.keys(modules))('%s says what it demands', async (file) => {
    const module = await modules[file]?.()
    const name = file.replace('../app/routes/', '')
    const handlers = (['loader', 'action'] as const).filter((part) => module?.[part])
    expect(handlers, 'a page without a loader would be open to everybody').toContain('loader')
    for (const part of handlers) {
      const guard = (module?.[part] as { guard?: string } | undefined)?.guard
      expect(guard, `${name}: ${part} is declared without guarded() or open()`).toBeTruthy()
      if (name.startsWith('w.$workspace')) {
        expect(part, 'a workspace is changed through verbs only').toBe('loader')
        expect(guard === 'member' || isPermission(guard ?? '')).toBe(true)
      } else if (guard === 'public') expect(PUBLIC_ROUTES).toHaveProperty([name])
      else expect(guard).toBe('account')
    }
  })

  it.each(Object.keys(modules))('%s sends strangers away and hides from members of others', async (file) => {
    const module = await modules[file]?.()
    const loader = module?.loader as ((args: unknown) => unknown) & { guard: string }
    if (loader.guard === 'public') return
    const request = new Request('http://here/w/guarded/x')
    const ask = async (context: object) => {
      try {
        return await loader({ request, context, params: {} })
      } catch (thrown) {
        return thrown
      }
    }
    const stranger = (await ask({ account: null, ctx: null })) as Response
    expect(stranger.status).toBe(302)
    expect(stranger.headers.get('location')).toMatch(/^\/sign-in\?to=/)
    if (loader.guard === 'account') return
    const account = { userId: 'x' }
    expect(((await ask({ account, ctx: null })) as Response).status).toBe(404)
    if (loader.guard === 'member') return
    const ctx = { ...owner, grants: NO_GRANTS }
    expect(((await ask({ account, ctx })) as Response).status).toBe(403)
  })

  it('answer what a read refuses with its status: no defect of ours', async () => {
    const ask = (status: number) => {
      const loader = guarded('post:read', () => {
        throw new Problem('request.refused', { status })
      })
      return loader({ request: new Request('http://here/'), context: { account: {}, ctx: owner } } as never)
    }
    for (const status of [403, 404]) await expect(ask(status)).rejects.toMatchObject({ status })
    await expect(ask(403)).rejects.toBeInstanceOf(Response)
  })
})

/**
 * Every route of Express and who may call it. A new one fails the test until it stands here, and then the test calls it
 * as a stranger. `member`: of that workspace. `token`: a bearer token. `public`: anybody, with the reason.
 */
const EXPRESS: Record<string, 'member' | 'token' | { public: string }> = {
  'GET /healthz': { public: 'says only that the process lives' },
  'GET /readyz': { public: 'says only what is up' },
  'GET /metrics': 'token',
  'GET /calendar/:file': { public: 'a feed: its secret is the key' },
  'POST /w/:workspace/act/:verb': 'member',
  'POST /w/:workspace/assets': 'member',
  'GET /w/:workspace/assets/:id': 'member',
  'POST /w/:workspace/imports': 'member',
  'POST /w/:workspace/presence/auth': 'member',
  'ALL *': { public: 'the pages; each is guarded by its own declaration' },
}
const isApi = (route: string) => /^\w+ \/api\/v1\b/.test(route)
const OPEN_API = ['GET /api/v1/openapi.json']

describe('routes of Express', () => {
  it('are all known here', () => {
    const unknown = routesOf(express).filter((route) => !isApi(route) && !(route in EXPRESS))
    expect(unknown).toEqual([])
  })

  it('are not joined by middleware that answers unseen', () => {
    // <anonymous>: security headers, the origin check, who is here, the answer to an error; presence has tests of its own.
    expect(middlewareOf(express).sort()).toEqual(
      [
        '<anonymous>',
        '<anonymous>',
        '<anonymous>',
        '<anonymous>',
        'compression',
        'expressInit',
        'middleware',
        'query',
        'refuseNul',
        'refuseTrace',
      ].sort(),
    )
  })

  it('refuse strangers', async () => {
    for (const route of routesOf(express)) {
      const kind = isApi(route) && !OPEN_API.includes(route) ? 'token' : EXPRESS[route]
      if (typeof kind !== 'string') continue
      const [said = '', path = ''] = route.split(' ')
      const method = said === 'ALL' ? 'DELETE' : said
      const url = base + path.replace(':workspace', owner.workspaceSlug).replace(/:\w+/g, 'x')
      const body = method === 'GET' || method === 'HEAD' ? {} : { body: '{}' }
      for (const authorization of ['', 'Bearer hubbub_wrong']) {
        const answer = await fetch(url, {
          method,
          ...body,
          headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        })
        expect([401, 403, 404, 405], `${route} answered ${answer.status}`).toContain(answer.status)
      }
    }
  })

  it('refuse a change that comes from another site, before anything else', async () => {
    for (const path of ['/sign-in', '/sign-out', `/w/${owner.workspaceSlug}/act/post.create`]) {
      const answer = await fetch(base + path, { method: 'POST', headers: { origin: 'https://evil.example' } })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toEqual({ code: 'request.origin' })
    }
  })
})
