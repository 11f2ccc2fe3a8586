import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
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

const open = (who: Ctx, query = '', look: Look = { width: 1440 }) =>
  openPage(server, who, `/w/${who.workspaceSlug}/board?${query}`, look)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const strip = (page: Page, label: string) => page.getByRole('button', { name: label, expanded: false })

async function fold(page: Page, stage: string): Promise<void> {
  await page.getByRole('button', { name: `More about ${stage}` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Fold this column' }).focus()
  await page.keyboard.press('Enter')
}

test('a folded column is a strip that takes cards at its end; it is mine alone, and stays', async () => {
  const row = await makePost(owner, teamId, { title: 'Teaser' })
  await makePost(owner, teamId, { title: 'Snow', stage: 'draft' })
  const [mine, hers] = [await open(owner), await open(mina)]
  await fold(mine, 'Draft')
  await card(mine, 'Snow').waitFor({ state: 'detached' })
  const draft = strip(mine, 'Draft, 1 post')
  await draft.waitFor()
  await expect.poll(() => draft.evaluate((one) => one === document.activeElement)).toBe(true)
  expect(await accessFaults(mine)).toEqual([])
  await card(hers, 'Snow').waitFor()
  await mine.locator('[data-card][draggable=true]').first().waitFor()
  await card(mine, 'Teaser').dragTo(draft)
  await expect.poll(() => rowOf(owner, row.id)).toMatchObject({ stage: 'draft' })
  await hers.getByRole('region', { name: 'Draft, 2 posts' }).getByText('Teaser').waitFor()
  // What the server sends is folded already: nothing jumps when the page comes to life.
  const html = await (await mine.context().request.get(mine.url())).text()
  expect(html).toMatch(/aria-expanded="false" aria-label="Draft, 2 posts"/)
  const hersHtml = await (await hers.context().request.get(hers.url())).text()
  expect(hersHtml).not.toContain('aria-expanded="false" aria-label="Draft, 2 posts"')
  // A phone shows a column whole, also before the page comes to life: here it never does.
  const still = await mine
    .context()
    .browser()
    ?.newContext({
      javaScriptEnabled: false,
      storageState: await mine.context().storageState(),
      viewport: { width: 360, height: 740 },
    })
  const asleep = await still?.newPage()
  if (!still || !asleep) throw new Error('no window')
  await asleep.goto(mine.url())
  await card(asleep, 'Snow').waitFor()
  expect(await asleep.getByRole('button', { expanded: false, name: 'Draft, 2 posts' }).count()).toBe(0)
  await asleep.setViewportSize({ width: 1024, height: 740 })
  await card(asleep, 'Snow').waitFor({ state: 'hidden' })
  await still.close()
  await mine.reload()
  await strip(mine, 'Draft, 2 posts').focus()
  await mine.keyboard.press('Enter')
  await card(mine, 'Teaser').waitFor()
  // What begins in a folded column opens it.
  await fold(mine, 'Idea')
  await strip(mine, 'Idea, no posts').or(strip(mine, 'Idea, 0 posts')).waitFor()
  await mine.getByRole('button', { name: 'New post' }).first().click()
  await mine.getByRole('textbox', { name: 'Title of the new post' }).waitFor()
})

test('in lanes a column folds across all of them, and a card does not say again what its lane says', async () => {
  const input = { teamId, name: 'Autumn', startsOn: '2026-11-01', endsOn: '2026-12-01' }
  const { id } = await createCampaign(owner, createCampaign.input.parse(input))
  const row = await makePost(owner, teamId, { title: 'Teaser', campaignId: id })
  const page = await open(owner, 'lanes=campaign')
  await card(page, 'Teaser').waitFor()
  expect(await card(page, 'Teaser').textContent()).toBe('Teaser')
  await page.getByRole('button', { name: 'New post' }).first().click()
  await page.getByRole('textbox', { name: 'Title of the new post' }).press('Escape')
  await fold(page, 'Draft')
  await strip(page, 'Draft, 0 posts').waitFor()
  await page.locator('[data-card][draggable=true]').first().waitFor()
  const cell = page.locator('section[aria-label^="Autumn"] [data-folded=draft]')
  await card(page, 'Teaser').dragTo(cell)
  await expect.poll(() => rowOf(owner, row.id)).toMatchObject({ stage: 'draft', campaignId: id })
  await expect.poll(() => cell.textContent()).toBe('1')
  // A phone shows one column, and that whole.
  await page.setViewportSize({ width: 360, height: 740 })
  await page
    .getByRole('button', { name: /^Draft/ })
    .first()
    .click()
  await card(page, 'Teaser').waitFor()
})
