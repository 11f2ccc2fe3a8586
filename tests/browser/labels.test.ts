import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
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
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, page: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })

test('labels are written on a post, filtered by, renamed and merged; the other sees each at once', async () => {
  const { id } = await makePost(owner, teamId, { title: 'Autumn teaser', labels: ['Fall'] })
  await makePost(owner, teamId, { title: 'Plain' })
  const [mine, hers] = [await open(owner, `post/${id}`), await open(mina, 'board')]
  await card(hers, 'Autumn teaser').getByText('Fall').waitFor()
  await mine.getByRole('tab', { name: 'Details' }).locator('visible=true').click()
  await mine.getByRole('button', { name: 'Choose labels' }).click()
  await mine.getByLabel('New label').fill('Autumn')
  await mine.keyboard.press('Enter')
  await card(hers, 'Autumn teaser').getByText('Autumn', { exact: true }).waitFor()
  await mine.getByRole('checkbox', { name: 'Fall' }).waitFor()

  await hers.getByRole('button', { name: 'Label', exact: true }).click()
  await hers.getByRole('menuitemradio', { name: 'Autumn' }).click()
  await card(hers, 'Plain').waitFor({ state: 'detached' })
  expect(new URL(hers.url()).searchParams.get('label')).toBeTruthy()

  await mine.goto(`/w/${owner.workspaceSlug}/settings/labels`)
  await mine.getByRole('button', { name: 'More about Fall' }).click()
  await mine.getByRole('menuitem', { name: 'Merge…' }).click()
  await mine.getByRole('dialog').getByRole('button', { name: 'Merge' }).click()
  await mine.getByText('“Fall” is now “Autumn”.').waitFor()
  await card(hers, 'Autumn teaser').getByText('Fall').waitFor({ state: 'detached' })
  await mine.getByRole('button', { name: 'More about Autumn' }).click()
  await mine.getByRole('menuitem', { name: 'Change Autumn' }).click()
  await mine.getByLabel('Name').fill('Herbst')
  await mine.getByRole('button', { name: 'Save the label' }).click()
  await card(hers, 'Autumn teaser').getByText('Herbst').waitFor()
})

test('a taken name is refused at its field; the page fits a phone in Korean, and axe finds nothing', async () => {
  await makePost(owner, teamId, { labels: ['가을', '여름 행사에 쓰는 아주 긴 이름의 라벨'] })
  const page = await open(owner, 'settings/labels', { expectErrors: [/422|400/] })
  await page.getByRole('button', { name: 'More about 가을' }).click()
  await page.getByRole('menuitem', { name: 'Change 가을' }).click()
  await page.getByLabel('Name').fill('여름 행사에 쓰는 아주 긴 이름의 라벨')
  await page.getByRole('button', { name: 'Save the label' }).click()
  await page.getByText('merge the two').waitFor()
  const phone = await open(owner, 'settings/labels', { width: 360 })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await phone.getByRole('button', { name: '새 라벨' }).waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  expect(await accessFaults(phone)).toEqual([])
})
