import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { closePages, hydrated, openPage } from '../support/browser.ts'
import { draftPost, practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let olivia: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  ;({ owner: olivia, teamId } = await server.workspace())
  mina = await server.member(olivia, 'manager', { name: 'Mina Kim', teamIds: [teamId] })
})
afterEach(closePages)
afterAll(() => server.drop())

/** More stops than any page has before what is asked for here. */
const MOST_STOPS = 150

/** Goes on with Tab until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  const there = () => target.evaluate((element) => element === document.activeElement)
  for (let stops = 0; !(await there()); stops++) {
    if (stops > MOST_STOPS) throw new Error(`Tab does not lead to ${target}`)
    await page.keyboard.press('Tab')
  }
}
async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()

test('a post is sent back, mended, approved and scheduled by keys alone', async () => {
  const channelId = await practiceChannel(olivia, teamId, 'our_brand', 'required')
  const id = await draftPost(mina, teamId, [channelId], 'Winter blend')
  const path = `/w/${olivia.workspaceSlug}/post/${id}`
  const [writer, boss] = [await openPage(server, mina, path), await openPage(server, olivia, path)]

  await pressOn(writer, button(writer, 'Submit for review'))
  await pressOn(boss, button(boss, 'Request changes'))
  await tabTo(boss, boss.getByRole('dialog').getByRole('textbox'))
  await boss.keyboard.type('Say which blend')
  await pressOn(boss, boss.getByRole('dialog').getByRole('button', { name: 'Request changes' }))
  await writer.getByText('Say which blend').first().waitFor()

  await tabTo(writer, writer.locator('[data-draft-text]'))
  await writer.keyboard.press('Control+End')
  await writer.keyboard.type(', the dark one')
  await writer.locator('[data-save=saved]').waitFor()
  await pressOn(writer, button(writer, 'Submit for review'))
  await pressOn(boss, button(boss, 'Approve'))

  await pressOn(writer, button(writer, 'Schedule'))
  const dialog = writer.getByRole('dialog').last()
  await tabTo(writer, dialog.getByLabel('Date and time'))
  await writer.keyboard.type(`0101${new Date().getFullYear() + 1}`)
  await writer.keyboard.press('Tab')
  await writer.keyboard.type('1030AM')
  await pressOn(writer, dialog.getByRole('button', { name: /^Schedule for/ }))
  await dialog.waitFor({ state: 'detached' })
  await boss.getByText('Scheduled', { exact: true }).first().waitFor()
  // The focus is where it was, not lost on the page.
  await expect.poll(() => writer.evaluate(() => document.activeElement === document.body)).toBe(false)
})

test('the audience speaks and one answers it by keys alone', async () => {
  const channelId = await practiceChannel(olivia, teamId)
  const crowd = await openPage(server, mina, `/w/${olivia.workspaceSlug}/practice/${channelId}`)
  const agent = await openPage(server, olivia, `/w/${olivia.workspaceSlug}/inbox`)

  await tabTo(crowd, crowd.getByLabel('Say something to @our_brand'))
  await crowd.keyboard.press('End')
  await crowd.keyboard.type('is the blend dark?')
  await crowd.keyboard.press('Control+Enter')

  await agent.locator('[data-conversation]', { hasText: 'is the blend dark?' }).waitFor()
  await pressOn(agent, agent.locator('[data-conversation]').first())
  await tabTo(agent, agent.getByLabel('Your reply'))
  await agent.keyboard.type('As dark as the night.')
  await pressOn(agent, button(agent, 'Send reply'))
  await agent.locator('[data-send=sent]').waitFor()
  await crowd.getByRole('article').filter({ hasText: 'As dark as the night.' }).first().waitFor()
})

test('keys that come while a page is taken over do not end it', async () => {
  const page = await openPage(server, olivia, `/w/${olivia.workspaceSlug}/calendar`)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  // The moment is short: without care about one page in four meets it.
  for (let tries = 0; tries < 8; tries++) {
    await page.goto(`/w/${olivia.workspaceSlug}/calendar`, { waitUntil: 'commit' })
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Shift')
      await page.waitForTimeout(5)
    }
  }
  await hydrated(page)
  await page.keyboard.press('n')
  await page.getByRole('dialog', { name: 'New post' }).waitFor()
})
