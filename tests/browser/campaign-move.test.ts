import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { readCampaigns } from '#server/campaign/campaign.reads.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, openPage } from '../support/browser.ts'
import { makePost, rowOf, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let postId: string
// A month far ahead that is nobody's edge: its days stand in one grid.
const MONTH = `${new Date().getUTCFullYear() + 1}-06`
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  const company = await server.workspace('Nordlicht')
  owner = company.owner
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  const settings = { name: 'Summer', teamId: company.teamId, startsOn: `${MONTH}-08`, endsOn: `${MONTH}-11` }
  const { id } = await createCampaign(owner, parseInput(createCampaign.input, settings))
  postId = (await makePost(owner, company.teamId, { title: 'Ice tea', campaignId: id, stage: 'draft' })).id
  const sendLocal = `${MONTH}-09T09:00`
  await setPost(owner, postId, { sendLocal, sendZone: 'UTC', sendAt: Date.parse(`${sendLocal}Z`) })
})
afterEach(closePages)
afterAll(() => server.drop())

const calendar = async (who: Ctx) => {
  const page = await openPage(server, who, `/w/${who.workspaceSlug}/calendar?month=${MONTH}`, {
    height: 1300,
  })
  await bar(page).first().waitFor()
  await page.locator('[data-card][draggable=true]').first().waitFor()
  return page
}
const bar = (page: Page) => page.locator('[data-campaign] [data-bar]')
const day = (page: Page, date: string) => page.locator(`section[data-group="${MONTH}-${date}"]`)
const post = (page: Page, date: string) => day(page, date).locator('[data-card]', { hasText: 'Ice tea' })
const days = async () => {
  const [one] = await readCampaigns(owner)
  return [one?.startsOn, one?.endsOn]
}

test('a campaign is dragged whole and takes its posts along; the other sees it; undo brings all back', async () => {
  const [mine, hers] = [await calendar(owner), await calendar(mina)]
  const [from, to] = [await bar(mine).first().boundingBox(), await day(mine, '10').boundingBox()]
  if (!from || !to) throw new Error('not drawn')
  const left = await day(mine, '09').boundingBox()
  await mine.mouse.move((left?.x ?? 0) + 20, from.y + 6)
  await mine.mouse.down()
  await mine.mouse.move(to.x + 20, from.y + 6, { steps: 6 })
  await mine.mouse.up()
  const dialog = mine.getByRole('dialog', { name: 'Move its posts too?' })
  await dialog.getByText(/“Summer” moves a day later/).waitFor()
  expect(await accessFaults(mine)).toEqual([])
  if (process.env.SHOTS) await mine.screenshot({ path: `${process.env.SHOTS}/campaign-move.png` })
  // Nothing is done yet, and the drag has not filtered.
  expect(await days()).toEqual([`${MONTH}-08`, `${MONTH}-11`])
  expect(new URL(mine.url()).searchParams.get('campaign')).toBeNull()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await mine.getByText('“Summer” is moved, 1 post with it.').waitFor()
  await post(hers, '10').waitFor()
  expect(await days()).toEqual([`${MONTH}-09`, `${MONTH}-12`])
  await mine.getByRole('button', { name: 'Undo' }).click()
  await post(hers, '09').waitFor()
  await expect.poll(days).toEqual([`${MONTH}-08`, `${MONTH}-11`])
  expect((await rowOf(owner, postId)).sendLocal).toBe(`${MONTH}-09T09:00`)
})

test('by keyboard a campaign moves by a week, alone when one says so, and stays when one does not', async () => {
  const [mine, hers] = [await calendar(owner), await calendar(mina)]
  await bar(mine).first().focus()
  await mine.keyboard.press('Alt+ArrowDown')
  const dialog = mine.getByRole('dialog', { name: 'Move its posts too?' })
  await dialog.getByText(/“Summer” moves 7 days later/).waitFor()
  await mine.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await days()).toEqual([`${MONTH}-08`, `${MONTH}-11`])
  await bar(mine).first().focus()
  await mine.keyboard.press('Alt+ArrowDown')
  await dialog.getByRole('radio', { name: 'Only the campaign' }).check()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await mine.getByText('“Summer” is moved.').waitFor()
  expect(await days()).toEqual([`${MONTH}-15`, `${MONTH}-18`])
  await post(hers, '09').waitFor()
})
