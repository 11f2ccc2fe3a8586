import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MAX_FORM, readBody } from './read-body.ts'

const form = (body: BodyInit, headers: Record<string, string> = {}) =>
  readBody(new Request('http://here/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit))

it('reads forms of both kinds, and what is none as an empty one', async () => {
  const words = new URLSearchParams({ email: 'a@b.test', name: '김 민지' })
  expect([...(await form(words))]).toEqual([...words])
  const parts = new FormData()
  parts.set('name', '김 민지')
  expect((await form(parts)).get('name')).toBe('김 민지')
  for (const body of ['{}', '']) expect([...(await form(body, { 'content-type': 'text/plain' }))]).toEqual([])
  expect([...(await readBody(new Request('http://here/', { method: 'POST' })))]).toEqual([])
})

it.each([
  ['that says so', { 'content-length': String(MAX_FORM + 1) }],
  ['that does not', {}],
])('refuses a form that is too large and %s', async (_, headers) => {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const large = form('a'.repeat(MAX_FORM + 1), { ...type, ...headers })
  await expect(large).rejects.toMatchObject({ name: 'Problem', code: 'request.tooLarge', status: 413 })
})

let server: Server
let port: number
beforeAll(async () => {
  const module = {
    default: () => null,
    action: ({ request }: { request: Request }) =>
      readBody(request).then(
        () => new Response('read'),
        (problem: { status: number; code: string }) => new Response(problem.code, { status: problem.status }),
      ),
  }
  const route = { id: 'door', path: '/', module, hasAction: true }
  const build = {
    routes: { door: { ...route, parentId: undefined } },
    entry: { module: { default: () => new Response('page') } },
    assets: { routes: {}, entry: { imports: [], module: '' }, url: '', version: '' },
    future: {},
    publicPath: '/',
    assetsBuildDirectory: '',
    isSpaMode: false,
  }
  const web = express().all('*', createRequestHandler({ build: build as never }))
  server = createServer(web).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

it('keeps nothing of an endless form, and answers before its end', async () => {
  const before = process.memoryUsage.rss()
  const sending = ask({ port, method: 'POST', path: '/?_data=door' })
  sending.setHeader('content-type', 'application/x-www-form-urlencoded')
  const answer = new Promise<string>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      response.setEncoding('utf8')
      let text = ''
      response.on('data', (part) => (text += part))
      response.once('end', () => resolve(`${response.statusCode} ${text}`))
    })
  })
  const part = Buffer.alloc(1_000_000, 'a')
  let open = true
  answer.finally(() => (open = false)).catch(() => {})
  for (let sent = 0; open && sent < 200; sent++)
    await new Promise<void>((resolve) => sending.write(part, () => setImmediate(resolve)))
  expect(await answer).toBe('413 request.tooLarge')
  expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000)
  sending.destroy()
}, 30_000)
