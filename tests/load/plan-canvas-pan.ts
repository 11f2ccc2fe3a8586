/**
 * A browser pans and zooms over 1,000 objects, compared with an empty canvas in the same run: all of them in view, and
 * near, as one works.
 */
import type { Page } from 'playwright-core'
import { closeBrowser, closePages } from '../support/browser.ts'
import { makeCanvas, move, openCanvas, zoomTo } from './canvas-scene.ts'
import { median, print, quantile, smoke } from './figure.ts'
import { frameCost } from './frame-cost.ts'
import { forkServer } from './server/fork-server.ts'

const OBJECTS = smoke ? 100 : 1_000
const FRAMES = smoke ? 30 : 240
const ROUNDS = smoke ? 1 : 3

interface Round {
  fps: number
  /** Processor time of the main thread, ms a frame. */
  work: number[]
  /** By the clock, ms a frame. */
  clock: number[]
}

/** Frames a second without tracing, then the work of the same moves with it. */
async function once(page: Page): Promise<Round> {
  await page.bringToFront()
  await move(page, 10)
  const { fps, work: clock } = await move(page, FRAMES)
  return { fps, clock, work: await frameCost(page, () => move(page, FRAMES)) }
}

async function compare(name: string, bare: Page, full: Page): Promise<void> {
  const rounds: { bare: Round; full: Round }[] = []
  for (let i = 0; i < ROUNDS; i++) rounds.push({ bare: await once(bare), full: await once(full) })
  const p95 = (which: 'bare' | 'full', what: 'work' | 'clock') =>
    median(rounds.map((round) => quantile(round[which][what], 0.95)))
  const fps = (which: 'bare' | 'full') => median(rounds.map((round) => round[which].fps))
  print({ name: `${name}.frame.p95`, value: p95('full', 'work'), unit: 'ms', goal: 8 })
  print({ name: `${name}.frame.p95.empty`, value: p95('bare', 'work'), unit: 'ms' })
  print({ name: `${name}.clock.p95`, value: p95('full', 'clock'), unit: 'ms', limit: p95('bare', 'clock') })
  print({
    name: `${name}.fps`,
    value: fps('full'),
    unit: 'frames/s',
    limit: fps('bare'),
    goal: 0.9,
    sense: 'least',
  })
}

const server = await forkServer('hubbub', { PRESENCE: '1' })
const bare = await openCanvas(server, await makeCanvas(server, 0))
const full = await openCanvas(server, await makeCanvas(server, OBJECTS))
await compare(`plan.canvas-pan.${OBJECTS}.all`, bare, full)
for (const page of [bare, full]) await zoomTo(page, 1)
await compare(`plan.canvas-pan.${OBJECTS}.near`, bare, full)
await closePages()
await server.stop()
await closeBrowser()
process.exit(0)
