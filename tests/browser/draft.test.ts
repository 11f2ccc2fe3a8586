import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { decideApproval } from '#server/approval/decide-approval.ts'
import { NO_FLOW } from '#server/approval/flow.rules.ts'
import { submitPost } from '#server/approval/submit-post.ts'
import { startThread } from '#server/comment/start-thread.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { readDraft } from '#server/post/draft.reads.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, LOST_CONNECTION, openPage } from '../support/browser.ts'
import { type DraftScene, draftScene, field, TEXT, text } from '../support/draft-scene.ts'
import { testChannel, testPost } from '../support/planned-post.ts'

let server: DraftScene['server']
let owner: Ctx
let mina: Ctx
let bo: Ctx
let teamId: string
let channelId: string
beforeAll(async () => {
  ;({ server, owner, mina, bo, teamId, channelId } = await draftScene())
})
afterEach(closePages)
afterAll(() => server.drop())

const make = (by: Ctx, text = TEXT) => testPost(by, teamId, [channelId], text)
const open = (who: Ctx, postId: string, look: Parameters<typeof openPage>[3] = {}) =>
  openPage(server, who, `/w/${owner.workspaceSlug}/post/${postId}`, look)
const settled = (page: Page) => page.locator('[data-save=saved]').waitFor()

async function select(page: Page, words: string) {
  await field(page).evaluate((element: HTMLTextAreaElement, wanted) => {
    const start = element.value.indexOf(wanted)
    element.focus()
    element.setSelectionRange(start, start + wanted.length)
  }, words)
}

test('words appear for the other while they are typed, and the pen is asked for and given', async () => {
  const postId = await make(bo)
  const [writer, reader] = [await open(bo, postId), await open(mina, postId)]
  await writer.getByRole('button', { name: 'Write', exact: true }).waitFor()
  await field(writer).press('End')
  await field(writer).pressSequentially(' Come by!', { delay: 20 })
  await reader.getByText('Bo Larsen is writing').waitFor()
  await expect.poll(() => text(reader)).toBe(`${TEXT} Come by!`)
  await settled(writer)

  expect(await field(reader).getAttribute('readonly')).not.toBeNull()
  await reader.getByRole('button', { name: 'Ask for the pen' }).click()
  await writer.getByText('Mina Kim would like to write.').waitFor()
  await writer.getByRole('button', { name: 'Give the pen' }).click()
  await reader.getByText('You are writing').waitFor()
  await field(reader).press('End')
  await field(reader).pressSequentially(' 와 주세요', { delay: 20 })
  await expect.poll(() => text(writer)).toBe(`${TEXT} Come by! 와 주세요`)
  // The words come before the save does.
  await settled(reader)
  expect((await readDraft(owner, postId)).post.text).toBe(`${TEXT} Come by! 와 주세요`)
})

test('what is typed without a connection is kept, marked and saved on return', async () => {
  const postId = await make(bo)
  const page = await open(bo, postId, { expectErrors: [LOST_CONNECTION] })
  await page.getByRole('button', { name: 'Write', exact: true }).click()
  await page.getByText('You are writing').waitFor()
  await page.context().setOffline(true)
  await field(page).press('End')
  await field(page).pressSequentially(' Offline.')
  await page.locator('[data-save=offline]').waitFor()
  await page.context().setOffline(false)
  await settled(page)
  expect((await readDraft(owner, postId)).post.text).toBe(`${TEXT} Offline.`)
})

test('a range is discussed live: comment, reply, resolve, reopen', async () => {
  const postId = await make(bo)
  const [writer, reader] = [await open(bo, postId), await open(mina, postId)]
  await select(reader, 'our stores')
  await reader.getByRole('toolbar').getByRole('button', { name: 'Comment' }).click()
  const box = reader.getByLabel('Comment on “our stores”')
  await box.fill('All of them?')
  await box.press('Control+Enter')
  const thread = writer.locator('[data-thread]').first()
  await thread.getByText('All of them?').waitFor()
  await writer.locator('[data-mark]').getByText('our stores').waitFor()

  await thread.getByRole('button', { name: 'Reply' }).click()
  await thread.getByLabel('Reply').fill('Yes, from Monday')
  await thread.getByRole('button', { name: 'Reply' }).last().click()
  await reader.getByText('Yes, from Monday').waitFor()
  await reader.getByRole('button', { name: 'Resolve' }).click()
  await writer.getByRole('button', { name: 'Show 1 resolved' }).click()
  await writer.getByText('Resolved by Mina Kim').waitFor()
  await writer.getByRole('button', { name: 'Reopen' }).click()
  await reader.getByRole('button', { name: 'Resolve' }).waitFor()

  await field(writer).fill('Summer is here.')
  await reader.getByText('The text this was about is gone.').waitFor()
  expect((await readDraft(owner, postId)).post.stage).toBe('draft')
})

test('submitted, approved by another, and void again with the next edit', async () => {
  const postId = await make(bo)
  const [writer, approver] = [await open(bo, postId), await open(mina, postId)]
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.getByText('In review').first().waitFor()
  await approver.getByRole('button', { name: 'Request changes' }).click()
  const dialog = approver.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await dialog.getByText('Say what should change').waitFor()
  await dialog.getByLabel('What should change?').fill('Name the day')
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await writer.getByRole('tab', { name: 'Approval' }).last().click()
  await writer.getByText('Name the day', { exact: true }).waitFor()

  await field(writer).fill('Summer comes on Monday.')
  await settled(writer)
  await writer.keyboard.press('Control+Enter')
  await approver.getByText('What changed since your decision').waitFor()
  await approver.getByRole('button', { name: 'Approve' }).click()
  await writer.getByRole('button', { name: 'Schedule', exact: true }).waitFor()
  await field(writer).press('End')
  await field(writer).pressSequentially('!')
  await approver.getByText('An edit made the earlier approval void.').waitFor()
  await approver.getByRole('button', { name: 'Approve' }).waitFor()
  const { post } = await readDraft(owner, postId)
  expect(post.stage).toBe('in_review')
})

test('one’s own post is not offered for approval, and the server refuses it whatever is sent', async () => {
  const postId = await make(mina)
  const page = await open(mina, postId, { expectErrors: [/403/] })
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.getByText('Waiting for Olivia Owner').first().waitFor()
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0)
  const [variant] = (await readDraft(mina, postId)).variants
  const answer = await page.evaluate(
    async ([url, body]) => {
      const response = await fetch(url ?? '', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: body ?? '',
      })
      return { status: response.status, body: (await response.json()) as { code: string; message: string } }
    },
    [
      `/w/${owner.workspaceSlug}/act/approval.decide`,
      JSON.stringify({ postId, kind: 'approve', on: [{ variantId: variant?.id, hash: variant?.hash }] }),
    ],
  )
  expect(answer.status).toBe(403)
  expect(answer.body.code).toBe('approval.ownVersion')
  expect(answer.body.message).toContain('somebody else')
})

test('a viewer reads and comments but cannot write', async () => {
  const postId = await make(bo)
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const page = await open(viewer, postId)
  await page.getByText('You can read and comment, but not write here.').waitFor()
  expect(await field(page).getAttribute('readonly')).not.toBeNull()
  expect(await page.getByRole('button', { name: 'Submit for review' }).count()).toBe(0)
  await select(page, 'Summer')
  await page.getByRole('toolbar').waitFor()
  await page.keyboard.press('c')
  await page.getByLabel('Comment on “Summer”').fill('Nice')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await page.locator('[data-thread]').getByText('Nice').waitFor()
})

test('on a phone in Korean one reads, approves, and nothing sticks out', async () => {
  const postId = await make(bo)
  const writer = await open(bo, postId)
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.getByText('In review').first().waitFor()
  const phone = await open(mina, postId, { width: 360, locale: 'ko' })
  await phone.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await phone.reload()
  await phone.getByRole('button', { name: '승인', exact: true }).click()
  await phone.getByText('승인했어요', { exact: true }).waitFor()
  const wider = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(wider).toBeLessThanOrEqual(0)
})

test('a card opens over the board; Esc goes back there and the focus to the card', async () => {
  const postId = await make(bo)
  const page = await openPage(server, bo, `/w/${owner.workspaceSlug}/board?q=post`)
  const link = page.locator(`[data-card="${postId}"]`).getByRole('link')
  await link.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(`**/board/post/${postId}*`)
  await page.locator('[data-post-sheet]').waitFor()
  await expect.poll(() => text(page)).toBe(TEXT)
  expect(await accessFaults(page, { part: '[data-post-sheet]' })).toEqual([])
  await page.keyboard.press('Escape')
  await page.waitForURL('**/board?q=post')
  await expect.poll(() => link.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('too long is saved but not scheduled; shorter, it goes to its slot', async () => {
  const open_ = await testChannel(owner, teamId, NO_FLOW)
  const postId = await testPost(bo, teamId, [open_])
  const page = await open(bo, postId)
  const schedule = page.getByRole('button', { name: 'Schedule', exact: true })
  await schedule.waitFor()
  await field(page).fill('a'.repeat(501))
  await settled(page)
  await page.getByText('Still needed: a shorter text').waitFor()
  expect(await schedule.isDisabled()).toBe(true)
  await field(page).fill('Short')
  await schedule.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Time zone').selectOption('Europe/Berlin')
  await dialog.getByLabel('Date and time').fill('2031-03-30T02:30')
  await dialog.getByText('That hour does not exist on this day').waitFor()
  await dialog.getByLabel('Date and time').fill('2020-01-01T09:00')
  expect(await dialog.getByRole('button', { name: /^Schedule for/ }).isDisabled()).toBe(true)
  await dialog.getByLabel('Date and time').fill('2031-03-31T09:00')
  await dialog.getByRole('button', { name: /^Schedule for/ }).click()
  await page.getByText('Scheduled', { exact: true }).waitFor()
  const { post } = await readDraft(owner, postId)
  expect(post).toMatchObject({ stage: 'scheduled', sendLocal: '2031-03-31T09:00', sendZone: 'Europe/Berlin' })
})

test('the preview shows a thread as the parts it goes out in', async () => {
  const page = await open(bo, await make(bo, 'First of all.\n---\nAnd then.'))
  const preview = page.getByRole('article', { name: /^Preview on / }).first()
  await preview.getByText('2 parts').waitFor()
  expect(await preview.locator('[data-part]').allInnerTexts()).toEqual([
    expect.stringContaining('First of all.'),
    expect.stringContaining('And then.'),
  ])
  expect(await preview.getByText('---').count()).toBe(0)
})

test('what was rejected can be submitted once it is changed, and the button says so', async () => {
  const postId = await make(bo)
  await submitPost(bo, { postId })
  const on = (await readDraft(mina, postId)).variants.map(({ id, hash }) => ({ variantId: id, hash }))
  await decideApproval(mina, { postId, kind: 'reject', comment: 'Not this season', on })
  const page = await open(bo, postId)
  const submit = page.getByRole('button', { name: 'Submit for review' })
  await page.getByText('Still needed: a change, since it was rejected as it is').waitFor()
  expect(await submit.isDisabled()).toBe(true)
  await field(page).fill('Autumn is coming to our stores.')
  await expect.poll(() => submit.isDisabled()).toBe(false)
  await field(page).fill(TEXT)
  await expect.poll(() => submit.isDisabled()).toBe(true)
  await field(page).fill('Autumn is coming to our stores.')
  await settled(page)
  await submit.click()
  await page.getByText('Waiting for').first().waitFor()
})

test('a comment whose words are deleted comes back with them when that is undone, for the other too', async () => {
  const postId = await make(bo, '오늘 차 시작, 차 한 잔')
  await perform(bo, startThread, {
    postId,
    on: { variantId: null, anchor: { start: 3, end: 4, quote: '차' } },
    body: '어떤 차?',
    mentionIds: [],
  })
  const [writer, reader] = [await open(bo, postId), await open(mina, postId)]
  const marked = (page: Page) => page.locator('[data-mark]')
  await marked(reader).getByText('차').waitFor()
  await field(writer).evaluate((element: HTMLTextAreaElement) => {
    element.focus()
    element.setSelectionRange(3, 4)
  })
  await writer.keyboard.press('Delete')
  await reader.getByText('The text this was about is gone.').waitFor()
  await settled(writer)
  await writer.keyboard.press('Control+z')
  await expect.poll(() => text(writer)).toBe('오늘 차 시작, 차 한 잔')
  await settled(writer)
  for (const page of [writer, reader]) {
    await marked(page).getByText('차').waitFor()
    expect(await page.getByText('The text this was about is gone.').count()).toBe(0)
  }
  expect((await readDraft(owner, postId)).threads[0]?.anchor).toMatchObject({ start: 3, end: 4, gone: false })
})
