import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { attachLink } from '#server/attachment/add-attachment.ts'
import { createChecklist } from '#server/checklist/change-checklist.ts'
import { addItem } from '#server/checklist/change-item.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { schedulePost } from '#server/delivery/schedule-post.ts'
import { changePost } from '#server/post/change-post.ts'
import { readDraft } from '#server/post/draft.reads.ts'
import { rescheduleVariant } from '#server/post/reschedule-variant.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
import { draftPost, practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
let postId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  postId = (await makePost(owner, teamId, { title: 'Autumn teaser', stage: 'draft' })).id
})
afterEach(closePages)
afterAll(() => server.drop())

const sheet = async (who: Ctx, look?: Look) => {
  const page = await openPage(server, who, `/w/${who.workspaceSlug}/post/${postId}`, look)
  await page
    .getByRole('tab', { name: look?.locale === 'ko' ? '상세' : 'Details' })
    .locator('visible=true')
    .click()
  return page
}
const board = (who: Ctx) => openPage(server, who, `/w/${who.workspaceSlug}/board`)
const card = (page: Page) => page.locator('[data-card]', { hasText: 'Autumn teaser' })
const list = (page: Page, name: string) => page.getByRole('group', { name })
const items = (page: Page, name: string) =>
  list(page, name)
    .getByRole('listitem')
    .evaluateAll((all) => all.map((one) => one.textContent?.trim()))

test('one writes a checklist and ticks; the other sees it in the sheet and on the card', async () => {
  const [mine, hers] = [await sheet(owner), await board(mina)]
  await mine.getByRole('button', { name: 'New checklist' }).click()
  await list(mine, 'Checklist').getByRole('button', { name: 'Add an item' }).click()
  const field = mine.getByLabel('New item of Checklist')
  await field.fill('Check the link')
  await field.press('Enter')
  await expect.poll(() => items(mine, 'Checklist')).toEqual(['Check the link'])
  await field.fill('Ask legal')
  await field.press('Enter')
  await expect.poll(() => items(mine, 'Checklist')).toEqual(['Check the link', 'Ask legal'])
  await card(hers).getByRole('img', { name: '0 of 2 items done' }).waitFor()
  await mine.getByRole('checkbox', { name: 'Ask legal' }).check()
  await card(hers).getByRole('img', { name: '1 of 2 items done' }).waitFor()
  // By keyboard the second becomes the first.
  await mine.getByRole('checkbox', { name: 'Ask legal' }).press('Alt+ArrowUp')
  await expect.poll(() => items(mine, 'Checklist')).toEqual(['Ask legal', 'Check the link'])
  await mine.getByRole('button', { name: 'More about “Check the link”' }).click()
  await mine.getByRole('menuitem', { name: 'Remove' }).click()
  await card(hers).getByRole('img', { name: '1 of 1 item done' }).waitFor()
  await mine.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => items(mine, 'Checklist')).toEqual(['Ask legal', 'Check the link'])
})

test('two in the same sheet see each other’s ticks and lists at once', async () => {
  const { id: checklistId } = await createChecklist(owner, { postId, name: 'Before it goes out' })
  await addItem(owner, addItem.input.parse({ checklistId, text: 'Crop the picture' }))
  const [mine, hers] = [await sheet(owner), await sheet(mina)]
  await hers.getByRole('checkbox', { name: 'Crop the picture' }).check()
  await expect.poll(() => mine.getByRole('checkbox', { name: 'Crop the picture' }).isChecked()).toBe(true)
  await mine.getByRole('button', { name: 'More about Before it goes out' }).click()
  await mine.getByRole('menuitem', { name: 'Rename' }).click()
  await mine.getByLabel('Name of the checklist').fill('Pictures')
  await mine.keyboard.press('Enter')
  await list(hers, 'Pictures').waitFor()
  await hers.getByRole('button', { name: 'More about Pictures' }).click()
  await hers.getByRole('menuitem', { name: 'Remove' }).click()
  await hers.getByText('Its item goes with it.').waitFor()
  await hers
    .getByRole('dialog', { name: 'Remove “Pictures”?' })
    .getByRole('button', { name: 'Remove' })
    .click()
  await list(mine, 'Pictures').waitFor({ state: 'detached' })
})

test('a due time, somebody to do it, files and links stand beside the post', async () => {
  const [mine, hers] = [await sheet(owner), await board(mina)]
  const due = mine.getByLabel('Due', { exact: true })
  await due.fill('2020-05-04T17:00')
  await due.press('Enter')
  await card(hers)
    .getByRole('img', { name: /^Overdue since/ })
    .waitFor()
  // A page that comes from the server with kept HTML says it too.
  await hers.reload()
  await card(hers)
    .getByRole('img', { name: /^Overdue since/ })
    .and(hers.locator('[data-tone=red]'))
    .waitFor()
  await mine.getByLabel('Assigned to').selectOption({ label: 'Mina Kim' })
  await card(hers).getByText('MK').waitFor()
  await mine
    .locator('[data-attachment-input]')
    .setInputFiles([
      { name: 'brief.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 brief') },
    ])
  await mine.getByRole('link', { name: 'Download brief.pdf' }).waitFor()
  await mine.getByRole('button', { name: 'Attach a link' }).click()
  await mine.getByLabel('Address').fill('javascript:alert(1)')
  await mine.keyboard.press('Enter')
  await mine.getByText('That is no web address.').waitFor()
  await mine.getByLabel('Address').fill('acme.test/brief')
  await mine.keyboard.press('Enter')
  await mine.getByRole('link', { name: 'Open acme.test/brief in a new tab' }).waitFor()
  await card(hers).getByRole('img', { name: '2 attachments' }).waitFor()
  const bytes = await mine.evaluate(async () => {
    const link = document.querySelector<HTMLAnchorElement>('a[download]')
    const answer = await fetch(link?.href ?? '')
    return { text: await answer.text(), how: answer.headers.get('content-disposition') }
  })
  expect(bytes.text).toBe('%PDF-1.7 brief')
  expect(bytes.how).toMatch(/^attachment;/)
  await mine.getByRole('button', { name: 'Take the due date away' }).click()
  await card(hers)
    .getByRole('img', { name: /^Overdue/ })
    .waitFor({ state: 'detached' })
  expect((await readDraft(owner, postId)).post).toMatchObject({ dueAt: null, assigneeId: mina.memberId })
})

test('a file of a kind that is not kept is refused with its reason', async () => {
  const page = await sheet(owner, { expectErrors: [/415/] })
  await page
    .locator('[data-attachment-input]')
    .setInputFiles([{ name: 'tool.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }])
  await page.getByText('tool.exe was not attached.').waitFor()
  await page.getByText('Files of this kind are not kept.').waitFor()
})

test('on a phone in Korean everything of it is there, nothing sticks out, and axe finds nothing', async () => {
  const { id: checklistId } = await createChecklist(owner, {
    postId,
    name: '발행 전에 반드시 확인해야 할 것들',
  })
  await addItem(owner, addItem.input.parse({ checklistId, text: 'w'.repeat(200) }))
  await attachLink(owner, { postId, url: `https://acme.test/${'x'.repeat(300)}` })
  await changePost(owner, { id: postId, due: { local: '2020-05-04T17:00', zone: 'UTC' } })
  const phone = await openPage(server, mina, `/w/${owner.workspaceSlug}/post/${postId}`, { width: 360 })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await phone.getByRole('tab', { name: '상세' }).locator('visible=true').click()
  await phone.getByRole('checkbox').check()
  await expect.poll(async () => (await readDraft(owner, postId)).checklists[0]?.items[0]?.done).toBe(true)
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
  expect(await accessFaults(phone)).toEqual([])
})

test('who may only read sees it and can change none of it', async () => {
  const { id: checklistId } = await createChecklist(owner, { postId, name: 'Pictures' })
  await addItem(owner, addItem.input.parse({ checklistId, text: 'Crop the picture' }))
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const page = await sheet(viewer)
  expect(await page.getByRole('checkbox', { name: 'Crop the picture' }).isDisabled()).toBe(true)
  expect(await page.getByLabel('Due', { exact: true }).isDisabled()).toBe(true)
  for (const name of ['New checklist', 'Add an item', 'Attach files', 'Attach a link'])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
})

test.each([
  ['en', 'When it goes out', 'The other channel', ', 1 channel at its own time'],
  ['ko', '내보내는 시간', '나머지 채널 1개', '채널 1개는 따로 정한 시간에 나가요'],
] as const)(
  'a channel’s own send time stands beside the post, at once: %s',
  async (locale, title, rest, bar) => {
    const reader = await server.member(owner, 'editor', { name: 'Ben', locale })
    const channelIds = [
      await practiceChannel(owner, teamId, 'Ours'),
      await practiceChannel(owner, teamId, 'Journal'),
    ]
    postId = await draftPost(owner, teamId, channelIds, 'Words')
    await perform(owner, schedulePost, { id: postId, at: { local: '2031-03-03T09:00', zone: 'UTC' } })
    const page = await sheet(reader, { locale })
    const times = page.getByRole('region', { name: title })
    await times.getByText(locale === 'en' ? 'All channels' : '모든 채널').waitFor()
    const [, channelId = ''] = channelIds
    await rescheduleVariant(owner, {
      postId,
      channelIds: [channelId],
      from: { sendLocal: null, sendZone: null },
      to: { local: '2031-03-04T08:30', zone: 'Asia/Seoul' },
      confirmed: false,
    })
    await times.locator(`[data-own-time="${channelId}"]`, { hasText: 'GMT+9' }).waitFor()
    await times.getByText(rest).waitFor()
    await page.getByText(bar).first().waitFor()
  },
)
