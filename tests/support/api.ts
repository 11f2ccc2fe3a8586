import { createServer, type Server } from 'node:http'
import express from 'express'
import { apiRouter } from '#server/api/api-router.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { PERMISSIONS, type Permission } from '#server/member/permission.rules.ts'
import { createToken } from '#server/token/create-token.ts'
import { type TestCore, testCore } from './core.ts'

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: whatever the API answers; the tests say what it should be
  body: any
}

export interface TestApi extends TestCore {
  url: string
  /** A token of this member, by default with every scope they hold; its id too. */
  token(of: Ctx, scopes?: Permission[]): Promise<{ id: string; secret: string }>
  call(
    secret: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
}

/** The API listening on a free port, on an empty database. */
export async function testApi(): Promise<TestApi> {
  const core = await testCore()
  const app = express()
  app.use('/api/v1', apiRouter(core.app))
  const http: Server = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/v1`
  return {
    ...core,
    url,
    async token(of, scopes = of.grants.everywhere) {
      // Whoever made it: the tests want tokens of people who may not make any.
      const maker = { ...of, grants: { ...of.grants, everywhere: [...PERMISSIONS] } }
      return createToken(maker, { name: 'test', scopes })
    },
    async call(secret, method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        headers: {
          ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      })
      const text = await response.text()
      const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? JSON.parse(text) : text || null,
      }
    },
    async drop() {
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      await core.drop()
    },
  }
}
