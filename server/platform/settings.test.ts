import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))
const read = (more: Record<string, string> = {}) => readSettings({ DATA_DIR: dataDir, ...more })

it('makes a secret once, whole, and nothing beside it', () => {
  const { appSecret } = read()
  expect(appSecret.length).toBeGreaterThanOrEqual(32)
  expect(readFileSync(join(dataDir, 'app-secret'), 'utf8')).toBe(appSecret)
  expect(read().appSecret).toBe(appSecret)
  expect(readdirSync(dataDir)).toEqual(['app-secret'])
})

it.each<[string, (file: string) => void]>([
  ['an empty file, as a full disk left it', (file) => writeFileSync(file, '')],
  ['a secret that anybody can guess', (file) => writeFileSync(file, 'secret\n')],
  ['a folder', (file) => mkdirSync(file)],
])('signs nothing with %s', (_, make) => {
  make(join(dataDir, 'app-secret'))
  expect(() => read()).toThrow(/app-secret holds no secret of at least 32 characters/)
})

it.each<[string, string, RegExp | null]>([
  ['OUTBOUND_ALLOW', 'pds.example.org, 10.0.0.7:2583 [::1]:2583', null],
  ['OUTBOUND_ALLOW', 'http://pds.example.org/', /^OUTBOUND_ALLOW must name hosts/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be debug, info/],
  ['APP_SECRET', 'short', /^APP_SECRET must have at least 32/],
  ['TRUST_PROXY', 'yes', /^TRUST_PROXY must be the number/],
  ['BASE_URL', 'https://hubbub.example.org/', null],
  ['BASE_URL', 'https://example.org/hubbub', /^BASE_URL must be an address without a path/],
  ['BASE_URL', 'hubbub', /^BASE_URL must be an address such as/],
])('%s=%s', (name, value, sentence) => {
  if (sentence) expect(() => read({ [name]: value })).toThrow(sentence)
  else expect(() => read({ [name]: value })).not.toThrow()
})

it('takes what is there but empty for what is not there', () => {
  const empty = { PORT: '', ROLE: '', LOG_LEVEL: ' ', PRESENCE: '', APP_SECRET: '', BASE_URL: '' }
  expect(read(empty)).toEqual(read())
  expect(read(empty).port).toBe(3000)
})
