import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { practiceAccount, practiceEntry } from '#db/schema.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { practiceMessage, practicePost, practiceReply } from '#server/network/practice/play-practice.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let ada: Ctx
let channelId: string
let personaId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  const made = await server.workspace('Nordlicht')
  owner = made.owner
  ada = await server.member(owner, 'agent', { name: 'Ada Osei' })
  const fields = { name: 'Nordlicht', handle: 'nordlicht' }
  const { id } = await perform(owner, connectChannel, { network: 'practice', teamId: made.teamId, fields })
  channelId = id
  const personas = await owner.store.read
    .select()
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, owner.workspaceId), eq(practiceAccount.kind, 'persona')))
  personaId = personas.find(({ language }) => language === 'en')?.id ?? ''
})
afterEach(closePages)
afterAll(() => server.drop())

const inbox = (who: Ctx, look?: Look, at = '') =>
  openPage(server, who, `/w/${who.workspaceSlug}/inbox${at}`, look)
const says = (text: string) => practicePost(owner, { channelId, personaId, text })
const row = (page: Page, text: string) => page.locator('[data-conversation]', { hasText: text })
const reply = (page: Page) => page.getByLabel('Your reply')
const entries = () =>
  owner.store.read.select().from(practiceEntry).where(eq(practiceEntry.workspaceId, owner.workspaceId))

test('what is said arrives at once, says how it sounds, is answered on the network, and closed', async () => {
  const page = await inbox(owner)
  await page.getByText('No conversations yet.').waitFor()
  await says('This is terrible, the parcel is lost')
  await row(page, 'terrible').getByLabel('Negative').waitFor()
  await page.keyboard.press('j')
  await page.locator('[data-message]').waitFor()
  await page.getByRole('button', { name: 'How it sounds: Negative' }).click()
  await page.getByText('By natural, English').waitFor()
  await page.getByText('terrible').last().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Neutral' }).click()
  await page.getByRole('button', { name: 'How it sounds: Neutral' }).waitFor()
  await row(page, 'terrible').getByLabel('Neutral').waitFor()
  await page.keyboard.press('r')
  await page.keyboard.type('We send a new one today.')
  await page.keyboard.press('Control+Enter')
  await page.locator('[data-send=sent]').waitFor()
  expect((await entries()).filter(({ kind }) => kind === 'reply').map(({ text }) => text)).toEqual([
    'We send a new one today.',
  ])
  await page.getByText('Waiting for them').first().waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.getByText('All answered.').waitFor()
  // They write again: it comes back.
  const [said] = await entries()
  await practiceReply(owner, { channelId, personaId, entryId: said?.id ?? '', text: 'Thank you, wonderful!' })
  await row(page, 'wonderful').getByLabel('Positive').waitFor()
  await row(page, 'wonderful').click()
  await page.locator('[data-message]', { hasText: 'We send a new one today.' }).waitFor()
})

test('two people see who reads, who writes and who is on it; a second answer asks first', async () => {
  await says('Do you ship to Norway?')
  const [mine, hers] = [await inbox(owner, { expectErrors: [/409/] }), await inbox(ada)]
  await row(mine, 'Norway').click()
  await row(hers, 'Norway').click()
  await mine.locator('[data-readers]').getByLabel('Ada Osei').first().waitFor()
  await reply(hers).fill('Yes, we')
  await mine.getByText('Ada Osei is writing').waitFor()
  await mine.getByText('Ada Osei is on it.').waitFor()
  await reply(mine).fill('Of course!')
  await reply(hers).fill('Yes, we do, in three days.')
  // I do not see it yet when I send: the network between us is slow.
  await mine.context().route('**/inbox/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue().catch(() => undefined)
  })
  await hers.getByRole('button', { name: 'Send reply' }).click()
  await hers.locator('[data-send=sent]').waitFor()
  await mine.getByRole('button', { name: 'Send reply' }).click()
  await mine.getByText('Ada Osei has answered in the meantime:').waitFor()
  await mine.getByText('“Yes, we do, in three days.”').waitFor()
  expect(await reply(mine).inputValue()).toBe('Of course!')
  expect((await entries()).filter(({ kind }) => kind === 'reply')).toHaveLength(1)
  await mine.getByRole('button', { name: 'Send mine, too' }).click()
  await expect.poll(async () => (await entries()).filter(({ kind }) => kind === 'reply').length).toBe(2)
  await hers.locator('[data-message]', { hasText: 'Of course!' }).waitFor()
})

test('assigning and closing move a conversation between the views of everybody', async () => {
  await says('Where is my order?')
  await says('Second thing')
  const [mine, hers] = [await inbox(owner), await inbox(ada, {}, '?view=mine')]
  await hers.getByText('Nothing here.').waitFor()
  await row(mine, 'order').click()
  await mine.locator('[data-message]').waitFor()
  await mine.keyboard.press('a')
  await mine.getByRole('menuitemradio', { name: 'Ada Osei' }).click()
  await row(hers, 'order').click()
  await hers.getByRole('button', { name: 'Assigned to Ada Osei' }).waitFor()
  await hers.locator('[data-message]').waitFor()
  await hers.keyboard.press('e')
  await hers.getByRole('menuitem', { name: 'off topic' }).click()
  await hers.getByText('Nothing here.').waitFor()
  await expect.poll(() => row(mine, 'order').count()).toBe(0)
  await mine.getByText('Closed: off topic').waitFor()
  await mine.getByRole('link', { name: /^Closed 1/ }).click()
  await row(mine, 'order').waitFor()
  await mine.keyboard.press('Shift+E')
  await expect.poll(() => row(mine, 'order').count()).toBe(0)
})

test('on a phone the list, then the conversation, and back; in Korean, without a fault of access', async () => {
  await says('배송이 너무 늦어요')
  const minji = await server.member(owner, 'agent', { name: '김민지', locale: 'ko' })
  const page = await inbox(minji, { width: 360, locale: 'ko', dark: true })
  await row(page, '배송').tap()
  await page.locator('[data-message]').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await page.getByRole('button', { name: /느낌: 중립/ }).tap()
  await page.getByText('판단하지 않음: 한국어 사전이 없어요').waitFor()
  await page.keyboard.press('Escape')
  expect(await accessFaults(page)).toEqual([])
  await page.getByRole('link', { name: '목록으로 돌아가기' }).tap()
  await row(page, '배송').waitFor()
  expect(await accessFaults(page)).toEqual([])
})

test('a direct message and a storm of others stay in order; the list draws only what is in sight', async () => {
  const page = await inbox(owner)
  await practiceMessage(owner, { channelId, personaId, text: 'In private' })
  for (let n = 0; n < 70; n++) await says(`Mention ${n}`)
  await row(page, 'Mention 69').waitFor()
  await page.getByRole('link', { name: /^Open 71/ }).waitFor()
  expect(await page.locator('[data-conversation]').count()).toBeLessThan(40)
  await page.getByLabel('Find by name or last words').fill('private')
  await row(page, 'In private').waitFor()
  expect(await page.locator('[data-conversation]').count()).toBe(1)
  expect(new URL(page.url()).searchParams.get('q')).toBe('private')
})

test('a reply that was begun is there for its writer, and gone when somebody else uses the browser', async () => {
  await says('Is it vegan?')
  const page = await inbox(ada)
  await row(page, 'vegan').click()
  await reply(page).fill('I must not be read by others')
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }))
  await page.reload()
  await expect.poll(() => reply(page).inputValue()).toBe('I must not be read by others')
  expect(await kept()).toContain('must not be read')
  // Somebody else signs in here.
  await page.getByRole('button', { name: 'Ada Osei' }).first().click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  const [name = '', value = ''] = (await server.cookieFor(owner)).split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
  await page.goto(`/w/${owner.workspaceSlug}/board`)
  await expect.poll(kept).not.toContain('must not be read')
  await page.goto(`/w/${owner.workspaceSlug}/inbox`)
  await row(page, 'vegan').click()
  await page.locator('[data-message]').first().waitFor()
  expect(await reply(page).inputValue()).toBe('')
})
