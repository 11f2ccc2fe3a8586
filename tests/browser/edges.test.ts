import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { movePost } from '#server/post/move-post.ts'
import { closePages, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
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

/** Enough that only what is in sight is drawn. */
const MANY = 90
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const list = (page: Page) => page.locator('[data-group=draft]')
const top = (page: Page) => list(page).evaluate((one) => Math.round(one.scrollTop))
const carried = (page: Page) => page.locator('[data-dragged]').count()

async function board(): Promise<Page> {
  for (let i = 0; i < MANY; i++) await makePost(owner, teamId, { title: `Post ${i}.`, stage: 'draft' })
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/board`)
  await page.locator('[data-card][draggable=true]').first().waitFor()
  return page
}

/**
 * How far from the foot of a list a card is held, px. Within 20 px Chromium itself scrolls, too, and the DevTools'
 * cancelling of a drag, unlike a person's Esc, does not end that.
 */
const EDGE = 28

/** A pointer that trembles: the browser is told of it, and tells the page, only while it moves. */
function trembling(page: Page, x: number, y: number) {
  let side = 0
  return async () => {
    side = 1 - side
    await page.mouse.move(x + side, y)
  }
}

/** Takes a card up and holds it so far from the foot of its list, px. A browser says all the while where it is held. */
async function hold(page: Page, title: string, fromFoot: number) {
  const box = await card(page, title).boundingBox()
  const around = await list(page).boundingBox()
  if (!box || !around) throw new Error(`${title} is not to be seen`)
  const foot = around.y + around.height
  const x = box.x + 60
  await page.mouse.move(x, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(x + 6, box.y + box.height / 2 + 6, { steps: 3 })
  await page.mouse.move(x, foot - fromFoot, { steps: 3 })
  return { x, foot, stay: trembling(page, x, foot - fromFoot) }
}
/** Holds on until the list has scrolled so far. */
async function scrolledTo(page: Page, far: number, stay: () => Promise<void>): Promise<void> {
  await expect
    .poll(async () => {
      await stay()
      return top(page)
    })
    .toBeGreaterThan(far)
}
/** It stands still: within one frame, not only after a while. */
async function still(page: Page): Promise<void> {
  const frames = await list(page).evaluate(async (one) => {
    const at: number[] = []
    for (let i = 0; i < 12; i++) {
      await new Promise((next) => requestAnimationFrame(next))
      at.push(one.scrollTop)
    }
    return at
  })
  expect(new Set(frames.slice(1)).size, `scrolled: ${frames.join(' ')}`).toBe(1)
}

test('a list scrolls while a card is held at its edge, and no more when the card is held elsewhere or dropped', async () => {
  const page = await board()
  const { x, foot, stay } = await hold(page, 'Post 1.', EDGE)
  await scrolledTo(page, 300, stay)
  await trembling(page, x, foot - 200)()
  await trembling(page, x, foot - 201)()
  await still(page)
  // Up again at its head.
  const up = trembling(page, x, ((await list(page).boundingBox())?.y ?? 0) + EDGE)
  const before = await top(page)
  await expect
    .poll(async () => {
      await up()
      return top(page)
    })
    .toBeLessThan(before - 60)
  await scrolledTo(page, before, stay)
  await page.mouse.up()
  await still(page)
  expect(await carried(page)).toBe(0)
  // It was dropped where the list had come to.
  await expect.poll(() => card(page, 'Post 1.').count()).toBe(1)
  expect(await page.locator('[data-group=draft] [data-drop-place]').isVisible()).toBe(false)
})

test('Esc ends it at once, though the card has long been scrolled out of its list', async () => {
  const page = await board()
  const { stay } = await hold(page, 'Post 2.', EDGE)
  await scrolledTo(page, 1_200, stay)
  // The one that is carried, and only that, is still in the page.
  expect(await page.locator('[data-group=draft] [data-carried]').count()).toBe(1)
  expect(await card(page, 'Post 4.').count()).toBe(0)
  await page.keyboard.press('Escape')
  await still(page)
  await expect.poll(() => page.locator('[data-carried]').count()).toBe(0)
  expect(await carried(page)).toBe(0)
  // Nobody asks for frames any more, and the next card can be taken.
  const again = await hold(page, await titleInSight(page), EDGE)
  const before = await top(page)
  await scrolledTo(page, before + 100, again.stay)
  await page.keyboard.press('Escape')
  await still(page)
})

/** A card in the middle of what is seen of the list. */
const titleInSight = (page: Page) =>
  list(page).evaluate((one) => {
    const { top: above, height } = one.getBoundingClientRect()
    const seen = [...one.querySelectorAll('[data-card]')].find(
      (element) => element.getBoundingClientRect().top > above + height / 3,
    )
    return seen?.querySelector('h3')?.textContent ?? ''
  })

test('Esc ends it although somebody moved the carried card to another column meanwhile', async () => {
  const row = await makePost(owner, teamId, { title: 'Contested', stage: 'draft' })
  const page = await board()
  const { stay } = await hold(page, 'Contested', EDGE)
  await scrolledTo(page, 200, stay)
  const at = { stage: 'idea', rank: 'a0' } as const
  await movePost(owner, { id: row.id, from: { stage: 'draft', rank: row.rank }, to: at })
  await page.locator('[data-group=idea]').getByText('Contested').waitFor()
  await stay()
  await page.keyboard.press('Escape')
  await still(page)
  expect(await page.locator('[data-group=draft][data-over]').count()).toBe(0)
  expect(await carried(page)).toBe(0)
})
