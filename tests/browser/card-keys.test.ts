import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  const made = await server.workspace('Nordlicht')
  owner = made.owner
  for (const title of ['One', 'Two']) await makePost(owner, made.teamId, { title })
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (look?: Look, who = owner) => openPage(server, who, `/w/${owner.workspaceSlug}/board`, look)
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true })
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.trim() || document.activeElement?.tagName)
/** Once the page hears its commands. */
const press = async (page: Page, key: string, until: () => Promise<void>) => {
  await page.locator('[data-card][draggable=true]').first().waitFor()
  await page.keyboard.press(key)
  await until()
}

test('a new card that is given up gives the keyboard back to where it was', async () => {
  const page = await open()
  const field = page.getByLabel('Title of the new post')
  await link(page, 'Two').focus()
  await press(page, 'n', () => field.waitFor())
  await expect.poll(() => focused(page)).toBe('TEXTAREA')
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe('Two')
  // The button that made room for the field is another one afterwards.
  const add = page
    .locator('section[aria-label^="Idea,"]')
    .getByRole('button', { name: 'New post', exact: true })
  await add.focus()
  await page.keyboard.press('Enter')
  await field.waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => add.evaluate((one) => one === document.activeElement)).toBe(true)
})

test.each([
  ['en', 'Go to a card first'],
  ['ko', '카드로 가 주세요'],
] as const)('a command for a card that nobody is on chooses none and says so: %s', async (locale, words) => {
  const reader = await server.member(owner, 'editor', { name: 'Mina Kim', locale })
  const page = await open({ locale }, reader)
  for (const key of ['m', 'x']) {
    await press(page, key, () => page.locator('[aria-live]').getByText(words).first().waitFor())
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(await page.getByRole('toolbar').count()).toBe(0)
  }
  await link(page, 'Two').focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByText('Two').waitFor()
  await page.keyboard.press('Escape')
  // Out of the palette the card is meant that one came from.
  await link(page, 'One').focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(locale === 'en' ? 'Move the card' : '카드 옮기기')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('One').waitFor()
})
