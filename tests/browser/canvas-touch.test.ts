import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import { newestSnapshot } from '#server/canvas/load-canvas.ts'
import { unpackObjects } from '#server/canvas/pack.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { closePages } from '../support/browser.ts'
import { enterCanvas, note, object } from '../support/canvas-page.ts'
import { finger } from '../support/finger.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
}, 240_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
})
afterEach(closePages)
afterAll(() => server.drop())

/** The machine may be busy. */
const SLOW = { timeout: 20_000 }
async function kept(id: string): Promise<Record<string, { x: number; y: number }>> {
  await server.canvases?.round()
  const newest = await newestSnapshot(owner.store.read, owner.workspaceId, id)
  return unpackObjects(newest!.packed)
}
async function middle(page: Page, text: string) {
  const box = await object(page, text).boundingBox()
  if (!box) throw new Error(`${text} is not to be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
const bar = (page: Page, count: number) =>
  page.getByRole('toolbar', { name: count === 1 ? '1 object chosen' : `${count} objects chosen` })

test('on a phone a long press begins choosing several, taps go on; they move, align, group and go together', async () => {
  const { id } = await createCanvas(
    owner,
    parseInput(createCanvas.input, {
      name: 'Ideas',
      teamId,
      objects: {
        a: note('One'),
        b: note('Two', { x: 40, y: 160, z: 'a1' }),
        c: note('Three', { y: 330, z: 'a2' }),
      },
    }),
  )
  const page = await enterCanvas(server, owner, id, { look: { width: 360 } })
  const touch = await finger(page)
  const tap = async (text: string) => {
    const { x, y } = await middle(page, text)
    await touch.down(x, y)
    await touch.up()
  }
  // Beside everything a long press begins a rectangle; a finger that does not wait moves the view, two of them zoom.
  const view = () =>
    page.locator('.react-flow__viewport').evaluate(
      (one) =>
        getComputedStyle(one)
          .transform.match(/[-\d.]+/g)
          ?.map(Number) ?? [],
    )
  /** Lifted in full motion a finger throws, and the browser takes the next tap for catching. */
  const lift = async () => {
    await page.waitForTimeout(300)
    await touch.up()
  }
  const rest = { x: 345, y: 500 }
  const before = await view()
  await touch.down(rest.x, rest.y)
  await page.locator('[data-area]').waitFor()
  for (let i = 1; i <= 8; i++) await touch.move(rest.x - i * 30, rest.y - i * 20)
  await bar(page, 2).waitFor()
  for (let i = 1; i <= 6; i++) await touch.move(110, 400 - i * 40)
  await bar(page, 3).waitFor()
  await lift()
  await bar(page, 3).getByRole('button', { name: 'Choose several', pressed: true }).waitFor()
  expect(await page.locator('[data-area]').count()).toBe(0)
  expect(await view()).toEqual(before)
  await page.touchscreen.tap(rest.x, rest.y)
  await bar(page, 3).waitFor({ state: 'detached' })
  await touch.down(rest.x, rest.y)
  for (let i = 1; i <= 5; i++) await touch.move(rest.x - i * 10, rest.y)
  await lift()
  await expect.poll(async () => (await view())[4] ?? 0, SLOW).toBeLessThan((before[4] ?? 0) - 20)
  expect(await page.getByRole('toolbar', { name: 'chosen' }).count()).toBe(0)
  // A second finger makes it a pinch, also when the first has waited.
  await touch.down(330, 500)
  await page.locator('[data-area]').waitFor()
  await touch.both('touchStart', [
    { x: 330, y: 500 },
    { x: 230, y: 500 },
  ])
  await page.locator('[data-area]').waitFor({ state: 'detached' })
  for (let i = 1; i <= 5; i++)
    await touch.both('touchMove', [
      { x: 330, y: 500 },
      { x: 230 + i * 10, y: 500 },
    ])
  await touch.up()
  await expect.poll(async () => (await view())[0] ?? 1, SLOW).toBeLessThan((before[0] ?? 1) * 0.8)
  await page.getByRole('button', { name: 'Show everything' }).tap()
  await expect.poll(view, SLOW).toEqual(before)
  // The button is for who does not know of the long press.
  await page.getByRole('button', { name: 'Choose with a rectangle' }).tap()
  await touch.down(rest.x, rest.y)
  for (let i = 1; i <= 8; i++) await touch.move(rest.x - i * 30, rest.y - i * 20)
  await lift()
  await bar(page, 2).getByRole('button', { name: 'Choose several', pressed: true }).waitFor()
  await page.touchscreen.tap(rest.x, rest.y)
  await bar(page, 2).waitFor({ state: 'detached' })

  const one = await middle(page, 'One')
  await touch.down(one.x, one.y)
  await bar(page, 1).getByRole('button', { name: 'Choose several', pressed: true }).waitFor()
  await touch.up()
  // The end of the press was no tap: it is still chosen.
  await tap('Two')
  await bar(page, 2).waitFor()
  await tap('Three')
  await bar(page, 3).waitFor()
  await tap('Three')
  await bar(page, 2).waitFor()
  // Everything in the bar is in sight and large enough for a finger.
  const tools = await bar(page, 2).evaluate((one) => ({
    over: one.scrollWidth - one.clientWidth,
    sizes: [...one.querySelectorAll('button')]
      .filter((button) => button.checkVisibility())
      .map((button) => Math.min(button.offsetWidth, button.offsetHeight)),
  }))
  expect(tools.over).toBe(0)
  expect(Math.min(...tools.sizes)).toBeGreaterThanOrEqual(44)

  await bar(page, 2).getByRole('button', { name: 'Align', exact: true }).tap()
  await page.getByRole('menuitem', { name: 'Align left' }).tap()
  await expect.poll(async () => (await kept(id)).b?.x, SLOW).toBe(0)
  // Both go with the finger that takes one of them; what is not chosen lets the view move.
  const two = await middle(page, 'Two')
  await touch.down(two.x, two.y)
  for (let i = 1; i <= 8; i++) await touch.move(two.x + i * 10, two.y)
  await touch.up()
  await expect.poll(async () => (await kept(id)).a?.x, SLOW).toBeGreaterThan(40)
  const moved = await kept(id)
  expect(moved.b?.x).toBe(moved.a?.x)
  expect(moved.c?.x).toBe(0)
  await bar(page, 2).getByRole('button', { name: 'Group', exact: true }).tap()
  await bar(page, 2).getByRole('button', { name: 'Ungroup' }).waitFor()
  // Beside everything: nothing is chosen any more, and a tap is what it was.
  await page.touchscreen.tap(345, 420)
  await bar(page, 2).waitFor({ state: 'detached' })
  await tap('One')
  await bar(page, 2).getByRole('button', { name: 'Choose several', pressed: false }).waitFor()
  await bar(page, 2).getByRole('button', { name: 'Delete' }).tap()
  await expect.poll(async () => Object.keys(await kept(id)), SLOW).toEqual(['c'])
  expect(await page.getByRole('toolbar', { name: 'chosen' }).count()).toBe(0)
})
