import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { readBoard } from '#server/post/card.reads.ts'
import { addStage } from '#server/stage/change-stage.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makeChannel, makePost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
let channelId: string
beforeAll(async () => {
  server = await testServer()
}, 180_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  channelId = await makeChannel(owner, teamId)
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, query = '', look: Look = {}) =>
  openPage(server, who, `/w/${who.workspaceSlug}/board${query}`, look)
const post = async (title: string) => (await readBoard(owner)).find((one) => one.title === title)

/** Opens a menu of the form by keyboard and waits for what is in it. */
async function openMenu(page: Page, name: RegExp, part: string): Promise<void> {
  const button = page.locator('form').getByRole('button', { name })
  await button.focus()
  await page.keyboard.press('Enter')
  await page
    .getByRole('menuitemcheckbox', { name: part })
    .or(page.getByRole('menuitemradio', { name: part }))
    .waitFor()
}

test('a post gets channel, person and due time with its title, by keyboard alone; the other sees all of it at once', async () => {
  const [mine, hers] = [await open(owner), await open(mina)]
  await mine.getByRole('button', { name: 'New post in Draft' }).focus()
  await mine.keyboard.press('Enter')
  await mine.keyboard.type('Launch day')
  await mine.keyboard.press('Tab')
  await openMenu(mine, /^Channels/, 'Practice')
  await mine.getByRole('menuitemcheckbox', { name: 'Practice' }).focus()
  await mine.keyboard.press('Enter')
  await mine.keyboard.press('Escape')
  // The menu is closed, the form is not, and the keyboard is where it was.
  const channels = mine.getByRole('button', { name: 'Channels: Practice' })
  await expect.poll(() => channels.evaluate((one) => one === document.activeElement)).toBe(true)
  await openMenu(mine, /^Assigned to/, 'Mina Kim')
  await mine.getByRole('menuitemradio', { name: 'Mina Kim' }).focus()
  await mine.keyboard.press('Enter')
  const due = mine.locator('form').getByRole('button', { name: /^Due/ })
  await due.focus()
  await mine.keyboard.press('Enter')
  const field = mine.locator('input[type=datetime-local]')
  await field.fill('2026-12-24T09:30')
  await field.press('Enter')
  await mine.getByRole('button', { name: /^Due: .*Dec/ }).waitFor()
  expect(await accessFaults(mine)).toEqual([])
  expect(await post('Launch day')).toBeUndefined()
  await mine.keyboard.press('Control+Enter')
  const card = hers.locator('[data-card]', { hasText: 'Launch day' })
  await card.waitFor()
  await card.getByRole('img', { name: 'Practice' }).waitFor()
  await card.getByText('24', { exact: false }).waitFor()
  expect(await post('Launch day')).toMatchObject({
    stage: 'draft',
    channelIds: [channelId],
    assigneeId: mina.memberId,
    dueAt: Date.parse('2026-12-24T09:30:00Z'),
  })
  // The next one begins with nothing but its title.
  await mine.getByRole('textbox', { name: 'Title of the new post' }).fill('Bare')
  await mine.keyboard.press('Enter')
  await hers.locator('[data-card]', { hasText: 'Bare' }).waitFor()
  expect(await post('Bare')).toMatchObject({ channelIds: [], assigneeId: null, dueAt: null })
  await mine.keyboard.press('Escape')
  await mine.getByRole('textbox', { name: 'Title of the new post' }).waitFor({ state: 'detached' })
})

test('filters stay and begin the next post; on a phone and in Korean it fits', async () => {
  const look = { width: 360, locale: 'ko' } as const
  const jun = await server.member(owner, 'editor', { name: '박준호', locale: 'ko' })
  const [mine, hers] = [await open(jun, `?assignee=${mina.memberId}`, look), await open(mina)]
  await mine.getByRole('button', { name: '새 게시물' }).first().tap()
  await mine.locator('form').getByRole('button', { name: '담당자: Mina Kim' }).waitFor()
  const title = mine.getByRole('textbox', { name: '새 게시물의 제목' })
  await title.fill('겨울 캠페인 티저')
  await mine.locator('form').getByRole('button', { name: '채널' }).tap()
  await mine.getByRole('menuitemcheckbox', { name: 'Practice' }).tap()
  await mine.keyboard.press('Escape')
  const overflow = await mine.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  const form = await title.locator('xpath=ancestor::form').boundingBox()
  for (const name of ['채널: Practice', '담당자: Mina Kim', '마감']) {
    const box = await mine.locator('form').getByRole('button', { name, exact: true }).boundingBox()
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual((form?.x ?? 0) + (form?.width ?? 0))
    expect(box?.height).toBeGreaterThanOrEqual(44)
  }
  // With all of it chosen it is higher, and its buttons are in sight all the same.
  await mine.locator('form').getByRole('button', { name: '마감' }).tap()
  await mine.locator('input[type=datetime-local]').press('Enter')
  await mine
    .locator('form')
    .getByRole('button', { name: /^마감: / })
    .waitFor()
  const list = await mine.locator('[data-group]:visible').first().boundingBox()
  await expect
    .poll(async () => {
      const box = await mine.getByRole('button', { name: '추가', exact: true }).boundingBox()
      return (box?.y ?? 999) + (box?.height ?? 999)
    })
    .toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0))
  await mine.getByRole('button', { name: '추가', exact: true }).tap()
  await hers.locator('[data-card]', { hasText: '겨울 캠페인 티저' }).waitFor()
  expect(await post('겨울 캠페인 티저')).toMatchObject({ channelIds: [channelId], assigneeId: mina.memberId })
  expect(new URL(mine.url()).searchParams.get('assignee')).toBe(mina.memberId)
  await mine.locator('form').getByRole('button', { name: '담당자: Mina Kim' }).waitFor()
  await mine.locator('form').getByRole('button', { name: '채널', exact: true }).waitFor()
})

test('who plans for one team is offered its channels and those who can see its posts', async () => {
  const korea = await server.team(owner, 'Korea')
  const jia = await server.member(owner, 'editor', { name: 'Jia Park', narrowedTo: [korea] })
  await server.member(owner, 'editor', { name: 'Bo Ruiz', narrowedTo: [teamId] })
  const page = await open(jia)
  await page.getByRole('button', { name: 'New post in Draft' }).click()
  await page.getByRole('textbox', { name: 'Title of the new post' }).waitFor()
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('textbox') })
    .last()
  expect(await form.getByRole('button', { name: /^Channels/ }).count()).toBe(0)
  await form.getByRole('button', { name: 'Assigned to' }).click()
  await page.getByRole('menuitemradio', { name: 'Jia Park' }).waitFor()
  expect(await page.getByRole('menuitemradio', { name: 'Bo Ruiz' }).count()).toBe(0)
})

/** The server refuses the next posts, as long as it is told to; `after`: so long it takes for that, ms. */
async function refusePosts(page: Page, after = 0): Promise<() => Promise<void>> {
  const problem = { code: 'request.tooMany', message: 'Too much at once.', requestId: '1' }
  const address = '**/act/post.create'
  await page.route(address, async (route) => {
    await new Promise((done) => setTimeout(done, after))
    await route.fulfill({ status: 429, json: problem })
  })
  return () => page.unroute(address)
}

test('words of which no post was made stand in the field again, or are offered where that is closed', async () => {
  const page = await open(owner, '', { expectErrors: [/429/, /409/] })
  const allow = await refusePosts(page, 500)
  await page.getByRole('button', { name: 'New post in Draft' }).click()
  const field = page.getByRole('textbox', { name: 'Title of the new post' })
  await page.locator('form').getByRole('button', { name: 'Channels' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Practice' }).click()
  await page.keyboard.press('Escape')
  await field.fill('Launch day')
  await field.press('Enter')
  await page.getByText('Too much at once.').waitFor()
  await expect.poll(() => field.inputValue()).toBe('Launch day')
  await page.locator('form').getByRole('button', { name: 'Channels: Practice' }).waitFor()
  await field.press('Enter')
  await field.press('Escape')
  await page.getByText('“Launch day” was not made.').waitFor()
  await allow()
  await page.getByRole('button', { name: 'Write it again' }).last().click()
  await expect.poll(() => field.inputValue()).toBe('Launch day')
  await field.press('Enter')
  await expect.poll(() => post('Launch day')).toMatchObject({ stage: 'idea' })
  await field.press('Escape')
  // A stage that is full asks; who says no has the words still.
  const { id } = await addStage(owner, { teamId, name: 'Design', limit: 1 })
  await makePost(owner, teamId, { title: 'There', stage: 'draft', workingId: id })
  await page.getByRole('button', { name: 'New post in Design' }).click()
  await field.fill('One more')
  await field.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect.poll(() => field.inputValue()).toBe('One more')
})

test('an address with rubbish in it makes posts all the same', async () => {
  const page = await open(owner, '?campaign=gone&label=%25%3C&assignee=nobody&channel=none')
  await page.getByRole('button', { name: 'New post in Draft' }).click()
  await page.getByRole('textbox', { name: 'Title of the new post' }).fill('Sent all the same')
  await page.keyboard.press('Enter')
  await expect.poll(() => post('Sent all the same')).toMatchObject({ campaignId: null, labels: [] })
})

test('the calendar asks again with what was written when no post was made of it', async () => {
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/calendar`, { expectErrors: [/429/] })
  const allow = await refusePosts(page)
  await page.getByRole('button', { name: 'New post' }).click()
  const dialog = page.getByRole('dialog', { name: 'New post' })
  const title = dialog.getByLabel('Title of the new post')
  await title.fill('Winter teaser')
  await dialog.locator('input[type=datetime-local]').fill('2099-12-24T09:30')
  await title.press('Enter')
  await page.getByText('Too much at once.').waitFor()
  await expect.poll(() => title.inputValue()).toBe('Winter teaser')
  expect(await dialog.locator('input[type=datetime-local]').inputValue()).toBe('2099-12-24T09:30')
  await allow()
  await title.press('Enter')
  await expect.poll(() => post('Winter teaser')).toMatchObject({ sendLocal: '2099-12-24T09:30' })
})
