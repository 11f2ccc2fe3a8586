import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import { changeChannel } from '#server/channel/change-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, hydrated, type Look, openPage } from '../support/browser.ts'
import { makeChannel, makePost, setPost } from '../support/posts.ts'
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

const DAY_MS = 86_400_000
const dayAt = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
/** The Monday of the week after this one. */
const nextMonday = () => dayAt(8 - (new Date().getUTCDay() || 7))
const open = (who: Ctx, query: string, look: Look = {}) =>
  openPage(server, who, `/w/${who.workspaceSlug}/calendar?${query}`, look)
async function planned(title: string, local: string, more: Parameters<typeof makePost>[2] = {}) {
  const { id } = await makePost(owner, teamId, { title, ...more })
  await setPost(owner, id, { sendLocal: local, sendZone: 'UTC', sendAt: Date.parse(`${local}Z`) })
}

/** What the paper shows: printing has begun, and its rules hold. */
async function onPaper(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
}

test('paper shows whose plan it is, whose clocks and what marks mean, and nothing to press', async () => {
  const monday = nextMonday()
  const input = { teamId, name: 'Autumn', startsOn: null, endsOn: null }
  const { id } = await createCampaign(owner, createCampaign.input.parse(input))
  const running = [1, 2, 3, 4, 5].map((i) => ({ ...input, name: `All year ${i}` }))
  for (const one of running)
    await createCampaign(
      owner,
      createCampaign.input.parse({ ...one, startsOn: '2026-01-01', endsOn: '2036-12-31' }),
    )
  for (let i = 0; i < 5; i++)
    await planned(`A title that is longer than a cell of a month ${i}`, `${monday}T23:00`, { campaignId: id })
  const page = await open(owner, `view=week&date=${monday}`, { dark: true })
  const legend = page.getByRole('list', { name: 'What marks and colours mean' })
  expect(await legend.count()).toBe(0)
  await onPaper(page)
  await page.getByText('Hours in UTC').waitFor()
  expect(await legend.getByRole('listitem').allTextContents()).toEqual(['Idea', 'Autumn'])
  // Every post, though a column of hours has room for three.
  expect(await page.locator('[data-card]').count()).toBe(5)
  for (const chrome of [page.getByRole('button', { name: 'Print' }), page.getByText('Skip to content')])
    expect(await chrome.isVisible()).toBe(false)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')

  await page.emulateMedia({ media: null })
  await page.goto(`/w/${owner.workspaceSlug}/calendar?month=${monday.slice(0, 7)}`)
  await hydrated(page)
  await onPaper(page)
  await page.getByText('Each post at the hour of its own zone').waitFor()
  const cut = await page
    .locator(`[data-group="${monday}"] [data-card] a`)
    .evaluateAll((links) => links.filter((one) => one.scrollWidth > one.clientWidth).length)
  expect(cut).toBe(0)
  // No campaign is folded, and every sheet says its weekdays.
  for (const { name } of running)
    await page.locator('[data-campaign]').getByText(name, { exact: true }).first().waitFor()
  const sections = page.locator('section[data-group]')
  for (const place of [0, 7]) expect(await sections.nth(place).innerText()).toMatch(/^Mon\s\d+/)
})

test('a phone says before a week which channels have too little in it, live, and by keyboard shows one alone', async () => {
  const monday = nextMonday()
  const channelId = await makeChannel(owner, teamId)
  await changeChannel(owner, { channelId, name: 'Blog', cadence: { min: 1, max: 2 } })
  const phone = await open(mina, `view=week&date=${monday}`, { width: 360, dark: true })
  const gap = phone
    .getByRole('link', { name: 'Blog: no post this week, at least 1 wanted' })
    .filter({ visible: true })
  await gap.waitFor()
  expect(await gap.textContent()).toContain('1 too few')
  expect((await gap.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await accessFaults(phone)).toEqual([])
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  await gap.focus()
  await phone.keyboard.press('Enter')
  await phone.waitForURL(/channel=/)
  // The other gives it what it wants.
  const hers = await open(owner, `view=week&date=${monday}&tray=1`, { width: 1440 })
  await makePost(owner, teamId, { title: 'Teaser', channelIds: [channelId] })
  await hers.locator('[data-card]', { hasText: 'Teaser' }).dragTo(hers.locator(`[data-group="${monday}"]`), {
    targetPosition: { x: 40, y: 600 },
  })
  await gap.waitFor({ state: 'detached' })
  // A list has no room for bars: it names who begins and ends; and times say whose clocks they are on.
  const input = { teamId, name: 'Autumn', startsOn: monday, endsOn: monday }
  await createCampaign(owner, createCampaign.input.parse(input))
  const { id } = await makePost(owner, teamId, { title: 'Seoul' })
  const sendAt = Date.parse(`${monday}T00:00Z`)
  await setPost(owner, id, { sendLocal: `${monday}T09:00`, sendZone: 'Asia/Seoul', sendAt })
  await phone.goto(`/w/${owner.workspaceSlug}/calendar?month=${monday.slice(0, 7)}`)
  await phone.locator(`[data-group="${monday}"]`).getByRole('link', { name: 'Last day of Autumn' }).waitFor()
  await phone.goto(`/w/${owner.workspaceSlug}/calendar?view=list&date=${monday}`)
  const row = phone.locator('[data-card]', { hasText: 'Seoul' })
  await row.getByText('GMT+9').filter({ visible: true }).waitFor()
})
