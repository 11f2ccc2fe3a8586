import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { finger } from '../support/finger.ts'
import { makePost, rowOf } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
}, 180_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, look: Look) => openPage(server, who, `/w/${who.workspaceSlug}/board`, look)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const dragged = (page: Page) => page.locator('[data-dragged]').count()

async function middle(page: Page, title: string) {
  const box = await card(page, title).first().boundingBox()
  if (!box) throw new Error(`${title} is not to be seen`)
  return { x: box.x + 60, y: box.y + box.height / 2 }
}

test('on a phone a long press takes a card to another column; a swipe scrolls and a tap opens', async () => {
  for (let i = 0; i < 30; i++) await makePost(owner, teamId, { title: `Post ${i}.`, stage: 'draft' })
  const [mine, hers] = [await open(owner, { width: 360 }), await open(mina, {})]
  await mine.locator('[data-card][draggable=true]').first().waitFor()
  const touch = await finger(mine)
  const first = await middle(mine, 'Post 3.')
  // A swipe: too short a rest to pick anything up.
  await touch.down(first.x, first.y + 200)
  for (let i = 1; i <= 10; i++) await touch.move(first.x, first.y + 200 - i * 20)
  await touch.up()
  const list = mine.locator('[data-group=draft]')
  await expect.poll(() => list.evaluate((one) => one.scrollTop)).toBeGreaterThan(50)
  expect(await dragged(mine)).toBe(0)
  await mine.waitForTimeout(1_000)
  await list.evaluate((one) => one.scrollTo(0, 0))

  const from = await middle(mine, 'Post 3.')
  await touch.down(from.x, from.y)
  await expect.poll(() => dragged(mine)).toBe(1)
  // It makes room where it would stand.
  await touch.move(from.x, from.y + 120)
  await list.locator('[data-drop-place]').waitFor()
  // Held at the foot of the list it scrolls.
  const box = await list.boundingBox()
  await touch.move(from.x, (box?.y ?? 0) + (box?.height ?? 0) - 8)
  await expect.poll(() => list.evaluate((one) => one.scrollTop)).toBeGreaterThan(100)
  const tab = mine.getByRole('button', { name: /^Idea/ })
  const place = await tab.boundingBox()
  await touch.move((place?.x ?? 0) + 20, (place?.y ?? 0) + 20)
  await expect.poll(() => tab.getAttribute('aria-pressed')).toBe('true')
  await touch.move(160, 400)
  await mine.locator('[data-group=idea][data-over]').waitFor()
  await touch.up()
  await hers.locator('[data-group=idea]').getByText('Post 3.').waitFor()
  expect(await dragged(mine)).toBe(0)
  expect(new URL(mine.url()).pathname).not.toContain('/post/')
  await card(mine, 'Post 3.').getByRole('link').tap()
  await mine.waitForURL(/\/post\//)
})

test('a dragged card shows where it will land, the others make room and stay there', async () => {
  const titles = ['One', 'Two', 'Three']
  for (const title of titles) await makePost(owner, teamId, { title, stage: 'draft' })
  const row = await makePost(owner, teamId, { title: 'Mover' })
  const page = await open(owner, { width: 1440 })
  await page.locator('[data-card][draggable=true]').first().waitFor()
  const [from, to] = [await middle(page, 'Mover'), await middle(page, 'Two')]
  const stood = (await card(page, 'Two').boundingBox())?.y ?? 0
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 20, from.y + 5, { steps: 3 })
  await page.mouse.move(to.x, to.y - 8, { steps: 5 })
  const place = page.locator('[data-group=draft] [data-drop-place]')
  await place.waitFor()
  const height = (await card(page, 'Mover').boundingBox())?.height ?? 0
  expect(Math.abs(((await place.boundingBox())?.height ?? 0) - height)).toBeLessThan(2)
  await expect
    .poll(async () => Math.round(((await card(page, 'Two').boundingBox())?.y ?? 0) - stood))
    .toBe(Math.round(height + 8))
  const landing = (await place.boundingBox())?.y ?? 0
  await page.mouse.up()
  await expect
    .poll(() => page.locator('[data-group=draft] [data-card]').allTextContents())
    .toEqual(['One', 'Mover', 'Two', 'Three'])
  await expect
    .poll(async () => Math.abs(((await card(page, 'Mover').boundingBox())?.y ?? 0) - landing))
    .toBeLessThan(2)
  await expect.poll(() => rowOf(owner, row.id)).toMatchObject({ stage: 'draft' })
  expect(await place.isVisible()).toBe(false)
})
