/**
 * The kanban with thousands of posts, against the same with a hundred: how soon it can be used, how long another person's
 * change takes to the pixels, what a drag costs the main thread in each frame, how long a filter takes.
 */
import type { Page } from 'playwright-core'
import { closeBrowser, closePages, openPage } from '../support/browser.ts'
import { type DragCost, watchDrag } from './drag-cost.ts'
import { median, print, quantile, smoke } from './figure.ts'
import { type BenchServer, forkServer } from './server/fork-server.ts'

const SIZES = smoke ? [100] : [100, 5_000]
const LOADS = smoke ? 2 : 7
const CHANGES = smoke ? 3 : 20
const DRAGS = smoke ? 1 : 4
const FILTERS = smoke ? 2 : 8

/** In the page: the moment React has taken over the first card, ms since the navigation began. */
const watchInteractive = () => {
  const look = () => {
    const card = document.querySelector('[data-card] a')
    if (card && Object.keys(card).some((key) => key.startsWith('__reactProps')))
      Object.assign(window, { interactiveAt: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

function open(server: BenchServer, path: string): Promise<Page> {
  const as = { url: server.url, cookieFor: async () => server.cookie }
  // A page that is no page has no icon either.
  return openPage(as, {}, path, { width: 1440, height: 900, motion: true, expectErrors: [/404/] })
}

async function interactive(server: BenchServer): Promise<number> {
  const page = await open(server, '/healthz')
  await page.addInitScript(watchInteractive)
  const times: number[] = []
  for (let i = 0; i < LOADS; i++) {
    await page.goto(`/w/${server.slug}/board`)
    await page.waitForFunction(() => 'interactiveAt' in window)
    times.push(await page.evaluate(() => (window as unknown as { interactiveAt: number }).interactiveAt))
  }
  await closePages()
  return median(times)
}

async function pixels(server: BenchServer): Promise<number> {
  const board = `/w/${server.slug}/board`
  const [writer, reader] = [await open(server, board), await open(server, board)]
  const id = (await reader.locator('[data-card]').first().getAttribute('data-card')) ?? ''
  await reader.waitForTimeout(2_500)
  const times: number[] = []
  for (let i = 0; i < CHANGES; i++) {
    const title = `Changed ${i}`
    const seen = reader.evaluate(
      ({ id, title }) =>
        new Promise<number>((resolve) => {
          const watch = new MutationObserver(() => {
            if (!document.querySelector(`[data-card="${id}"]`)?.textContent?.includes(title)) return
            watch.disconnect()
            requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
          })
          watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        }),
      { id, title },
    )
    const began = await writer.evaluate(
      ({ slug, id, title }) => {
        const at = performance.timeOrigin + performance.now()
        void fetch(`/w/${slug}/act/post.change`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id, title }),
        })
        return at
      },
      { slug: server.slug, id, title },
    )
    times.push((await seen) - began)
    await reader.waitForTimeout(80)
  }
  await closePages()
  return median(times)
}

/** Drags the second card about over both full columns, and drops it where it was. */
async function drag(server: BenchServer): Promise<DragCost> {
  const page = await open(server, `/w/${server.slug}/board`)
  await page.locator('[data-card][draggable=true]').first().waitFor()
  await page.waitForTimeout(1_500)
  const [from, beside] = [
    await page.locator('[data-group=idea] [data-card]').nth(1).boundingBox(),
    await page.locator('[data-group=draft] [data-card]').nth(1).boundingBox(),
  ]
  if (!from || !beside) throw new Error('no cards to drag')
  const frames: number[] = []
  let longest = 0
  for (let i = 0; i < DRAGS; i++) {
    const stop = await watchDrag(page)
    await page.mouse.move(from.x + 60, from.y + 20)
    await page.mouse.down()
    for (let step = 0; step < 90; step++) {
      const share = Math.sin((step / 90) * Math.PI)
      await page.mouse.move(
        from.x + 60 + (beside.x - from.x) * share,
        from.y + 20 + 300 * Math.abs(Math.sin((step / 90) * Math.PI * 3)),
      )
      await page.waitForTimeout(12)
    }
    await page.keyboard.press('Escape')
    await page.mouse.up()
    const cost = await stop()
    frames.push(...cost.frames)
    longest = Math.max(longest, cost.longest)
  }
  await closePages()
  return { frames, longest }
}

/**
 * From the press that takes a filter away to the frame that shows all posts again, ms. The words fit one post alone:
 * were there a screen of them, nobody could see on the screen that there are more again.
 */
async function filter(server: BenchServer, posts: number): Promise<number> {
  const page = await open(server, `/w/${server.slug}/board`)
  await page.waitForTimeout(1_500)
  const times: number[] = []
  for (let i = 0; i < FILTERS; i++) {
    await page
      .getByRole('searchbox')
      .first()
      .fill(`Post ${posts - 1 - i}:`)
    const clear = page.getByRole('button', { name: 'Clear' }).first()
    await clear.waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[data-card]').length === 1)
    await page.waitForTimeout(300)
    times.push(
      await clear.evaluate(
        (button) =>
          new Promise<number>((resolve) => {
            const began = performance.now()
            const drawn = () => document.querySelectorAll('[data-card]').length
            const look = () =>
              drawn() > 1 ? resolve(performance.now() - began) : requestAnimationFrame(look)
            ;(button as HTMLElement).click()
            requestAnimationFrame(look)
          }),
      ),
    )
  }
  await closePages()
  return median(times)
}

let hundred: number | undefined
for (const posts of SIZES) {
  const server = await forkServer('hubbub', { POSTS: String(posts) })
  const ready = await interactive(server)
  print({ name: `plan.board.interactive.${posts}`, value: ready, unit: 'ms', goal: 500 })
  if (hundred)
    print({ name: 'plan.board.interactive.growth', value: ready, unit: 'ms', limit: hundred, goal: 1.2 })
  hundred ??= ready
  print({ name: `plan.board.pixels.${posts}.p50`, value: await pixels(server), unit: 'ms', goal: 50 })
  const { frames, longest } = await drag(server)
  print({ name: `plan.board.drag.${posts}.p50`, value: median(frames), unit: 'ms of main thread a frame' })
  print({
    name: `plan.board.drag.${posts}.p95`,
    value: quantile(frames, 0.95),
    unit: 'ms of main thread a frame',
    goal: 8,
  })
  print({ name: `plan.board.drag.${posts}.longest`, value: longest, unit: 'ms in one task', goal: 50 })
  print({ name: `plan.board.filter.${posts}`, value: await filter(server, posts), unit: 'ms', goal: 100 })
  await server.stop()
}
await closeBrowser()
process.exit(0)
