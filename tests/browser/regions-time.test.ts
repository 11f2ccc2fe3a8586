import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { post } from '#db/schema.ts'
import { publishCampaign } from '#server/bond/publish-campaign.ts'
import { createCampaign } from '#server/campaign/create-campaign.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { reschedulePost } from '#server/post/reschedule-post.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { finger } from '../support/finger.ts'
import { makeChannel, makePost, rowOf, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** HQ moves a campaign that runs in Seoul: its manager and its editor, a viewer, each in their own window. */
let server: TestServer
let owner: Ctx
let mina: Ctx
let seoul: string
let campaignId: string
let parentId: string
const MONTH = `${new Date().getUTCFullYear() + 1}-06`
beforeAll(async () => {
  server = await testServer()
})
// A new company for each try.
beforeEach(async () => {
  let hq = ''
  ;({ owner, teamId: hq } = await server.workspace('Nordlicht'))
  seoul = await server.team(owner, 'Seoul', 'Asia/Seoul')
  mina = await server.member(owner, 'editor', { name: 'Mina Kim', narrowedTo: [seoul], locale: 'ko' })
  const channelId = await makeChannel(owner, hq)
  await makeChannel(owner, seoul)
  const settings = { name: 'Summer', teamId: hq, startsOn: `${MONTH}-08`, endsOn: `${MONTH}-11` }
  ;({ id: campaignId } = await createCampaign(owner, parseInput(createCampaign.input, settings)))
  const more = {
    title: 'Ice tea',
    text: 'Cool.',
    stage: 'draft' as const,
    campaignId,
    channelIds: [channelId],
  }
  parentId = (await makePost(owner, hq, more)).id
  await retime(`${MONTH}-09T09:00`)
})
afterEach(closePages)
afterAll(() => server.drop())

const PATIENT = { timeout: 30_000 }
const open = (who: Ctx, path: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${path}`, look)
async function retime(local: string): Promise<void> {
  const { sendLocal, sendZone } = await rowOf(owner, parentId)
  const to = { local, zone: 'UTC' }
  await reschedulePost(owner, { id: parentId, from: { sendLocal, sendZone }, to, confirmed: false })
}
async function publish(locked: ('time' | 'title')[]): Promise<string> {
  const input = { id: campaignId, teamIds: [seoul], locked }
  await publishCampaign(owner, parseInput(publishCampaign.input, input))
  const rows = await owner.store.read.select().from(post).where(eq(post.workspaceId, owner.workspaceId))
  const row = rows.find((one) => one.teamId === seoul)
  if (!row) throw new Error('Seoul has no post')
  return row.id
}

test('a locked time is shown locked with its reason, and follows HQ’s campaign', async () => {
  const child = await publish(['time'])
  const ours = await makePost(mina, seoul, { title: 'Ours' })
  await reschedulePost(mina, {
    ...{ id: ours.id, from: { sendLocal: null, sendZone: null }, confirmed: false },
    to: { local: `${MONTH}-20T09:00`, zone: 'Asia/Seoul' },
  })
  const mine = await open(mina, `calendar?month=${MONTH}`, { width: 1024, height: 1100 })
  const card = mine.locator(`section[data-group="${MONTH}-09"] [data-card]`)
  await card.getByRole('img', { name: '본사가 발행 시각을 잠갔어요.' }).waitFor(PATIENT)
  // Another post of the region's can be dragged; this one offers nothing to take, and says why.
  await mine.locator('[data-card][draggable=true]').first().waitFor(PATIENT)
  expect(await card.getAttribute('draggable')).toBeNull()
  expect(await card.getAttribute('data-tip')).toContain('본사에 바꾸거나 풀어 달라고 요청해 주세요')
  await card.getByRole('link').focus()
  await mine.keyboard.press('Alt+ArrowRight')
  await mine.getByText('본사가 발행 시각을 잠갔어요. 본사에 바꾸거나').first().waitFor(PATIENT)
  expect((await rowOf(owner, child)).sendLocal).toBe(`${MONTH}-09T09:00`)
  await mine.keyboard.press('m')
  const dialog = mine.getByRole('dialog', { name: '언제 내보낼까요?' })
  await dialog.getByText('본사가 이 게시물의 발행 시각을 잠갔어요.').waitFor(PATIENT)
  expect(await dialog.getByLabel('날짜와 시간').isDisabled()).toBe(true)
  expect(await accessFaults(mine, { part: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('button', { name: '닫기' }).last().press('Enter')

  // A finger that rests on it is told so too.
  const phone = await open(mina, `calendar?month=${MONTH}`, { width: 360 })
  const slot = phone.locator(`section[data-group="${MONTH}-09"] [data-card]`)
  await phone.locator('[data-card][draggable=true]').first().waitFor(PATIENT)
  await slot.scrollIntoViewIfNeeded()
  const box = await slot.boundingBox()
  if (!box) throw new Error('not drawn')
  const touch = await finger(phone)
  await touch.down(box.x + box.width / 2, box.y + box.height / 2)
  await phone.getByText('본사가 발행 시각을 잠갔어요. 본사에 바꾸거나').first().waitFor(PATIENT)
  await touch.up()
  expect(await phone.locator('[data-dragged]').count()).toBe(0)

  const hers = await open(owner, `calendar?month=${MONTH}`, { height: 1300 })
  const bar = hers.locator('[data-campaign] [data-bar]')
  await hers.locator('[data-card][draggable=true]').first().waitFor(PATIENT)
  await bar.first().focus(PATIENT)
  await hers.keyboard.press('Alt+ArrowRight')
  const asked = hers.getByRole('dialog', { name: 'Move its posts too?' })
  await asked.getByText('1 post of a region follows at once: HQ has locked its time.').waitFor(PATIENT)
  expect(await accessFaults(hers, { part: '[role=dialog]' })).toEqual([])
  await asked.getByRole('button', { name: 'Move', exact: true }).press('Enter')
  await mine.locator(`section[data-group="${MONTH}-10"] [data-card]`).waitFor(PATIENT)
  expect((await rowOf(owner, child)).sendLocal).toBe(`${MONTH}-10T09:00`)

  await mine.goto(`${new URL(mine.url()).origin}/w/${owner.workspaceSlug}/post/${child}`)
  await mine.getByRole('tab', { name: '상세' }).click(PATIENT)
  await mine
    .getByRole('region', { name: '내보내는 시간' })
    .getByText('본사가 이 게시물의 발행 시각을')
    .waitFor()
}, 240_000)

test('a time that is not locked is the region’s to follow, asked about on a phone', async () => {
  const child = await publish([])
  await retime(`${MONTH}-16T09:00`)
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const hers = await open(viewer, `post/${child}`)
  await hers.getByText('Send time: HQ changed it').waitFor(PATIENT)
  await hers.getByRole('button', { name: 'Look at the difference' }).click()
  await hers.locator('ins', { hasText: '16' }).waitFor()
  expect(await hers.getByRole('button', { name: 'Take HQ’s Send time' }).count()).toBe(0)
  const mine = await open(mina, `post/${child}`, { width: 360, dark: true })
  await mine.getByRole('button', { name: '차이 보기' }).press('Enter', PATIENT)
  await mine.getByRole('button', { name: '본사의 발행 시각 받아들이기' }).press('Enter')
  await mine.getByText('발행 시각: 본사와 같음').waitFor(PATIENT)
  expect((await rowOf(owner, child)).sendLocal).toBe(`${MONTH}-16T09:00`)
  await hers.getByText('Send time: as HQ’s').waitFor(PATIENT)
}, 240_000)

test('what HQ changes after it went out is told, with nothing to answer', async () => {
  const child = await publish(['title'])
  await setPost(owner, child, { stage: 'published' })
  await retime(`${MONTH}-16T09:00`)
  const mine = await open(mina, `post/${child}`)
  await mine.getByText('이미 발행한 뒤에 본사가 1개 항목을 바꿨어요').waitFor(PATIENT)
  await mine.getByRole('button', { name: '차이 보기' }).click()
  await mine.locator('[data-bond] ins').first().waitFor()
  expect(await mine.getByRole('button', { name: /(받아들이기|거절하기)$/ }).count()).toBe(0)
}, 240_000)
