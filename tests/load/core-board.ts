/**
 * The board in real browsers: how soon it can be used, how much JavaScript that takes, and how long another person's
 * change takes to the pixels of the second browser, with 48 more sockets connected.
 */
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { closeBrowser, closePages } from '../support/browser.ts'
import { median, print, quantile, smoke } from './figure.ts'
import { open, pixels, watchInteractive } from './page-figures.ts'
import { type BenchServer, forkServer } from './server/fork-server.ts'

const SIZES = smoke ? [100] : [100, 1000]
const LOADS = smoke ? 2 : 7
const CHANGES = smoke ? 5 : 40
const OTHERS = smoke ? 4 : 48

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)

/** What a browser that takes gzip and nothing better gets of a script, bytes. */
function gzipSize(url: string): number {
  const file = join(import.meta.dirname, '../../build/client', new URL(url).pathname)
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size
}

async function measureLoading(server: BenchServer, posts: number): Promise<void> {
  const path = `/w/${server.slug}/board`
  const page = await open({ server, path: '/healthz' })
  await page.addInitScript(watchInteractive)
  const times: number[] = []
  let [sent, zipped] = [0, 0]
  for (let i = 0; i < LOADS; i++) {
    await page.goto(path)
    await page.waitForFunction(() => 'interactiveAt' in window)
    const facts = await page.evaluate(() => {
      const at = (window as unknown as { interactiveAt: number }).interactiveAt
      const loaded = performance
        .getEntriesByType('resource')
        .filter((one): one is PerformanceResourceTiming => one.name.endsWith('.js') && one.startTime < at)
      return { at, names: loaded.map((one) => one.name), sent: loaded.map((one) => one.encodedBodySize) }
    })
    times.push(facts.at)
    sent = Math.max(sent, sum(facts.sent) / 1000)
    zipped = Math.max(zipped, sum(facts.names.map(gzipSize)) / 1000)
  }
  print({
    name: `core.board.interactive.${posts}`,
    value: median(times),
    unit: 'ms',
    ...(posts === 100 && { goal: 500 }),
  })
  if (posts === 100) {
    print({ name: 'core.board.javascript', value: zipped, unit: 'KB gzip', goal: 200 })
    print({ name: 'core.board.javascript.sent', value: sent, unit: 'KB as Chromium gets it' })
  }
  await closePages()
}

async function measurePixels(server: BenchServer, posts: number): Promise<void> {
  const sockets = Array.from({ length: OTHERS }, () =>
    io(server.url, {
      auth: { workspace: server.slug },
      extraHeaders: { cookie: server.cookie },
      transports: ['websocket'],
      forceNew: true,
    }),
  )
  await Promise.all(sockets.map((one) => new Promise((resolve) => one.once('connect', () => resolve(null)))))
  const times = await pixels({ server, path: 'board' }, CHANGES)
  print({ name: `core.board.pixels.${posts}.p50`, value: median(times), unit: 'ms', goal: 50 })
  print({ name: `core.board.pixels.${posts}.p95`, value: quantile(times, 0.95), unit: 'ms' })
  for (const one of sockets) one.close()
}

for (const posts of SIZES) {
  const server = await forkServer('hubbub', { POSTS: String(posts), PRESENCE: '1' })
  await measureLoading(server, posts)
  await measurePixels(server, posts)
  await server.stop()
}
await closeBrowser()
process.exit(0)
