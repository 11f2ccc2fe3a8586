import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtFiles } from './built-files.ts'

let dir: string
let url: string
let close: () => void
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'hubbub-files-'))
  mkdirSync(join(dir, 'client/assets'), { recursive: true })
  writeFileSync(join(dir, 'client/assets/page-1a2b.js'), 'export {}')
  writeFileSync(join(dir, 'client/favicon.svg'), '<svg/>')
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
