import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '#db/schema.ts'
import { addAsset } from '#server/asset/add-asset.ts'
import { lockFields } from '#server/bond/lock-fields.ts'
import { publishCampaign } from '#server/bond/publish-campaign.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { changePost } from '#server/post/change-post.ts'
import { editPost } from '#server/post/edit-post.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makeChannel, makePost, rowOf } from '../support/posts.ts'
import { practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** HQ publishes a campaign, Seoul adapts it: two people, each in their own window. */
let server: TestServer
let owner: Ctx
let mina: Ctx
let seoul: string
let id: string
let parent: { id: string }
beforeAll(async () => {
  server = await testServer()
})
// A new company for each try.
beforeEach(async () => {
  let hq = ''
  ;({ owner, teamId: hq } = await server.workspace('Nordlicht'))
  seoul = await server.team(owner, 'Seoul', 'Asia/Seoul')
  await server.team(owner, 'Iberia', 'Europe/Madrid')
  mina = await server.member(owner, 'manager', { name: 'Mina Kim', narrowedTo: [seoul], locale: 'ko' })
  const channelId = await practiceChannel(owner, hq)
  await makeChannel(owner, seoul)
  const settings = { name: 'Winter tea', teamId: hq }
  ;({ id } = await createCampaign(owner, parseInput(createCampaign.input, settings)))
  parent = await makePost(owner, hq, {
    title: 'Teaser',
    text: 'Warm up with us.',
    stage: 'draft',
    campaignId: id,
    channelIds: [channelId],
  })
})
afterEach(closePages)
afterAll(() => server.drop())

const PATIENT = { timeout: 60_000 }
const open = (who: Ctx, path: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${path}`, look)
async function childOf(): Promise<string> {
  const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  const row = rows.find((one) => one.teamId === seoul)
  if (!row) throw new Error('Seoul has no post')
  return row.id
}
async function edit(who: Ctx, postId: string, change: object): Promise<void> {
  const { revision } = await rowOf(who, postId)
  await editPost(who, parseInput(editPost.input, { postId, base: revision, ...change }))
}
const write = (who: Ctx, postId: string, text: string) => edit(who, postId, { text })
/** A picture without an alternative text. */
async function picture(who: Ctx, background: string) {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer()
  return [{ assetId: (await addAsset(who, { bytes, name: 'tea.png' })).id }]
}
const cell = (page: Page, words: string) => page.locator('[data-drift="Teaser"]').getByText(words)

test('HQ publishes by keyboard, the region sees its post and what HQ changes, and takes it', async () => {
  const hers = await open(owner, `campaign/${id}`)
  await hers.getByRole('button', { name: 'Publish to regions' }).focus()
  await hers.keyboard.press('Enter')
  await hers.getByRole('checkbox', { name: 'Seoul' }).focus()
  await hers.keyboard.press('Space')
  await hers.getByRole('checkbox', { name: 'Pictures' }).press('Space')
  expect(await accessFaults(hers, { part: '[role=dialog]' })).toEqual([])
  await hers.getByRole('button', { name: 'Publish to 1 region' }).click()
  await cell(hers, 'as HQ’s').waitFor(PATIENT)
  await cell(hers, 'not published').waitFor()

  const child = await childOf()
  const mine = await open(mina, `post/${child}`, { width: 360, dark: true })
  await mine.getByText('사진: 본사가 잠금').waitFor(PATIENT)
  await write(mina, child, '따뜻한 차 한 잔.')
  await cell(hers, 'adapted').waitFor(PATIENT)
  await changePost(owner, { id: parent.id, title: 'Teaser' })
  await write(owner, parent.id, 'Warm up with us tonight.')
  await mine.getByText('본사가 1개 항목을 바꿨어요').waitFor(PATIENT)
  await cell(hers, '1 change behind').waitFor(PATIENT)
  await mine.getByRole('button', { name: '차이 보기' }).click()
  await mine.locator('ins', { hasText: 'tonight' }).waitFor()
  // Hers stands beside it, before it is given up.
  await mine.locator('[data-bond]').getByText('따뜻한 차 한 잔.').waitFor()
  expect(await accessFaults(mine, { part: '[data-bond]' })).toEqual([])
  // On a short phone the next act stays above the tabs while one looks.
  await mine.setViewportSize({ width: 360, height: 640 })
  const over = await mine
    .locator('main [data-autofocus]')
    .first()
    .evaluate((one) => one.scrollHeight - one.clientHeight)
  expect(over).toBeLessThanOrEqual(0)
  await mine.setViewportSize({ width: 360, height: 740 })
  await mine.getByRole('button', { name: '본사의 글 받아들이기' }).press('Enter')
  await mine.getByText('글: 본사와 같음').waitFor(PATIENT)
  expect((await rowOf(owner, child)).text).toBe('Warm up with us tonight.')
  await cell(hers, 'as HQ’s').waitFor(PATIENT)
  expect(await accessFaults(hers)).toEqual([])
}, 240_000)

test('what is declined stays and shows; what is locked cannot be written and follows HQ', async () => {
  await edit(owner, parent.id, { media: await picture(owner, '#446688') })
  await publishCampaign(owner, parseInput(publishCampaign.input, { id, teamIds: [seoul] }))
  const child = await childOf()
  const hers = await open(owner, `campaign/${id}`)
  await write(owner, parent.id, 'Cool down with us.')
  const mine = await open(mina, `post/${child}`)
  await mine.getByRole('button', { name: '차이 보기' }).click(PATIENT)
  await mine.getByRole('button', { name: '본사의 글 거절하기' }).click()
  await mine.getByText('글: 거절함').waitFor(PATIENT)
  await cell(hers, 'declined').waitFor(PATIENT)
  expect((await rowOf(owner, child)).text).toBe('Warm up with us.')
  // Of two pictures that nobody has described, one sees which was exchanged for which.
  await edit(owner, parent.id, { media: await picture(owner, '#884466') })
  await mine.getByRole('figure', { name: '이전' }).locator('img').waitFor(PATIENT)
  await mine.getByRole('figure', { name: '지금' }).locator('img').waitFor()
  if (process.env.REGIONS_SHOT) await mine.screenshot({ path: process.env.REGIONS_SHOT })
  // The report can be narrowed.
  await hers.getByLabel('Show', { exact: true }).selectOption({ label: 'sent' })
  await hers.getByText('No post is in this state.').waitFor()

  await lockFields(owner, { id, teamIds: [seoul], locked: ['text'] })
  await mine.getByText('글: 본사가 잠금').waitFor(PATIENT)
  await mine.getByText('본사만 바꿀 수 있는 글이에요').waitFor(PATIENT)
  await expect.poll(() => mine.locator('[data-draft-text]').inputValue(), PATIENT).toBe('Cool down with us.')
  await expect.poll(() => mine.locator('[data-draft-text]').getAttribute('readonly'), PATIENT).not.toBeNull()
  await write(owner, parent.id, 'Cool down.')
  await expect.poll(() => mine.locator('[data-draft-text]').inputValue(), PATIENT).toBe('Cool down.')
}, 240_000)

test('a region’s page shows its own column alone, and the file says the same', async () => {
  await publishCampaign(owner, parseInput(publishCampaign.input, { id, teamIds: [seoul] }))
  const mine = await open(mina, `campaign/${id}`, { width: 360 })
  await cell(mine, '본사와 같음').waitFor()
  expect(await mine.getByRole('columnheader').allInnerTexts()).not.toContain('Iberia')
  expect(await mine.getByRole('button', { name: '지역에 게시' }).count()).toBe(0)
  expect(await mine.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  const csv = await mine.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('a[download]')
    return (await fetch(link?.href ?? '')).text()
  })
  expect(csv).toContain('본사 게시물,Seoul')
  expect(csv).toContain('Teaser,본사와 같음,0')
  expect(csv).not.toContain('Iberia')
  // The post it came from is HQ's: a name, no door.
  await mine.locator('[data-drift="Teaser"] a').click()
  await mine.getByText('본사의 “Teaser”에서 왔어요').waitFor()
  expect(await mine.getByRole('link', { name: '본사의 “Teaser”에서 왔어요' }).count()).toBe(0)
}, 240_000)
