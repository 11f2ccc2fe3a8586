/** What dragging a card about costs the main thread, beside the same way of the pointer over a page without cards. */
import { closePages } from '../support/browser.ts'
import { type DragCost, watchDrag } from './drag-cost.ts'
import { median, print, quantile, smoke } from './figure.ts'
import { open, type Place } from './page-figures.ts'

const DRAGS = smoke ? 1 : 4
const STEPS = 90

interface Spot {
  x: number
  y: number
}

/** Where the pointer is after so many of its steps: to and fro between two spots, up and down meanwhile. */
const along = (from: Spot, to: Spot, step: number): Spot => {
  const turn = (step / STEPS) * Math.PI
  return {
    x: from.x + (to.x - from.x) * Math.sin(turn),
    y: from.y + 300 * Math.abs(Math.sin(turn * 3)),
  }
}

interface Way extends Place {
  /** selectors of the card that is dragged and of another beside it */
  card: string
  beside: string
}

/** Drags a card about over the page and drops it nowhere. Of each page a different window, by turns with the bare one. */
async function drag({ card, beside, ...place }: Way): Promise<{ cards: DragCost; bare: DragCost }> {
  const page = await open(place)
  const empty = await open({
    ...place,
    path: `${place.path}${place.path.includes('?') ? '&' : '?'}q=nothing-like-it`,
  })
  await page.locator('[data-card][draggable=true]').first().waitFor()
  await page.waitForTimeout(1_500)
  const [a, b] = [
    await page.locator(card).nth(1).boundingBox(),
    await page.locator(beside).first().boundingBox(),
  ]
  if (!a || !b) throw new Error('no cards to drag')
  const [from, to] = [a, b].map(({ x, y, width, height }) => ({ x: x + width / 3, y: y + height / 2 })) as [
    Spot,
    Spot,
  ]
  const cost: Record<'cards' | 'bare', DragCost> = {
    cards: { frames: [], longest: 0 },
    bare: { frames: [], longest: 0 },
  }
  for (let i = 0; i < DRAGS; i++)
    for (const [name, on] of [
      ['bare', empty],
      ['cards', page],
    ] as const) {
      await on.bringToFront()
      await on.waitForTimeout(300)
      const stop = await watchDrag(on)
      await on.mouse.move(from.x, from.y)
      if (name === 'cards') await on.mouse.down()
      for (let step = 0; step < STEPS; step++) {
        const { x, y } = along(from, to, step)
        await on.mouse.move(x, y)
        await on.waitForTimeout(12)
      }
      if (name === 'cards') {
        await on.keyboard.press('Escape')
        await on.mouse.up()
      }
      const one = await stop()
      cost[name].frames.push(...one.frames)
      cost[name].longest = Math.max(cost[name].longest, one.longest)
    }
  await closePages()
  return cost
}

/** Measures a drag and prints it: `plan.board.drag.5000`. */
export async function dragFigures(name: string, way: Way): Promise<void> {
  const { cards, bare } = await drag(way)
  const unit = 'ms of the main thread’s processor time a frame'
  print({ name: `${name}.p50`, value: median(cards.frames), unit, limit: median(bare.frames) })
  print({
    name: `${name}.p95`,
    value: quantile(cards.frames, 0.95),
    unit,
    limit: quantile(bare.frames, 0.95),
    goal: 8,
    judged: 'value',
  })
  print({
    name: `${name}.longest`,
    value: cards.longest,
    unit: 'ms of processor time in one task',
    limit: bare.longest,
    goal: 50,
    judged: 'value',
  })
}
