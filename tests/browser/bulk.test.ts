import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { changePost } from '#server/post/change-post.ts'
import { addStage } from '#server/stage/change-stage.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost, rowOf } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
let ids: string[]
beforeAll(async () => {
  server = await testServer()
}, 180_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  ids = []
  for (const title of ['One', 'Two', 'Three', 'Four']) ids.push((await makePost(owner, teamId, { title })).id)
})
afterEach(closePages)
afterAll(() => server.drop())

const board = (who: Ctx, look?: Look) => openPage(server, who, `/w/${who.workspaceSlug}/board`, look)
const column = (page: Page, name: string) => page.locator(`section[aria-label^="${name},"]`)
const link = (page: Page, title: string) => page.getByRole('link', { name: title, exact: true })
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected posts' })
const titles = (page: Page, name: string) => column(page, name).locator('[data-card] h3').allTextContents()

test('several cards are chosen by mouse, moved in one act and put back in one; the other sees both', async () => {
  const [mine, hers] = [await board(owner), await board(mina)]
  await link(mine, 'One').click({ modifiers: ['Control'] })
  await link(mine, 'Three').click({ modifiers: ['Shift'] })
  await bar(mine).getByText('3 posts selected').waitFor()
  await bar(mine).getByRole('button', { name: 'Move to' }).click()
  await mine.getByRole('menuitem', { name: 'Draft' }).click()
  await expect.poll(() => titles(hers, 'Draft')).toEqual(['One', 'Two', 'Three'])
  await mine.getByText('3 posts changed.').waitFor()
  // The next act need not wait for what is said: it stands above the bar.
  const said = mine.locator('[data-sonner-toast]')
  const foot = async () => {
    const [toast, under] = [await said.boundingBox(), await bar(mine).boundingBox()]
    return toast && under ? under.y - (toast.y + toast.height) : -1
  }
  await expect.poll(foot).toBeGreaterThanOrEqual(0)
  await mine.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => titles(hers, 'Idea')).toEqual(['One', 'Two', 'Three', 'Four'])
  await mine.getByText('3 posts are as they were.').waitFor()
  // One of the chosen takes the others along, to where it is dropped, and by “Move to...”.
  await makePost(owner, teamId, { title: 'There', stage: 'draft' })
  await column(mine, 'Draft').getByText('There').waitFor()
  const card = (title: string) => mine.locator('[data-card]', { has: link(mine, title) })
  // A toast that goes takes the focus back from what is pressed meanwhile, and a browser then drags nothing.
  await mine.getByText('3 posts changed.').waitFor({ state: 'detached' })
  await card('Two').dragTo(card('There'), { targetPosition: { x: 20, y: 5 } })
  await expect.poll(() => titles(hers, 'Draft')).toEqual(['One', 'Two', 'Three', 'There'])
  expect(await titles(mine, 'Draft')).toEqual(['One', 'Two', 'Three', 'There'])
  await link(mine, 'Three').focus()
  await mine.keyboard.press('m')
  await mine.getByRole('dialog', { name: 'Move to…' }).getByText('3 posts selected').waitFor()
  await mine.keyboard.press('1')
  await expect.poll(() => titles(hers, 'Idea')).toEqual(['One', 'Two', 'Three', 'Four'])
})

test('by keyboard: X, Shift+X, a label and somebody to do it; what another changed since stays', async () => {
  await makePost(owner, teamId, { title: 'Marked', stage: 'draft', labels: ['Summer'] })
  const page = await board(owner)
  await link(page, 'One').focus()
  await page.keyboard.press('x')
  await bar(page).getByText('1 post selected').waitFor()
  await page.keyboard.press('Shift+X')
  await bar(page).getByText('4 posts selected').waitFor()
  await bar(page).getByRole('button', { name: 'Assign to' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Mina Kim' }).press('Enter')
  await page.getByText('4 posts changed.').waitFor()
  const [first = ''] = ids
  await changePost(mina, { id: first, assigneeId: null })
  await page.getByRole('button', { name: 'Undo' }).click()
  const dialog = page.getByRole('dialog', { name: '1 post stayed as it was' })
  await dialog.getByText('Somebody has changed it since').waitFor()
  await dialog.getByText('One').waitFor()
  await dialog.getByRole('button', { name: 'Understood' }).click()
  expect((await rowOf(owner, ids[1] ?? '')).assigneeId).toBeNull()
  // Esc is for the selection wherever the keyboard is, which then is on a card again.
  await bar(page).getByRole('button', { name: 'Due' }).focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => bar(page).isVisible()).toBe(false)
  const on = () => page.evaluate(() => document.activeElement?.textContent)
  await expect.poll(on).toBe('One')
  // What is archived by keyboard leaves it on the card beside.
  await page.keyboard.press('x')
  await bar(page).getByRole('button', { name: 'Archive' }).press('Enter')
  await expect.poll(on).toBe('Two')
})

test('Ctrl+Z takes the last act on several back, but not an older one, nor out of a field', async () => {
  const page = await board(owner)
  await link(page, 'One').click({ modifiers: ['Control'] })
  await link(page, 'Two').click({ modifiers: ['Control'] })
  const move = async (name: string) => {
    await bar(page).getByRole('button', { name: 'Move to' }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await move('Draft')
  await page.getByText('2 posts changed.').waitFor()
  // What is typed is taken back by the field it is typed in.
  await page.keyboard.press('/')
  await page.keyboard.type('x')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await expect.poll(() => titles(page, 'Draft')).toEqual(['One', 'Two'])
  await page.keyboard.press('Control+z')
  await page.getByText('2 posts are as they were.').waitFor()
  await expect.poll(() => titles(page, 'Idea')).toEqual(['One', 'Two', 'Three', 'Four'])
  // Something else was done since: that is not what is meant.
  await move('Draft')
  await expect.poll(() => titles(page, 'Draft')).toEqual(['One', 'Two'])
  await link(page, 'Four').focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog', { name: 'Move to…' }).waitFor()
  await page.keyboard.press('2')
  await expect.poll(() => titles(page, 'Draft')).toContain('Four')
  await page.keyboard.press('Control+z')
  await page.waitForTimeout(500)
  expect(await titles(page, 'Idea')).toEqual(['Three'])
})

test('what cannot be done is named with its reason, and stays', async () => {
  const page = await board(owner)
  await link(page, 'One').click({ modifiers: ['Control'] })
  await link(page, 'Two').click({ modifiers: ['Control'] })
  await bar(page).getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('menuitem', { name: 'In review' }).click()
  const dialog = page.getByRole('dialog', { name: '2 posts stayed as they were' })
  await dialog.getByText('Nothing was changed.').waitFor()
  expect(await dialog.getByText(/no text|no channel/).count()).toBe(1)
  await dialog.getByRole('button', { name: 'Understood' }).click()
  // A limit asks whether it is meant.
  await addStage(owner, { teamId, name: 'Design', limit: 1 })
  await column(page, 'Design').waitFor()
  await bar(page).getByRole('button', { name: 'Move to' }).click()
  await page.getByRole('menuitem', { name: 'Design' }).click()
  await page.getByRole('button', { name: 'Move there anyway' }).click()
  await expect.poll(() => titles(page, 'Design')).toEqual(['One', 'Two'])
  // Both acts are taken back, one after the other.
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(page, 'Design')).toEqual(['One'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => titles(page, 'Design')).toEqual([])
  // Carried there, what had the focus has left its place: after the answer the keyboard is on a card again.
  await page.keyboard.press('Escape')
  for (const title of ['Three', 'Four']) await link(page, title).click({ modifiers: ['Control'] })
  const card = page.locator('[data-card]', { has: link(page, 'Three') })
  await card.dragTo(column(page, 'Design').locator('[data-group]'))
  await page.getByRole('button', { name: 'Understood' }).click()
  await expect.poll(() => titles(page, 'Design')).toEqual(['Three'])
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('[data-card]') != null))
    .toBe(true)
})

test('on a phone one is chosen from its menu, more by a tap; the bar fits and axe finds nothing', async () => {
  const phone = await board(owner, { width: 360 })
  await phone.getByRole('button', { name: 'Idea' }).click()
  await phone.getByRole('button', { name: 'More about “One”' }).tap()
  await phone.getByRole('menuitem', { name: 'Select' }).tap()
  await link(phone, 'Two').tap()
  await bar(phone).getByText('2 posts selected').waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  // The count with its X, and one row of acts, each with its word.
  const acts = await bar(phone)
    .getByRole('button')
    .evaluateAll((all) =>
      all.map((one) => ({ top: one.getBoundingClientRect().top, cut: one.scrollWidth > one.clientWidth })),
    )
  expect(new Set(acts.map(({ top }) => Math.round(top))).size).toBe(2)
  expect(acts.some(({ cut }) => cut)).toBe(false)
  const { violations } = await new AxeBuilder({ page: phone }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
  await bar(phone).getByRole('button', { name: 'Archive' }).tap()
  await expect.poll(async () => (await rowOf(owner, ids[1] ?? '')).archivedAt).not.toBeNull()
})

test('the menu of one card gives it labels and a due date', async () => {
  await makePost(owner, teamId, { title: 'Marked', stage: 'draft', labels: ['Summer', 'Tea'] })
  const [mine, hers] = [await board(owner), await board(mina)]
  const card = (page: Page) => page.locator('[data-card]', { has: link(page, 'One') })
  await mine.getByRole('button', { name: 'More about “One”' }).click()
  await mine.getByRole('menuitem', { name: 'Labels' }).press('ArrowRight')
  for (const name of ['Summer', 'Tea']) await mine.getByRole('menuitemcheckbox', { name }).press('Enter')
  await mine.getByRole('menuitemcheckbox', { name: 'Summer', checked: true }).press('Enter')
  await card(hers).getByText('Tea').waitFor()
  await expect.poll(() => card(hers).getByText('Summer').count()).toBe(0)
  await mine.keyboard.press('Escape')
  await mine.keyboard.press('Escape')
  await mine.getByRole('button', { name: 'More about “One”' }).click()
  await mine.getByRole('menuitem', { name: 'Due date…' }).click()
  const dialog = mine.getByRole('dialog', { name: 'When is it due?' })
  await dialog.getByText('One').waitFor()
  await dialog.getByLabel('Due').fill('2099-12-24T09:30')
  await dialog.getByRole('button', { name: 'Set the due date' }).click()
  await card(hers).getByRole('img', { name: /^Due / }).waitFor()
  await expect
    .poll(async () => (await rowOf(owner, ids[0] ?? '')).dueAt)
    .toBe(Date.parse('2099-12-24T09:30Z'))
  // It is what the question begins with, and can be taken away.
  await mine.getByRole('button', { name: 'More about “One”' }).click()
  await mine.getByRole('menuitem', { name: 'Due date…' }).click()
  expect(await dialog.getByLabel('Due').inputValue()).toBe('2099-12-24T09:30')
  await dialog.getByRole('button', { name: 'No due date' }).click()
  await card(hers).getByRole('img', { name: /^Due / }).waitFor({ state: 'detached' })
})
