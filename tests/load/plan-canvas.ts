/**
 * The canvas: 25 people edit one at once, with cuts and a restart of the presence server, and must end with the same;
 * and a browser pans and zooms over 1,000 objects, compared with an empty canvas in the same run.
 */
import type { Page } from 'playwright-core'
import { closeBrowser, closePages, openPage } from '../support/browser.ts'
import { fuzzCanvas } from '../support/canvas-fuzz.ts'
import { presenceHarness, until } from '../support/presence-harness.ts'
import { median, print, quantile, smoke } from './figure.ts'
import { type BenchServer, forkServer } from './server/fork-server.ts'

const PEOPLE = smoke ? 5 : 25
const OPERATIONS = smoke ? 200 : 10_000
const OBJECTS = smoke ? 100 : 1_000
const FRAMES = smoke ? 30 : 240
const ROUNDS = smoke ? 1 : 3

async function measureConvergence(): Promise<void> {
  const harness = await presenceHarness()
  await until(() => harness.presence.state() === 'up', 30_000)
  // Reconnections are part of it; what the client says about them is not.
  const { warn, error } = console
  console.warn = () => {}
  console.error = () => {}
  const result = await fuzzCanvas(harness, {
    seed: 2026,
    people: PEOPLE,
    operations: OPERATIONS,
    cuts: 20,
    restart: true,
    pauseMs: 50,
  })
  Object.assign(console, { warn, error })
  print({
    name: 'plan.canvas.converged',
    value: Number(result.converged),
    unit: 'of 1',
    goal: 1,
    sense: 'least',
  })
  print({ name: 'plan.canvas.lost', value: result.lost.length, unit: 'objects', goal: 0 })
  print({ name: 'plan.canvas.objects', value: result.objects, unit: 'objects' })
  print({ name: 'plan.canvas.settle', value: result.settleMs, unit: 'ms' })
  await harness.stop()
}

const note = (index: number) => ({
  kind: 'note',
  x: (index % 40) * 230,
  y: Math.floor(index / 40) * 170,
  w: 200,
  h: 140,
  z: `a${index.toString(36).padStart(4, '0')}V`,
  text: `Note ${index}: an idea in a line or two, as people write them`,
  hue: index % 12,
})

async function makeCanvas(server: BenchServer, objects: number): Promise<string> {
  const body = {
    name: `With ${objects}`,
    teamId: server.teamId,
    objects: Object.fromEntries(Array.from({ length: objects }, (_, index) => [`o${index}`, note(index)])),
  }
  const response = await fetch(`${server.url}/w/${server.slug}/act/canvas.create`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: server.cookie, origin: server.url },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`no canvas: HTTP ${response.status} ${await response.text()}`)
  return ((await response.json()) as { id: string }).id
}

interface Moves {
  /** Work of the main thread in each frame, ms: from its beginning to after its layout and paint. */
  work: number[]
  fps: number
}

/** Pans, then zooms, one step a frame, by the wheel as a person does. */
const move = (page: Page, frames: number): Promise<Moves> =>
  page.evaluate(async (count) => {
    const pane = document.querySelector('.react-flow__pane') as HTMLElement
    const box = pane.getBoundingClientRect()
    const at = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 }
    const channel = new MessageChannel()
    const work: number[] = []
    const began = performance.now()
    for (let i = 0; i < count; i++)
      await new Promise<void>((resolve) =>
        requestAnimationFrame(() => {
          const start = performance.now()
          const zooms = i >= count / 2
          const deltaY = zooms ? (i % 20 < 10 ? 12 : -12) : i % 40 < 20 ? 30 : -30
          const wheel = {
            ...at,
            deltaX: zooms ? 0 : 25,
            deltaY,
            ctrlKey: zooms,
            bubbles: true,
            cancelable: true,
          }
          pane.dispatchEvent(new WheelEvent('wheel', wheel))
          // Comes after the frame has been laid out and painted.
          channel.port1.onmessage = () => {
            work.push(performance.now() - start)
            resolve()
          }
          channel.port2.postMessage(null)
        }),
      )
    return { work, fps: (count / (performance.now() - began)) * 1000 }
  }, frames)

async function openCanvas(server: BenchServer, id: string, objects: number): Promise<Page> {
  const as = { url: server.url, cookieFor: async () => server.cookie }
  const look = { width: 1440, height: 900 }
  const page = await openPage(as, {}, `/w/${server.slug}/canvas/${id}`, look)
  await page.locator('[data-canvas][data-ready]').waitFor({ timeout: 60_000 })
  await page.waitForFunction((all) => document.querySelectorAll('.react-flow__node').length >= all, objects)
  await page.waitForTimeout(1_500)
  await move(page, 20)
  return page
}

async function measureMoves(): Promise<void> {
  const server = await forkServer('hubbub', { PRESENCE: '1' })
  const [empty, full] = [await makeCanvas(server, 0), await makeCanvas(server, OBJECTS)]
  const runs: { bare: Moves; ours: Moves }[] = []
  const bare = await openCanvas(server, empty, 0)
  const ours = await openCanvas(server, full, OBJECTS)
  for (let i = 0; i < ROUNDS; i++) {
    await bare.bringToFront()
    const first = await move(bare, FRAMES)
    await ours.bringToFront()
    runs.push({ bare: first, ours: await move(ours, FRAMES) })
  }
  const name = `plan.canvas.${OBJECTS}`
  const p95 = (moves: Moves[]) => median(moves.map(({ work }) => quantile(work, 0.95)))
  print({ name: `${name}.frame.p95`, value: p95(runs.map((run) => run.ours)), unit: 'ms', goal: 8 })
  print({ name: 'plan.canvas.empty.frame.p95', value: p95(runs.map((run) => run.bare)), unit: 'ms' })
  print({
    name: `${name}.fps`,
    value: median(runs.map((run) => run.ours.fps)),
    unit: 'frames/s',
    limit: median(runs.map((run) => run.bare.fps)),
    goal: 0.9,
    sense: 'least',
  })
  await closePages()
  await server.stop()
}

await measureConvergence()
await measureMoves()
await closeBrowser()
process.exit(0)
