import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { request as ask, createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import express from 'express'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { importFile, importRun } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { importRouter } from '../http/import-route.ts'
import { addImport } from './add-import.ts'
import { MAX_DELIMITERS, MAX_ROWS } from './import.rules.ts'
import { lookAtImport } from './look-at-import.ts'
import { startImport } from './start-import.ts'

let core: TestCore
let owner: Ctx
let teamId: string
let server: Server
let temporary: string
beforeAll(async () => {
  core = await testCore()
  const made = await core.workspace()
  owner = made.owner
  teamId = made.teamId
  temporary = mkdtempSync(join(tmpdir(), 'limits-'))
  vi.stubEnv('TMPDIR', temporary)
  const web = express()
  web.use((_request, response, next) => {
    response.locals.here = {
      requestId: 'r',
      account: undefined,
      ctx: owner,
      locale: 'ko',
      readAt: Infinity,
    }
    next()
  })
  web.use('/imports', importRouter(core.app))
  server = createServer(web).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  vi.unstubAllEnvs()
  rmSync(temporary, { recursive: true })
  await core.drop()
})

const upload = (text: string) => addImport(owner, { bytes: Buffer.from(text), name: 'plan.csv' })
const rows = (count: number) => 'some words of a post\n'.repeat(count)

/** Sends megabytes until somebody answers; gives the answer, and how many were sent. */
async function send(megabytes: number, headers: Record<string, string>) {
  const { port } = server.address() as AddressInfo
  const sending = ask({ port, method: 'POST', path: '/imports?name=big.csv', headers })
  const answer = new Promise<{ status: number; body: Record<string, unknown> }>((resolve, reject) => {
    sending.once('error', reject)
    sending.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => (text += part))
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }))
    })
  })
  let open = true
  const ended = answer.finally(() => (open = false)).catch(() => {})
  const part = Buffer.alloc(1024 * 1024, 'Tea for all,\n')
  let sent = 0
  for (; open && sent < megabytes; sent++)
    await Promise.race([ended, new Promise<void>((done) => sending.write(part, () => setImmediate(done)))])
  if (open) sending.end()
  const got = await answer
  sending.destroy()
  return { ...got, sent }
}

it.each([
  ['that says so', { 'content-length': String(100 * 1024 * 1024) }],
  ['that does not', { 'transfer-encoding': 'chunked' }],
])(
  'a file of 100 MB %s is refused while it comes, and nothing of it is kept',
  async (_, headers) => {
    const before = process.memoryUsage.rss()
    const { status, body, sent } = await send(100, headers as Record<string, string>)
    expect(status).toBe(413)
    expect(body).toMatchObject({
      code: 'import.tooLarge',
      message: '파일이 10MB보다 커서 받지 않았어요. 여러 파일로 나눠 차례로 가져와 주세요.',
    })
    expect(sent).toBeLessThan(100)
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024)
    expect(readdirSync(temporary)).toEqual([])
    for (const table of [importRun, importFile])
      expect(
        await owner.store.read.select().from(table).where(eq(table.workspaceId, owner.workspaceId)),
      ).toEqual([])
  },
  60_000,
)

it('takes 20,000 rows, and one more only when it is the names of the columns', async () => {
  expect(await codeOf(upload(rows(MAX_ROWS)))).toBe('done')
  expect(await codeOf(upload(rows(MAX_ROWS + 1)))).toBe('import.tooManyRows')
  expect(await codeOf(upload(`text\n${rows(MAX_ROWS + 1)}`))).toBe('import.tooManyRows')
  const { id: importId } = await upload(`text\n${rows(MAX_ROWS)}`)
  const { look } = await lookAtImport(owner, importId)
  expect(look).toMatchObject({ counts: { total: MAX_ROWS }, plan: { header: true } })
  // Whoever says that the names are a post has one too many.
  const plan = { ...look?.plan, header: false }
  expect(await codeOf(perform(owner, startImport, { importId, teamId, plan }))).toBe('import.tooManyRows')
}, 60_000)

it('refuses lines of thousands of cells before anybody has to wait for them', async () => {
  const wide = ','.repeat(MAX_DELIMITERS + 1)
  for (const text of [wide.repeat(1_000), `title,text\nA,B\n${wide}\n`, `title,text\n"A","${wide}"\n`])
    expect(await codeOf(upload(text))).toBe('import.tooWide')
  expect(await codeOf(upload(`title,text\nA,"${','.repeat(MAX_DELIMITERS - 2)}"\n`))).toBe('done')
  // What is not what separates the columns may stand there as often as it likes.
  expect(await codeOf(upload(`title;text\n${'A;B\n'.repeat(30)}C;${wide}\n`))).toBe('done')
})

it('reads no file over and over for one account, and goes on for others', async () => {
  const { owner: other } = await core.workspace()
  const file = { bytes: Buffer.from('Title\nTea'), name: 'plan.csv' }
  const [{ id }, theirs] = [await addImport(owner, file), await addImport(other, file)]
  const looks = await Promise.all(Array.from({ length: 70 }, () => codeOf(lookAtImport(owner, id))))
  expect(looks).toContain('request.tooMany')
  expect((await lookAtImport(other, theirs.id)).look?.counts).toMatchObject({ good: 1 })
})
