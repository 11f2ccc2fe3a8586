import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { channel } from '#db/schema.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, hydrated, type Look, openPage } from '../support/browser.ts'
import { makeChannel, makePost, rowOf } from '../support/posts.ts'
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

const open = (who: Ctx, query: string, look: Look = { width: 1960 }) =>
  openPage(server, who, `/w/${who.workspaceSlug}/board?${query}`, look)
const lane = (page: Page, name: string) => page.locator(`section[aria-label^="${name},"]`)
const cell = (page: Page, name: string, column: string) =>
  page.getByRole('group', { name: `${name}, ${column}`, exact: true })
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const ready = (page: Page) => page.locator('[data-card][draggable=true]').first().waitFor()
const campaign = async (name: string) =>
  (
    await createCampaign(
      owner,
      createCampaign.input.parse({ teamId, name, startsOn: '2026-11-01', endsOn: '2026-12-01' }),
    )
  ).id

test('a drop into another lane changes the campaign and the stage in one; the other sees it, a reload too', async () => {
  const [autumn, winter] = [await campaign('Autumn'), await campaign('Winter')]
  const row = await makePost(owner, teamId, { title: 'Teaser', campaignId: autumn })
  await makePost(owner, teamId, { title: 'Snow', campaignId: winter })
  const [mine, hers] = [await open(owner, ''), await open(mina, 'lanes=campaign')]
  await mine.getByRole('button', { name: 'Display' }).click()
  await mine.getByRole('menuitemradio', { name: 'Campaign' }).click()
  await cell(mine, 'Autumn', 'Idea').getByText('Teaser').waitFor()
  expect(new URL(mine.url()).searchParams.get('lanes')).toBe('campaign')
  await ready(hers)
  await card(hers, 'Teaser').dragTo(cell(hers, 'Winter', 'Draft'))
  await cell(mine, 'Winter', 'Draft').getByText('Teaser').waitFor()
  await expect.poll(() => rowOf(owner, row.id)).toMatchObject({ stage: 'draft', campaignId: winter })
  await hers.reload()
  await cell(hers, 'Winter', 'Draft').getByText('Teaser').waitFor()
  // A head takes cards too: the stage stays.
  await ready(hers)
  await card(hers, 'Snow').dragTo(lane(hers, 'No campaign').getByRole('button').first())
  await expect
    .poll(() => rowOf(owner, row.id).then(async () => lane(mine, 'No campaign').getByText('1').count()))
    .toBe(1)
})

test('folded lanes stay folded; a post stays with its team and is told so; the keyboard goes on into the next lane', async () => {
  await server.team(owner, 'Iberia')
  const row = await makePost(owner, teamId, { title: 'Ours', assigneeId: mina.memberId })
  await makePost(owner, teamId, { title: 'Nobody’s' })
  const page = await open(mina, 'lanes=team')
  await ready(page)
  await card(page, 'Ours').dragTo(lane(page, 'Iberia').getByRole('button').first())
  await page.getByText('A post stays with its team').waitFor()
  expect(await rowOf(owner, row.id)).toMatchObject({ teamId, stage: 'idea' })
  await page.goto(`/w/${owner.workspaceSlug}/board?lanes=assignee`)
  await card(page, 'Ours').getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Nobody’s')
  const head = lane(page, 'Mina Kim').getByRole('button').first()
  await head.click()
  await card(page, 'Ours').waitFor({ state: 'detached' })
  await page.reload()
  await card(page, 'Nobody’s').waitFor()
  await expect.poll(() => head.getAttribute('aria-expanded')).toBe('false')
})

test('by channels a card stands in each of its lanes and goes from one into another', async () => {
  const [a, b] = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const row = await makePost(owner, teamId, { title: 'Both', channelIds: [a, b] })
  const page = await open(mina, 'lanes=channel')
  await expect.poll(() => card(page, 'Both').count()).toBe(2)
  await ready(page)
  await card(page, 'Both').first().dragTo(lane(page, 'No channel').getByRole('button').first())
  await expect.poll(() => card(page, 'Both').count()).toBe(1)
  await page.getByRole('button', { name: 'Display' }).click()
  await page.getByRole('menuitemradio', { name: 'No lanes' }).click()
  await expect.poll(() => card(page, 'Both').count()).toBe(1)
  expect((await rowOf(owner, row.id)).stage).toBe('idea')
})

test('several chosen cards go into another channel’s lane together, onto its head too, and come back in one', async () => {
  const [a, b] = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  await server.app.store.write((db) =>
    db
      .update(channel)
      .set({ name: 'Berlin' })
      .where(eq(channel.id, b))
      .then(() => undefined),
  )
  const one = await makePost(owner, teamId, { title: 'One', channelIds: [a] })
  const two = await makePost(owner, teamId, { title: 'Two', channelIds: [a] })
  // A lane without cards is folded.
  await makePost(owner, teamId, { title: 'There', channelIds: [b] })
  const tall = { width: 1960, height: 1100 }
  const [mine, hers] = [await open(owner, 'lanes=channel', tall), await open(mina, 'lanes=channel')]
  await ready(mine)
  for (const title of ['One', 'Two'])
    await mine.getByRole('link', { name: title, exact: true }).click({ modifiers: ['Control'] })
  await mine.getByText('2 posts selected').waitFor()
  await card(mine, 'One').dragTo(cell(mine, 'Berlin', 'Draft'))
  for (const page of [mine, hers])
    for (const title of ['One', 'Two']) await cell(page, 'Berlin', 'Draft').getByText(title).waitFor()
  await mine.getByRole('button', { name: 'Undo' }).click()
  for (const page of [mine, hers])
    for (const title of ['One', 'Two']) await cell(page, 'Practice', 'Idea').getByText(title).waitFor()
  await mine.getByText('2 posts are as they were.').waitFor({ state: 'detached' })
  await card(mine, 'Two').dragTo(lane(mine, 'Berlin').getByRole('button').first())
  for (const title of ['One', 'Two']) await cell(hers, 'Berlin', 'Idea').getByText(title).waitFor()
  for (const { id } of [one, two]) expect((await rowOf(owner, id)).stage).toBe('idea')
})

test('thousands of cards in lanes draw only what is near; on a phone and in Korean it fits', async () => {
  const id = await campaign('Autumn')
  for (let i = 0; i < 120; i++)
    await makePost(owner, teamId, { title: `Post ${i}`, ...(i % 2 ? { campaignId: id } : {}) })
  const page = await open(owner, 'lanes=campaign', { width: 1440 })
  await ready(page)
  expect(await page.locator('[data-card]').count()).toBeLessThan(60)
  await card(page, 'Post 1').first().getByRole('link').focus()
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Post 119')
  const phone = await open(owner, 'lanes=campaign', { width: 360, locale: 'ko' })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await hydrated(phone)
  await phone
    .getByRole('button', { name: /아이디어/ })
    .first()
    .tap()
  await card(phone, 'Post 1').first().waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  expect(await accessFaults(phone)).toEqual([])
})
