import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { readBoard } from '#server/post/card.reads.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makeChannel } from '../support/posts.ts'
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
