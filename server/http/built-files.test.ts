import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtFiles } from './built-files.ts'

const LARGE = 'export const tea = 1;\n'.repeat(200)

let dir: string
let url: string
let close: () => void
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hubbub-files-'))
  mkdirSync(join(dir, 'client/assets'), { recursive: true })
  writeFileSync(join(dir, 'client/assets/page-1a2b.js'), 'export {}')
  writeFileSync(join(dir, 'client/favicon.svg'), '<svg/>')
  writeFileSync(join(dir, 'secret'), 'nobody reads this')
  for (const name of ['large', 'going']) {
    const file = join(dir, `client/assets/${name}-1a2b.js`)
    writeFileSync(file, LARGE)
    writeFileSync(`${file}.br`, brotliCompressSync(LARGE))
    if (name === 'large') writeFileSync(`${file}.gz`, gzipSync(LARGE))
  }
  const server = express().use(builtFiles(dir)).listen(0)
  await new Promise((done) => server.once('listening', done))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = () => server.close()
})
afterAll(() => {
  close()
  rmSync(dir, { recursive: true, force: true })
})

it.each([
  ['/assets/page-1a2b.js', /javascript/, 'immutable'],
  ['/favicon.svg', /svg/, 'max-age=3600'],
])('%s says what it is and that nothing may guess otherwise', async (path, type, kept) => {
  const answer = await fetch(`${url}${path}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-type')).toMatch(type)
  expect(answer.headers.get('cache-control')).toContain(kept)
})

it('has no page for an asset that is not there', async () => {
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404)
})

it('sends the smallest form that the browser takes', async () => {
  const path = `${url}/assets/large-1a2b.js`
  const asked = async (encodings: string) => {
    const answer = await fetch(path, { headers: { 'accept-encoding': encodings } })
    return [answer.headers.get('content-encoding'), await answer.text()]
  }
  expect(await asked('gzip, deflate, br')).toEqual(['br', LARGE])
  expect(await asked('gzip')).toEqual(['gzip', LARGE])
  expect(await asked('identity')).toEqual([null, LARGE])
  const { headers } = await fetch(path, { headers: { 'accept-encoding': 'br' } })
  expect(headers.get('vary')).toBe('Accept-Encoding')
  expect(headers.get('content-type')).toMatch(/javascript/)
  // `fetch` would ask past every cache.
  const tag = { 'if-none-match': headers.get('etag') ?? '', 'accept-encoding': 'br' }
  const again = await new Promise((done) =>
    get(path, { headers: tag }, (got) => done(got.resume().statusCode)),
  )
  expect(again).toBe(304)
})

it.each(['/assets/../secret', '/assets/..%2fsecret', '/%2e%2e/secret', '/assets/', '/assets'])(
  'has nothing at %s',
  async (path) => expect((await fetch(url + path)).status).toBe(404),
)

it('survives that another build takes its files away', async () => {
  for (const name of ['going-1a2b.js', 'going-1a2b.js.br']) rmSync(join(dir, 'client/assets', name))
  for (const encoding of ['br', 'identity']) {
    const gone = await fetch(`${url}/assets/going-1a2b.js`, { headers: { 'accept-encoding': encoding } })
    expect(gone.status).toBe(404)
    expect(gone.headers.get('cache-control')).toBeNull()
  }
  expect((await fetch(`${url}/favicon.svg`)).status).toBe(200)
})
