import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { readDraft } from '#server/post/draft.reads.ts'
import { closePages, hydrated, openPage } from '../support/browser.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** The whole main job, as two people do it in their own browsers; only the company and the channel are made before. */
let server: TestServer
let olivia: Ctx
let mina: Ctx
let channelId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  const { owner, teamId } = await server.workspace('Nordlicht')
  olivia = owner
  mina = await server.member(owner, 'manager', { name: 'Mina Kim', teamIds: [teamId] })
  const fields = { name: 'Nordlicht', handle: 'nordlicht' }
  const input = { network: 'practice' as const, teamId, fields, approval: 'required' as const }
  channelId = (await perform(owner, connectChannel, input)).id
})
afterEach(closePages)
afterAll(() => server.drop())

const TEXT = 'Our winter blend is here.'
const REPLY = 'This is terrible, my cup arrived broken'
const ANSWER = 'We are sorry. A new cup leaves today.'

const field = (page: Page) => page.locator('[data-draft-text]')
const column = (page: Page, name: string) => page.locator(`section[aria-label^="${name},"]`)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const tile = (page: Page, name: string) => page.getByRole('region', { name }).locator('.sr-only').first()
const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })
const unread = async (page: Page) =>
  Number(/, (\d+) unread/.exec((await bell(page).getAttribute('aria-label')) ?? '')?.[1] ?? 0)
async function go(page: Page, who: Ctx, path: string) {
  await page.goto(`/w/${who.workspaceSlug}/${path}`)
  await hydrated(page)
}

test('two people plan, write, approve, publish, answer and count one post', async () => {
  const at = (who: Ctx, page: string) => `/w/${who.workspaceSlug}/${page}`
  const boss = await openPage(server, olivia, at(olivia, 'board'), { motion: true })
  const writer = await openPage(server, mina, at(mina, 'board'), { motion: true, expectErrors: [/403/] })
  const wall = await openPage(server, olivia, at(olivia, 'dashboard'), { motion: true })
  await wall.getByRole('button', { name: 'Count practice' }).last().click()
  await expect.poll(() => tile(wall, 'Messages received').textContent()).toBe('0')
  await wall.evaluate(() => Object.assign(window, { sameDocument: true }))

  await plan(writer, boss)
  const postId = await draft(writer, boss)
  await discuss(writer, boss)
  await decide(writer, boss, postId)
  await publish(writer, boss)
  await expect.poll(() => tile(wall, 'Posts').textContent()).toBe('1')
  await answer(writer, boss)
  await expect.poll(() => tile(wall, 'Messages received').textContent()).toBe('1')
  await expect.poll(() => tile(wall, 'Time to answer').textContent()).not.toBe('–')
  expect(await wall.evaluate(() => 'sameDocument' in window)).toBe(true)
}, 360_000)

/** A campaign and a post, seen by the other at once; the other drags it on. */
async function plan(writer: Page, boss: Page) {
  await writer.keyboard.press('Control+k')
  await writer
    .getByPlaceholder('Type a command')
    .or(writer.getByRole('combobox'))
    .first()
    .fill('New campaign')
  await writer.keyboard.press('Enter')
  await writer.getByLabel('Name').fill('Warm winter')
  await writer.getByRole('button', { name: 'Create the campaign' }).click()
  await writer.getByRole('dialog').waitFor({ state: 'detached' })
  await writer.keyboard.press('n')
  await writer.getByLabel('Title of the new post').fill('Winter blend')
  await writer.keyboard.press('Enter')
  await card(boss, 'Winter blend').waitFor()
  await writer.keyboard.press('Escape')
  await card(writer, 'Winter blend').hover()
  await writer.getByRole('button', { name: 'More about “Winter blend”' }).click()
  await writer.getByRole('menuitem', { name: 'Campaign' }).hover()
  await writer.getByRole('menuitemradio', { name: 'Warm winter' }).click()
  await card(boss, 'Winter blend').getByText('Warm winter').waitFor()
  await boss.locator('[data-card][draggable=true]').first().waitFor()
  await card(boss, 'Winter blend').dragTo(column(boss, 'Draft').locator('[data-group]'))
  await column(writer, 'Draft').getByText('Winter blend').waitFor()
}

/** Words, a channel and a described picture, seen by the other while they come. */
async function draft(writer: Page, boss: Page): Promise<string> {
  await card(writer, 'Winter blend').getByRole('link').click()
  await writer.waitForURL('**/board/post/*')
  const postId = new URL(writer.url()).pathname.split('/').at(-1) ?? ''
  await go(boss, olivia, `post/${postId}`)
  await field(writer).pressSequentially(TEXT, { delay: 15 })
  await boss.getByText('Mina Kim is writing').waitFor()
  await expect.poll(() => field(boss).inputValue()).toBe(TEXT)
  await writer.getByRole('button', { name: 'Choose channels' }).click()
  await writer.getByRole('menuitemcheckbox', { name: /Nordlicht/ }).click()
  await writer.keyboard.press('Escape')
  const background = { width: 640, height: 400, channels: 3 as const, background: '#7a4a21' }
  const buffer = await sharp({ create: background }).png().toBuffer()
  await writer
    .locator('[data-picture-input]')
    .setInputFiles({ name: 'cup.png', mimeType: 'image/png', buffer })
  await writer.getByLabel('Description of picture 1').fill('A brown cup in the snow')
  await writer.keyboard.press('Enter')
  await writer.locator('[data-save=saved]').waitFor()
  await boss.getByRole('img', { name: 'A brown cup in the snow' }).first().waitFor()
  return postId
}

/** A comment on a range, its reply, and its end. */
async function discuss(writer: Page, boss: Page) {
  await field(boss).evaluate((element: HTMLTextAreaElement) => {
    const start = element.value.indexOf('winter blend')
    element.focus()
    element.setSelectionRange(start, start + 'winter blend'.length)
  })
  await boss.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  const box = boss.getByLabel('Comment on “winter blend”')
  await box.fill('The dark one?')
  await box.press('Control+Enter')
  await writer.getByRole('tab', { name: 'Comments' }).last().click()
  const thread = writer.locator('[data-thread]').first()
  await thread.getByText('The dark one?').waitFor()
  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByLabel('Reply').fill('Yes, the dark one')
  await thread.getByRole('button', { name: 'Reply' }).last().click()
  await boss.getByText('Yes, the dark one').waitFor()
  await boss.getByRole('button', { name: 'Resolve' }).click()
  await writer.getByRole('button', { name: 'Show 1 resolved' }).waitFor()
}

/** Submitted; oneself cannot approve, whatever is sent; the other is told and does. */
async function decide(writer: Page, boss: Page, postId: string) {
  const before = await unread(boss)
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.getByText('Waiting for Olivia Owner').first().waitFor()
  expect(await writer.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  const { variants } = await readDraft(mina, postId)
  const on = variants.map(({ id, hash }) => ({ variantId: id, hash }))
  const refused = await writer.evaluate(
    async ({ url, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
      return { status: response.status, ...((await response.json()) as { code: string }) }
    },
    { url: `/w/${mina.workspaceSlug}/act/approval.decide`, body: { postId, kind: 'approve', on } },
  )
  expect(refused).toMatchObject({ status: 403, code: 'approval.ownVersion' })
  await expect.poll(() => unread(boss)).toBe(before + 1)
  await bell(boss).click()
  await boss.getByRole('link', { name: /Mina Kim asks for your review of “Winter blend”/ }).waitFor()
  await boss.keyboard.press('Escape')
  await boss.getByRole('button', { name: 'Approve' }).click()
  await writer.getByRole('button', { name: 'Schedule', exact: true }).waitFor()
}

/** Scheduled for the next minute, it goes out then; nobody touches anything. */
async function publish(writer: Page, boss: Page) {
  await writer.getByRole('button', { name: 'Schedule', exact: true }).click()
  const dialog = writer.getByRole('dialog').last()
  const slot = Math.ceil((Date.now() + 15_000) / 60_000) * 60_000
  await dialog.getByLabel('Time zone').selectOption('UTC')
  await dialog.getByLabel('Date and time').fill(new Date(slot).toISOString().slice(0, 16))
  await dialog.getByLabel('I mean it').check()
  await dialog.getByRole('button', { name: /^Schedule for/ }).click()
  await boss.getByText('Scheduled', { exact: true }).first().waitFor()
  // Meanwhile each goes where they wait for it.
  await go(boss, olivia, 'inbox')
  await go(writer, mina, `practice/${channelId}`)
  expect(await writer.getByRole('article').filter({ hasText: TEXT }).count()).toBe(0)
  await writer.getByRole('article').filter({ hasText: TEXT }).waitFor({ timeout: 120_000 })
  expect(Date.now()).toBeGreaterThanOrEqual(slot)
  expect(Date.now() - slot).toBeLessThan(30_000)
  await writer.getByRole('img', { name: 'A brown cup in the snow' }).waitFor()
}

/** The audience speaks, the other hears it judged and hands it over; the answer appears, and it is closed. */
async function answer(writer: Page, boss: Page) {
  const said = writer.getByRole('article').filter({ hasText: TEXT }).first()
  await said.getByRole('button', { name: 'Reply' }).click()
  await said.getByLabel('Reply to Nordlicht').fill(REPLY)
  await said.getByRole('button', { name: 'Reply', exact: true }).last().click()
  const row = boss.locator('[data-conversation]', { hasText: REPLY })
  await row.getByLabel('Negative').waitFor()
  await row.click()
  await boss.getByRole('button', { name: 'How it sounds: Negative' }).click()
  await boss.getByText('By natural, English').waitFor()
  await boss.getByRole('dialog').getByText('terrible').waitFor()
  await boss.keyboard.press('Escape')
  const before = await unread(writer)
  await boss.keyboard.press('a')
  await boss.getByRole('menuitemradio', { name: 'Mina Kim' }).click()
  await boss.getByRole('button', { name: 'Assigned to Mina Kim' }).waitFor()
  await expect.poll(() => unread(writer)).toBe(before + 1)
  await bell(writer).click()
  await writer.getByRole('link', { name: /Olivia Owner assigned a conversation to you/ }).click()
  await writer.waitForURL('**/inbox/*')
  await go(boss, olivia, `practice/${channelId}`)
  await writer.getByLabel('Your reply').fill(ANSWER)
  await writer.getByRole('button', { name: 'Send reply' }).click()
  await writer.locator('[data-send=sent]').waitFor()
  await boss.getByRole('article').filter({ hasText: ANSWER }).first().waitFor()
  await writer.getByRole('button', { name: 'Close' }).click()
  await writer.getByRole('menuitem', { name: /answered/i }).click()
  await expect.poll(() => writer.locator('[data-conversation]').count()).toBe(0)
}
