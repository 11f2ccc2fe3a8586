import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeCampaign } from '#server/campaign/change-campaign.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import { editBrief } from '#server/campaign/edit-brief.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** One campaign's page, in the windows of two people. */
let server: TestServer
let owner: Ctx
let hq: string
let id: string
beforeAll(async () => {
  server = await testServer()
})
// A new company for each try.
beforeEach(async () => {
  ;({ owner, teamId: hq } = await server.workspace('Nordlicht'))
  const settings = {
    name: 'Winter tea',
    goal: 'Ten thousand people taste it.',
    teamId: hq,
    startsOn: '2026-01-01',
    endsOn: '2036-12-31',
    targets: [{ metric: 'clicks', value: 5_000 }],
    budget: { amount: 1_250_000, currency: 'EUR' },
  }
  ;({ id } = await createCampaign(owner, parseInput(createCampaign.input, settings)))
})
afterEach(closePages)
afterAll(() => server.drop())

const PATIENT = { timeout: 60_000 }
const open = (who: Ctx, path: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${path}`, look)

test('a campaign’s page says what it is for and how far it is, and moves for two people', async () => {
  const post = await makePost(owner, hq, { title: 'Teaser', stage: 'draft', campaignId: id })
  const editor = await server.member(owner, 'editor', { name: 'Ada Osei', locale: 'ko' })
  const mine = await open(owner, 'campaigns')
  await mine.getByRole('link', { name: 'Winter tea' }).click()
  await mine.getByText('€12,500').waitFor()
  await mine.getByText('not measured yet; the target is 5,000').waitFor()
  await mine.getByText('0 of 1 published').waitFor()
  await mine.getByText('nothing is overdue').waitFor()
  expect(await accessFaults(mine)).toEqual([])
  const hers = await open(editor, `campaign/${id}`, { width: 360, locale: 'ko', dark: true })
  await hers.getByText('1개 중 0개 발행').waitFor()
  expect(await accessFaults(hers)).toEqual([])

  // Another post, and one whose slot has passed: both windows say so by themselves.
  const late = await makePost(owner, hq, { title: 'Too late', stage: 'draft', campaignId: id })
  await setPost(owner, late.id, { sendAt: owner.now() - 60_000, sendZone: 'UTC' })
  await makePost(owner, hq, { title: 'Third', campaignId: id })
  await mine.getByText('1 post is overdue').waitFor(PATIENT)
  await hers.getByText('늦은 게시물 1개').waitFor(PATIENT)
  await mine.getByRole('link', { name: 'Teaser' }).click()
  await mine.waitForURL(`**/post/${post.id}`)
}, 240_000)

test('a brief is written by keyboard; of two, both stay until one chooses', async () => {
  const editor = await server.member(owner, 'editor', { name: 'Ada Osei' })
  const mine = await open(owner, `campaign/${id}`, { expectErrors: [/409/] })
  const hers = await open(editor, `campaign/${id}`)
  await mine.getByRole('button', { name: 'Write the brief' }).focus()
  await mine.keyboard.press('Enter')
  await mine.keyboard.type('Warm words.')
  await hers.getByRole('button', { name: 'Write the brief' }).click()
  await hers.getByRole('textbox', { name: 'Brief' }).fill('Cold words.\n\nAnd facts.')
  await hers.getByRole('button', { name: 'Save the brief' }).click()
  await hers.locator('p', { hasText: 'And facts.' }).waitFor(PATIENT)
  // Mine is still mine, and what she saved stands beside it.
  await mine.getByText('The one saved meanwhile').waitFor(PATIENT)
  expect(await mine.getByRole('textbox', { name: 'Yours' }).inputValue()).toBe('Warm words.')
  await mine.getByRole('button', { name: 'Save mine instead' }).click()
  await mine.locator('p', { hasText: 'Warm words.' }).waitFor(PATIENT)
  await hers.locator('p', { hasText: 'Warm words.' }).waitFor(PATIENT)
}, 240_000)

test('budget and targets are set in its dialog; another region does not find it', async () => {
  const [seoul, iberia] = [await server.team(owner, 'Seoul'), await server.team(owner, 'Iberia')]
  const jun = await server.member(owner, 'editor', { name: 'Jun Park', narrowedTo: [seoul] })
  const page = await open(owner, `campaign/${id}`)
  await page.getByRole('button', { name: 'Change the campaign' }).click()
  await page.getByLabel('Budget', { exact: false }).first().fill('99.5')
  await page.getByRole('button', { name: 'Add a target' }).click()
  await page.getByLabel('Value of target 2').fill('20000')
  await page.getByRole('button', { name: 'Save the changes' }).click()
  await page.getByText('€99.50').waitFor(PATIENT)
  await page.getByText('not measured yet; the target is 20,000').waitFor(PATIENT)
  const his = await open(jun, `campaign/${id}`, { expectErrors: [/404/] })
  await his.getByText('€99.50').waitFor()
  expect(await his.getByRole('button', { name: 'Change the campaign' }).count()).toBe(0)
  const theirs = await createCampaign(
    owner,
    parseInput(createCampaign.input, { name: 'Primavera', teamId: iberia }),
  )
  await editBrief(owner, { id: theirs.id, base: 0, brief: 'Ours' })
  await changeCampaign(
    owner,
    parseInput(changeCampaign.input, { id: theirs.id, name: 'Otoño', teamId: iberia }),
  )
  const answer = await his.goto(`/w/${jun.workspaceSlug}/campaign/${theirs.id}`).catch(() => null)
  expect(answer?.status()).toBe(404)
}, 240_000)
