import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { addStage } from '#server/stage/change-stage.ts'
import { removeStage } from '#server/stage/remove-stage.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
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

const open = (who: Ctx, page = 'board', look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const column = (page: Page, name: string) => page.locator(`section[aria-label^="${name},"]`)
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true })
const ready = (page: Page) => page.locator('[data-card][draggable=true]').first().waitFor()
const columns = (page: Page) => page.locator('section[aria-label] header h2').allTextContents()
const add = async (team: string, name: string, limit: number | null = null) =>
  (await addStage(owner, { teamId: team, name, limit })).id

test('a manager adds, limits, reorders and removes stages; the other sees the columns at once and drags through them', async () => {
  await makePost(owner, teamId, { title: 'Autumn teaser', stage: 'draft' })
  const [mine, hers] = [
    await open(owner, 'board', { width: 1960 }),
    await open(mina, 'board', { width: 1960 }),
  ]
  await column(mine, 'Draft').hover()
  await mine.getByRole('button', { name: 'More about Draft' }).click()
  await mine.getByRole('menuitem', { name: 'Working stages…' }).click()
  const dialog = mine.getByRole('dialog', { name: 'Working stages' })
  for (const name of ['Design', 'Legal']) {
    await dialog.getByLabel('Name of a new stage').fill(name)
    await mine.keyboard.press('Enter')
    await column(hers, name).waitFor()
  }
  await dialog.getByRole('button', { name: 'Move Legal forward' }).click()
  await expect.poll(() => columns(hers)).toEqual(expect.arrayContaining(['Draft', 'Legal', 'Design']))
  await expect
    .poll(async () => (await columns(hers)).slice(1, 5))
    .toEqual(['Draft', 'Legal', 'Design', 'In review'])
  await dialog.getByLabel('Most posts in Design').fill('1')
  await mine.keyboard.press('Enter')
  await column(hers, 'Design').getByText('0/1').waitFor()

  await ready(hers)
  await hers.locator('[data-card]').dragTo(column(hers, 'Design').locator('[data-group]'))
  await column(mine, 'Design').getByText('Autumn teaser').waitFor()
  await hers.reload()
  await column(hers, 'Design').getByText('Autumn teaser').waitFor()
  await column(hers, 'Design').getByText('1/1').waitFor()

  await dialog.getByRole('button', { name: 'Remove Design' }).click()
  await mine.getByText('Its posts stay; they go to “Legal”.').waitFor()
  await mine.getByRole('button', { name: 'Remove the stage' }).click()
  await column(hers, 'Legal').getByText('Autumn teaser').waitFor()
  await column(hers, 'Design').waitFor({ state: 'detached' })
})

test('a full stage asks first; one that vanished keeps the card where it was and says so', async () => {
  const design = await add(teamId, 'Design', 1)
  await makePost(owner, teamId, { title: 'First', stage: 'draft', workingId: design })
  const second = await makePost(owner, teamId, { title: 'Second', stage: 'draft' })
  const page = await open(mina, 'board', { width: 1960, expectErrors: [/409/] })
  await ready(page)
  const drop = () =>
    page.locator('[data-card]', { hasText: 'Second' }).dragTo(column(page, 'Design').locator('[data-group]'))
  await drop()
  const dialog = page.getByRole('dialog', { name: 'Put one more into “Design”?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await column(page, 'Draft').getByText('Second').waitFor()
  expect((await rowOf(owner, second.id)).workingId).toBeNull()
  await drop()
  await dialog.getByRole('button', { name: 'Move it' }).click()
  await column(page, 'Design').getByText('2/1').waitFor()
  // It goes while the move is on its way.
  const legal = await add(teamId, 'Legal')
  await column(page, 'Legal').waitFor()
  await page.route(
    '**/act/post.move',
    async (route) => {
      await removeStage(owner, { id: legal })
      await route.continue()
    },
    { times: 1 },
  )
  await link(page, 'Second').focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('button', { name: /Legal/ }).click()
  await page.getByText('This stage was removed a moment ago').waitFor()
  await column(page, 'Design').getByText('Second').waitFor()
  // It goes under the card that is held over it: what slides there is not meant.
  const ghost = await add(teamId, 'Ghost')
  await column(page, 'Ghost').waitFor()
  const [from, to] = [
    await page.locator('[data-card]', { hasText: 'Second' }).boundingBox(),
    await column(page, 'Ghost').boundingBox(),
  ]
  if (!from || !to) throw new Error('nothing to drag')
  const [x, y] = [to.x + 100, to.y + 120]
  await page.mouse.move(from.x + 30, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(x - 40, y, { steps: 5 })
  await page.mouse.move(x, y, { steps: 3 })
  await removeStage(owner, { id: ghost })
  await column(page, 'Ghost').waitFor({ state: 'detached' })
  await page.mouse.up()
  await page.getByText('The board changed under the card').waitFor()
  expect(await rowOf(owner, second.id)).toMatchObject({ stage: 'draft', workingId: design })
})

test('stages of one name are one column; a post whose team has none of it stays, and is told why', async () => {
  const region = await server.team(owner, 'Iberia')
  const bare = await server.team(owner, 'Nordics')
  await add(teamId, 'Design')
  const theirs = await add(region, 'DESIGN')
  const post = await makePost(owner, region, { title: 'Fiesta', stage: 'draft' })
  await makePost(owner, bare, { title: 'Midsommar', stage: 'draft' })
  const page = await open(mina, 'board', { width: 1960 })
  await ready(page)
  await expect.poll(() => columns(page)).toHaveLength(7)
  await page
    .locator('[data-card]', { hasText: 'Fiesta' })
    .dragTo(column(page, 'Design').locator('[data-group]'))
  await expect.poll(async () => (await rowOf(owner, post.id)).workingId).toBe(theirs)
  await page
    .locator('[data-card]', { hasText: 'Midsommar' })
    .dragTo(column(page, 'Design').locator('[data-group]'))
  await page.getByText('The team of this post has no stage “Design”').waitFor()
  await column(page, 'Draft').getByText('Midsommar').waitFor()
  await link(page, 'Midsommar').focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog').waitFor()
  expect(
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Design/ })
      .count(),
  ).toBe(0)
})

test('an editor changes no stage; by keyboard, on a phone and in Korean the columns are there', async () => {
  const design = await add(teamId, '디자인 시안을 만들고 서로 검토하는 단계', 3)
  const post = await makePost(owner, teamId, { title: 'Teaser', stage: 'draft' })
  const hers = await open(mina, 'board', { expectErrors: [/403/] })
  await column(hers, 'Draft').hover()
  await hers.getByRole('button', { name: 'More about Draft' }).click()
  await hers.getByRole('menuitem', { name: 'Select all posts here' }).waitFor()
  expect(await hers.getByRole('menuitem', { name: 'Working stages…' }).count()).toBe(0)
  const status = await hers.evaluate(
    async ({ path, body }) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status
    },
    { path: `/w/${owner.workspaceSlug}/act/stage.remove`, body: { id: design } },
  )
  expect(status).toBe(403)
  await hers.keyboard.press('Escape')
  await link(hers, 'Teaser').focus()
  await hers.keyboard.press('m')
  await hers.getByRole('dialog').waitFor()
  await hers.keyboard.press('3')
  await expect.poll(async () => (await rowOf(owner, post.id)).workingId).toBe(design)

  const phone = await open(owner, 'board', { width: 360, locale: 'ko' })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await phone.getByRole('button', { name: /디자인 시안/ }).tap()
  await link(phone, 'Teaser').waitFor()
  expect(await accessFaults(phone)).toEqual([])
  await phone.goto(`/w/${owner.workspaceSlug}/settings/stages`)
  await phone.getByRole('button', { name: '단계 추가' }).waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  expect(await accessFaults(phone)).toEqual([])
})
