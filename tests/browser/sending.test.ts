import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { schedulePost } from '#server/delivery/schedule-post.ts'
import { sendTimeAt } from '#server/time/send-time.rules.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, openPage } from '../support/browser.ts'
import { draftPost, practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace())
})
afterEach(closePages)
afterAll(() => server.drop())

test('publishing is paused for everybody, a held post waits, and it is sent when somebody says so', async () => {
  const channelId = await practiceChannel(owner, teamId)
  const mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  const [boss, editor] = [
    await openPage(server, owner, `/w/${owner.workspaceSlug}/sending`),
    await openPage(server, mina, `/w/${owner.workspaceSlug}/sending`),
  ]
  await boss.getByRole('button', { name: 'Pause publishing' }).click()
  await boss.getByLabel('Why, for everybody to read').fill('A storm')
  await boss.getByRole('dialog').getByRole('button', { name: 'Pause publishing' }).click()
  await editor.getByText('Publishing is paused (everything): A storm').waitFor()

  const id = await draftPost(owner, teamId, [channelId], 'Held words')
  const at = sendTimeAt(Date.now(), 'UTC')
  await perform(owner, schedulePost, { id, at, confirmed: true })
  await editor.getByText('Not sent, because publishing was paused').first().waitFor()
  expect(await accessFaults(editor)).toEqual([])

  await boss.getByRole('button', { name: 'End the pause' }).click()
  await boss.getByText('1 post waits for a decision').waitFor()
  // Who schedules but may not publish moves it or lets it go.
  await editor.getByRole('button', { name: 'Do not send' }).first().waitFor()
  expect(await editor.getByRole('button', { name: 'Send now' }).count()).toBe(0)
  await boss.getByRole('button', { name: 'Send now' }).first().click()
  await boss
    .getByText(/^Sent /)
    .first()
    .waitFor()
  await expect.poll(() => boss.getByText('1 post waits for a decision').count()).toBe(0)
})
