import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { channelRow } from '#server/channel/channel.reads.ts'
import { channelIo } from '#server/channel/channel-io.ts'
import { connectChannel } from '#server/channel/connect-channel.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { practice } from '#server/network/practice/practice.ts'
import { closePages, openPage } from '../support/browser.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterEach(closePages)
afterAll(() => server.drop())

async function company(handle: string) {
  const { owner, teamId } = await server.workspace()
  const fields = { name: 'Blue Cup', handle }
  const { id } = await connectChannel(owner, { network: 'practice', teamId, fields, approval: 'none' })
  return { owner, channelId: id, path: `/w/${owner.workspaceSlug}/practice/${id}` }
}

/** Puts a post on the channel's page, as a delivery would. */
async function publish(owner: Ctx, channelId: string, text: string): Promise<void> {
  const prepared = practice.prepare({ parts: [{ text, media: [] }] }, { at: Date.now() })
  await practice.publish(prepared, 0, [], channelIo(server.app, await channelRow(owner, channelId)))
}

test('one plays the audience, the other sees it at once', async () => {
  const { owner, channelId, path } = await company('blue_cup')
  const agent = await server.member(owner, 'agent')
  await publish(owner, channelId, 'Our winter blend is here, see https://example.com #coffee')
  const ann = await openPage(server, owner, path)
  const bob = await openPage(server, agent, path)
  await bob.getByText('winter blend').waitFor()
  expect(await bob.getByRole('link', { name: 'https://example.com' }).getAttribute('href')).toBe(
    'https://example.com',
  )

  await ann.getByLabel('Say something to @blue_cup').fill('@blue_cup is the new blend dark?')
  await ann.keyboard.press('Control+Enter')
  await bob.getByText('is the new blend dark?').waitFor()

  const post = bob.getByRole('article').filter({ hasText: 'winter blend' })
  await post.getByRole('button', { name: 'Reply' }).click()
  await post.getByLabel('Reply to Blue Cup').fill('Love it already')
  await post.getByRole('button', { name: 'Reply', exact: true }).last().click()
  const same = ann.getByRole('article').filter({ hasText: 'winter blend' })
  await same.getByText('Love it already').waitFor()

  await same.getByRole('button', { name: 'Like' }).first().click()
  await post.getByRole('button', { name: /1 like/ }).waitFor()

  await bob.getByLabel('Message to @blue_cup').fill('Where is my order?')
  await bob.keyboard.press('Enter')
  await ann.getByRole('region', { name: 'Direct messages' }).getByText('Where is my order?').waitFor()
})

test('somebody new joins the audience and speaks', async () => {
  const { owner, path } = await company('red_cup')
  const page = await openPage(server, owner, path)
  await page.getByRole('button', { name: 'Who speaks' }).first().click()
  await page.getByRole('button', { name: 'Add somebody' }).click()
  await page.getByLabel('Name').fill('Nora Lind')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Who speaks' }).first().filter({ hasText: 'Nora Lind' }).waitFor()
  await page.getByLabel('Say something to @red_cup').fill('Hello from Nora')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  const said = page.getByRole('article').filter({ hasText: 'Hello from Nora' })
  await said.getByText('@nora_lind').waitFor()
})

test('a storm shows its progress to everybody and stops when it is told to', async () => {
  const { owner, path } = await company('storm_cup')
  const viewer = await server.member(owner, 'viewer')
  const ann = await openPage(server, owner, path)
  const bob = await openPage(server, viewer, path)
  await ann.getByRole('button', { name: 'Start a storm' }).click()
  await ann.getByRole('spinbutton', { name: 'Messages' }).fill('400')
  await ann.getByLabel('Over how long').selectOption('1')
  await ann.getByRole('dialog').getByRole('button', { name: 'Start a storm' }).click()
  await bob.getByRole('progressbar').waitFor()
  await bob.getByRole('article').nth(3).waitFor()
  expect(await bob.getByRole('button', { name: 'Stop the storm' }).count()).toBe(0)
  expect(await bob.getByLabel('Say something to @storm_cup').count()).toBe(0)
  await ann.getByRole('button', { name: 'Stop the storm' }).click()
  await bob.getByRole('progressbar').waitFor({ state: 'detached' })
  await bob.getByText('The storm is over').waitFor()
})

test('without a channel the page makes one, without any account', async () => {
  const { owner } = await server.workspace('Green Cup')
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/practice`)
  await page.getByRole('button', { name: 'Make a practice channel' }).click()
  await page.waitForURL('**/practice/*')
  await page
    .getByRole('heading', { name: /Green Cup/ })
    .first()
    .waitFor()
  await page.getByText('Quiet so far').waitFor()
})

test('words that could not be sent stay, with the reason and a way to send them', async () => {
  const { owner, path } = await company('lost_cup')
  const page = await openPage(server, owner, path, { expectErrors: [/ERR_FAILED|Failed to load/] })
  await page.route('**/act/practice.post', (route) => route.abort())
  await page.getByLabel('Say something to @lost_cup').fill('Anybody there?')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('alert').getByText('The server cannot be reached').waitFor()
  await page.unroute('**/act/practice.post')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('article').getByText('Anybody there?').waitFor()
  await page.getByRole('alert').waitFor({ state: 'detached' })
})
