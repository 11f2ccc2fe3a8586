/** What a page of cards costs whoever looks at it: until it can be used, another's change, a filter. */
import type { Page } from 'playwright-core'
import { closePages, openPage } from '../support/browser.ts'
import { median, smoke } from './figure.ts'
import type { BenchServer } from './server/fork-server.ts'

const LOADS = smoke ? 2 : 11
const CHANGES = smoke ? 3 : 20
const FILTERS = smoke ? 2 : 8

/** A page of a server: what comes after the workspace in its address. */
export interface Place {
  server: BenchServer
  path: string
}

/** A window on a page of the workspace, or with a whole address on that. */
export function open({ server, path }: Place): Promise<Page> {
  const as = { url: server.url, cookieFor: async () => server.cookie }
  const address = path.startsWith('/') ? path : `/w/${server.slug}/${path}`
  // A page that is no page has no icon either.
  return openPage(as, {}, address, { width: 1440, height: 900, motion: true, expectErrors: [/404/] })
}

/** In the page: the moment React has taken over the first card, ms since the navigation began. */
export const watchInteractive = () => {
  const look = () => {
    const card = document.querySelector('[data-card] a')
    if (card && Object.keys(card).some((key) => key.startsWith('__reactProps')))
      Object.assign(window, { interactiveAt: performance.now() })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/** Ms for which an empty page is left alone before the next one is loaded: what the one before still does is not the next one's. */
const REST = 500

/**
 * How soon each page can be used, ms, in their order. They are loaded by turns, so that what the machine does besides
 * weighs on all alike.
 */
export async function interactive(places: readonly Place[]): Promise<number[]> {
  const opened = []
  for (const { server, path } of places) {
    const page = await open({ server, path: '/healthz' })
    await page.addInitScript(watchInteractive)
    opened.push({ page, address: `/w/${server.slug}/${path}`, times: [] as number[] })
  }
  for (let i = -1; i < LOADS; i++)
    for (const { page, address, times } of opened) {
      // Leaving a page of cards costs as much as it has elements, in the same thread.
      await page.goto('/healthz')
      await page.waitForTimeout(REST)
      await page.goto(address)
      await page.waitForFunction(() => 'interactiveAt' in window)
      const at = await page.evaluate(() => (window as unknown as { interactiveAt: number }).interactiveAt)
      if (i >= 0) times.push(at)
    }
  await closePages()
  return opened.map(({ times }) => median(times))
}

/** From another's request that changes the first card to the frame that shows it, ms, once for each change. */
export async function pixels(place: Place, changes = CHANGES): Promise<number[]> {
  const [writer, reader] = [await open(place), await open(place)]
  const id = (await reader.locator('[data-card]').first().getAttribute('data-card')) ?? ''
  await reader.waitForTimeout(2_500)
  const times: number[] = []
  for (let i = 0; i < changes; i++) {
    const title = `Changed ${i}.`
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
      { slug: place.server.slug, id, title },
    )
    times.push((await seen) - began)
    await reader.waitForTimeout(80)
  }
  await closePages()
  return times
}

/**
 * From the press that takes a filter away to the frame that shows all posts again, ms. The words fit few posts: were
 * there a screen of them, nobody could see on the screen that there are more again.
 * @param posts how many there are: the last ones are looked for; without it those that are drawn
 */
export async function filter(place: Place, posts?: number): Promise<number> {
  const page = await open(place)
  await page.waitForTimeout(1_500)
  const titles = await page.locator('[data-card]').allTextContents()
  const drawn = titles.map((title) => /Post \d+:/.exec(title)?.[0]).filter((one) => one !== undefined)
  // Those with the most digits: the end of another one's number fits too.
  const wanted = posts
    ? Array.from({ length: FILTERS }, (_, i) => `Post ${posts - 1 - i}:`)
    : drawn.sort((a, b) => b.length - a.length).slice(0, FILTERS)
  const times: number[] = []
  for (const words of wanted) {
    await page.getByRole('searchbox').first().fill(words)
    const clear = page.getByRole('button', { name: 'Clear' }).first()
    await clear.waitFor()
    await page.waitForFunction(() => document.querySelectorAll('[data-card]').length <= 3)
    await page.waitForTimeout(300)
    times.push(
      await clear.evaluate(
        (button) =>
          new Promise<number>((resolve) => {
            const began = performance.now()
            const drawn = () => document.querySelectorAll('[data-card]').length
            const look = () =>
              drawn() > 3 ? resolve(performance.now() - began) : requestAnimationFrame(look)
            ;(button as HTMLElement).click()
            requestAnimationFrame(look)
          }),
      ),
    )
  }
  await closePages()
  return median(times)
}
