import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import tailwindcss from '@tailwindcss/vite'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createPresence, type Presence } from '#server/platform/presence/presence.ts'
import { presenceAuth } from '#server/platform/presence/presence-auth.ts'
import { chromiumOnThisMachine } from '../support/chromium.ts'

const source = join(import.meta.dirname, '../support/presence-page')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const folder = mkdtempSync(join(tmpdir(), 'presence-page-'))
const barred = new Set<string>()
let presence: Presence
let http: Server
let browser: Browser
let base: string

async function body(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += chunk
  return JSON.parse(text)
}

beforeAll(async () => {
  await build({
    root: source,
    configFile: false,
    logLevel: 'error',
    plugins: [tailwindcss()],
    build: { outDir: join(folder, 'page'), target: 'es2022' },
  })
  presence = createPresence({
    dataDir: join(folder, 'data'),
    secret: 'for tests',
    log: { info() {}, warn() {}, error: console.error } as never,
    allowOrigin: (origin) => origin === base,
  })
  const auth = presenceAuth({
    presence,
    policy: (uid: string) => (barred.has(uid) ? null : { uid, name: uid, write: true }),
  })
  http = createServer((request, response) =>
    presence.middleware(request, response, async () => {
      if (request.url === '/presence/auth') {
        const uid = decodeURIComponent(/who=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '')
        const reply = await auth(uid, await body(request))
        response
          .writeHead(reply.status, { 'content-type': 'application/json' })
          .end(JSON.stringify(reply.body))
        return
      }
      const file = request.url === '/' ? '/index.html' : (request.url ?? '')
      if (file === '/favicon.ico') return response.writeHead(204).end()
      // What the app's own policy allows: presence must work with it.
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': "default-src 'self'; connect-src 'self'",
      })
      response.end(readFileSync(join(folder, 'page', file)))
    }),
  )
  http.on('upgrade', (request, socket, head) => presence.onUpgrade(request, socket, head) || socket.destroy())
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  browser = await chromium.launch({
    executablePath: chromiumOnThisMachine ?? '',
    args: ['--no-sandbox', '--disable-gpu'],
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await presence?.stop()
  http?.closeAllConnections()
  http?.close()
  rmSync(folder, { recursive: true, force: true })
})

// Nobody stays for the next test, nor for another try of this one.
afterEach(async () => {
  barred.clear()
  await Promise.all(browser.contexts().map((context) => context.close()))
})

async function open(who: string): Promise<Page> {
  const context = await browser.newContext()
  await context.addCookies([{ name: 'who', value: encodeURIComponent(who), url: base }])
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(who, error))
  await page.goto(base)
  await text(page, '#status', 'live')
  return page
}

async function text(page: Page, selector: string, expected: string, ms = 30_000) {
  await expect.poll(() => page.textContent(selector), { timeout: ms, interval: 20 }).toBe(expected)
}

test('people see each other, their typing and their pointers, and survive a killed child', async () => {
  const ann = await open('Ann')
  const minji = await open('김민지')
  await text(ann, '#here', '김민지')
  await text(minji, '#here', 'Ann')
  await text(ann, '#card', '김민지')
  await minji.fill('input', 'x')
  await text(ann, '#typing', '김민지')
  await minji.fill('input', '')
  await text(ann, '#typing', '')

  // Ann has scrolled: the pointer is where Minji points in the content, not on the screen.
  await ann.locator('#scroller').evaluate((element) => {
    element.scrollTop = 100
  })
  const box = (await minji.locator('[data-cursors]').boundingBox())!
  await minji.mouse.move(box.x + 150, box.y + 120)
  await minji.mouse.move(box.x + 200, box.y + 130, { steps: 5 })
  const mark = ann.locator('[data-cursor="김민지"]')
  const place = () => mark.evaluate((element) => getComputedStyle(element).transform)
  await expect.poll(place, { timeout: 20_000 }).toBe('matrix(1, 0, 0, 1, 200, 130)')
  expect(await mark.textContent()).toContain('김민지')
  const annBox = (await ann.locator('[data-cursors]').boundingBox())!
  expect((await mark.boundingBox())!.y).toBeCloseTo(annBox.y + 130, 0)

  process.kill(presence.stats().childPid!, 'SIGKILL')
  await expect.poll(() => presence.state(), { timeout: 20_000, interval: 5 }).toBe('down')
  await text(ann, '#status', 'live')
  await expect.poll(() => presence.stats().connections).toBe(2)
  expect(await ann.textContent('#here')).toBe('김민지')
  await minji.fill('input', 'y')
  await text(ann, '#typing', '김민지')

  // Closing the tab is a goodbye: nobody waits.
  const start = performance.now()
  await minji.close()
  await text(ann, '#here', '')
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('another room is another company; a removed person is out within a second', async () => {
  const ann = await open('Ann')
  const eve = await open('Eve')
  await text(ann, '#here', 'Eve')
  await eve.click('button')
  await text(ann, '#here', '')
  await text(eve, '#here', '')
  await ann.click('button')
  await text(ann, '#here', 'Eve')
  barred.add('Eve')
  presence.cut({ uid: 'Eve' })
  await text(ann, '#here', '')
  await text(eve, '#status', 'denied')
  expect(await eve.textContent('#here')).toBe('')
})

test('without the server the page says so after a moment and comes back by itself', async () => {
  const ann = await open('Ann')
  await ann.context().setOffline(true)
  presence.cut({ uid: 'Ann' })
  await text(ann, '#status', 'away')
  await ann.context().setOffline(false)
  await text(ann, '#status', 'live', 60_000)
})
