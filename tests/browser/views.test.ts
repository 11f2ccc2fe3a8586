import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { removeLabel } from '#server/label/merge-label.ts'
import { archivePost } from '#server/post/archive-post.ts'
import { closePages, LOST_CONNECTION, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
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
  await makePost(owner, teamId, { title: 'Green tea' })
  await makePost(owner, teamId, { title: 'Coffee' })
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, page: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const views = (page: Page) => page.getByRole('dialog', { name: 'Views' })

test('filters are saved under a name, shared, and taken by the other on another page', async () => {
  const [mine, hers] = [await open(owner, 'board?q=tea'), await open(mina, 'board')]
  await mine.getByRole('button', { name: 'Views' }).click()
  await views(mine).getByRole('button', { name: 'Save this view' }).click()
  await views(mine).getByLabel('Name').fill('Everything tea')
  await views(mine).getByRole('checkbox', { name: 'Share with everybody' }).check()
  await mine.keyboard.press('Enter')
  await mine.getByText('The view “Everything tea” is saved.').waitFor()
  await views(mine)
    .getByRole('button', { name: 'Everything tea' })
    .and(mine.locator('[aria-pressed=true]'))
    .waitFor()

  await hers.getByRole('button', { name: 'Views' }).click()
  await views(hers)
    .getByRole('button', { name: /^Everything tea/ })
    .click()
  await card(hers, 'Coffee').waitFor({ state: 'detached' })
  // "Back" undoes what narrowed the board.
  await hers.getByRole('button', { name: 'Assigned to' }).click()
  await hers.getByRole('menuitemradio', { name: 'Mina Kim' }).click()
  await card(hers, 'Green tea').waitFor({ state: 'detached' })
  await hers.goBack()
  await card(hers, 'Green tea').waitFor()
  expect(new URL(hers.url()).searchParams.get('q')).toBe('tea')
  // While she looks at the list, it is taken away.
  await hers.getByRole('button', { name: 'Views' }).click()
  await views(hers)
    .getByRole('button', { name: /^Everything tea/ })
    .waitFor()
  await views(mine).getByRole('button', { name: 'More about Everything tea' }).click()
  await mine.getByRole('menuitem', { name: 'Remove' }).click()
  await views(hers)
    .getByRole('button', { name: /^Everything tea/ })
    .waitFor({ state: 'detached' })
})

test('a view gets another name; a filter by what is gone says so, and is cleared', async () => {
  const { labels } = await makePost(owner, teamId, { title: 'Marked', labels: ['Summer', 'Tea'] })
  const [label = ''] = labels
  const page = await open(owner, `board?label=${label}`)
  await page.getByRole('button', { name: 'Views' }).click()
  await views(page).getByRole('button', { name: 'Save this view' }).click()
  await views(page).getByLabel('Name').fill('Sumer')
  await page.keyboard.press('Enter')
  await views(page).getByRole('button', { name: 'More about Sumer' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
  const name = views(page).getByRole('textbox', { name: 'Name' })
  await expect.poll(() => name.evaluate((one) => one === document.activeElement)).toBe(true)
  await name.fill('Summer')
  await page.keyboard.press('Enter')
  await views(page).getByRole('button', { name: 'More about Summer' }).waitFor()
  await views(page).getByRole('button', { name: 'More about Summer' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
  await name.fill('Nothing')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Views' }).click()
  await views(page).getByRole('button', { name: 'More about Summer' }).waitFor()
  await page.keyboard.press('Escape')
  await removeLabel(owner, { id: label })
  await page.getByRole('button', { name: 'Label: no longer there' }).waitFor()
  await page.getByText('No post fits these filters.').waitFor()
  await page.getByRole('button', { name: 'Clear filters' }).first().click()
  await card(page, 'Marked').waitFor()
})

test('without the server the list of views says so, and is there when the server is', async () => {
  const page = await open(owner, 'board?q=tea', { expectErrors: [LOST_CONNECTION] })
  await page.getByRole('button', { name: 'Views' }).click()
  await views(page).getByRole('button', { name: 'Save this view' }).waitFor()
  await page.keyboard.press('Escape')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Views' }).click()
  await views(page).getByText('The server cannot be reached').waitFor()
  await page.context().setOffline(false)
  await views(page).getByRole('button', { name: 'Save this view' }).waitFor()
})

test('what was archived is found and brought back; the other’s board has it at once', async () => {
  const { id } = await makePost(owner, teamId, { title: 'Old idea', labels: ['Fall'] })
  await archivePost(owner, { id })
  const [mine, hers] = [await open(owner, 'archive'), await open(mina, 'board')]
  await mine.getByLabel('Find in titles').fill('old')
  await mine.getByText('Old idea').waitFor()
  await mine.getByRole('button', { name: 'Bring back' }).click()
  await card(hers, 'Old idea').waitFor()
  await mine.getByText('No archived post has these words in its title.').waitFor()
})

test('on a phone in Korean the archive fits, and axe finds nothing', async () => {
  const { id } = await makePost(owner, teamId, { title: '가'.repeat(120), labels: ['여름'] })
  await archivePost(owner, { id })
  const phone = await open(owner, 'archive', { width: 360 })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await phone.getByRole('button', { name: '되살리기' }).waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page: phone }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
})
