import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { publishPostNow } from '#server/delivery/schedule-post.ts'
import { createPost } from '#server/post/create-post.ts'
import { closePages, openPage } from '../support/browser.ts'
import { makeChannel } from '../support/posts.ts'
import { draftPost, practiceChannel } from '../support/publishing.ts'
import { receiveNow } from '../support/received.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterEach(closePages)
afterAll(() => server.drop())

const figure = (page: Page, name: string) => page.getByRole('region', { name }).locator('.sr-only').first()

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
  await expect.poll(() => value.textContent()).toBe('2')
  await receiveNow(owner, channelId, ['One more'])
  await expect.poll(() => value.textContent()).toBe('3')
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

test('two people look at the figures while a third sends: both see the same move, each their own marks', async () => {
  const { owner, teamId } = await server.workspace('Duo')
  const mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  const vera = await server.member(owner, 'viewer', { name: 'Vera' })
  const channelId = await practiceChannel(owner, teamId)
  const look = (who: Ctx) => openPage(server, who, `/w/${who.workspaceSlug}/dashboard`)
  const pages = [await look(mina), await look(vera)] as const
  for (const page of pages) {
    await page.getByRole('button', { name: 'Count practice' }).last().click()
    await expect.poll(() => figure(page, 'Posts').textContent()).toBe('0')
  }
  const id = await draftPost(mina, teamId, [channelId], 'Autumn teaser')
  await perform(owner, publishPostNow, { id })
  for (const page of pages) await expect.poll(() => figure(page, 'Posts').textContent()).toBe('1')
  const [hers, theirs] = pages
  // It was her post: she is told, live; somebody who only looks on is not.
  await hers.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor()
  expect(await theirs.getByRole('button', { name: 'Notifications', exact: true }).count()).toBe(1)
  // Read in one window, the mark goes in the other of the same person.
  const again = await look(mina)
  await again.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  await again.getByRole('button', { name: 'Mark all as read' }).click()
  await hers.getByRole('button', { name: 'Notifications', exact: true }).waitFor()
})
