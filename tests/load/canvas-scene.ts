import type { Page } from 'playwright-core'
import { openPage } from '../support/browser.ts'
import type { BenchServer } from './server/fork-server.ts'

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

/** Makes a canvas with so many notes, in rows of forty; gives its id. */
export async function makeCanvas(server: BenchServer, objects: number): Promise<string> {
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

export interface Moves {
  /** From the beginning of each frame to after its layout and paint, ms. */
  work: number[]
  fps: number
}

/** Pans, then zooms, one step a frame, by the wheel as a person does. */
export const move = (page: Page, frames: number): Promise<Moves> =>
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

/** Opens a canvas and waits until it stands still. */
export async function openCanvas(server: BenchServer, id: string): Promise<Page> {
  const as = { url: server.url, cookieFor: async () => server.cookie }
  const look = { width: 1440, height: 900, motion: true }
  const page = await openPage(as, {}, `/w/${server.slug}/canvas/${id}`, look)
  await page.locator('[data-canvas][data-ready]').waitFor({ timeout: 60_000 })
  await page.waitForTimeout(1_500)
  await move(page, 20)
  return page
}

/** Comes nearer by the wheel, around a place in the left upper part, until `zoom` is reached. */
export async function zoomTo(page: Page, zoom: number): Promise<void> {
  await page.bringToFront()
  await page.evaluate((goal) => {
    const pane = document.querySelector('.react-flow__pane') as HTMLElement
    const view = document.querySelector('.react-flow__viewport') as HTMLElement
    const now = () => new DOMMatrix(getComputedStyle(view).transform).a
    const wheel = { clientX: 300, clientY: 300, deltaY: -10, ctrlKey: true, bubbles: true, cancelable: true }
    for (let i = 0; i < 200 && now() < goal; i++) pane.dispatchEvent(new WheelEvent('wheel', wheel))
  }, zoom)
  await page.waitForTimeout(500)
}
