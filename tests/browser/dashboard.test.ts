import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createPost } from '#server/post/create-post.ts'
import { closePages, openPage } from '../support/browser.ts'
import { makeChannel } from '../support/posts.ts'
import { receiveNow } from '../support/received.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterEach(closePages)
afterAll(() => server.drop())

test('a message that comes in moves the figures of whoever looks, without a reload', async () => {
  const { owner, teamId } = await server.workspace('Nordlicht')
  const channelId = await makeChannel(owner, teamId)
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/dashboard`)
  await page.getByText('company figures leave practice out').waitFor()
  await page.getByRole('button', { name: 'Count practice' }).last().click()
  const tile = page.getByRole('region', { name: 'Messages received' })
  const value = tile.locator('.sr-only').first()
  await expect.poll(() => value.textContent()).toBe('0')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await receiveNow(owner, channelId, ['This is terrible', 'I love it'])
  await expect.poll(() => value.textContent(), { timeout: 5_000 }).toBe('2')
  await receiveNow(owner, channelId, ['One more'])
  await expect.poll(() => value.textContent(), { timeout: 5_000 }).toBe('3')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
})

test('a notification arrives live, leads to its post and is read from then on', async () => {
  const { owner, teamId } = await server.workspace('Polar')
  const mina = await server.member(owner, 'editor', { name: 'Mina' })
  await makeChannel(owner, teamId)
  const page = await openPage(server, mina, `/w/${mina.workspaceSlug}/dashboard`)
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
  await page.waitForLoadState('networkidle')
  await createPost(
    owner,
    createPost.input.parse({ teamId, title: 'Autumn teaser', assigneeId: mina.memberId }),
  )
  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  await page.getByRole('link', { name: /Olivia Owner assigned “Autumn teaser” to you/ }).click()
  await page.waitForURL('**/post/*')
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
})
