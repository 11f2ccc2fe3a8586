import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { practiceAccount } from '#db/schema.ts'
import { startThread } from '#server/comment/start-thread.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { publishPostNow, schedulePost } from '#server/delivery/schedule-post.ts'
import { inviteMember } from '#server/member/invite-member.ts'
import { practicePost } from '#server/network/practice/play-practice.ts'
import { createToken } from '#server/token/create-token.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, hydrated, openPage } from '../support/browser.ts'
import { draftPost, practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** Pages with something on them, looked over by axe in light and dark. */
let server: TestServer
let owner: Ctx
let channelId: string
let postId: string
beforeAll(async () => {
  server = await testServer()
  const made = await server.workspace('Nordlicht')
  owner = made.owner
  await server.member(owner, 'manager', { name: 'Mina Kim', teamIds: [made.teamId] })
  channelId = await practiceChannel(owner, made.teamId)
  await perform(owner, inviteMember, { email: 'nina@example.org', role: 'editor' })
  await perform(owner, createToken, { name: 'A script', scopes: ['post:read'] })
  const sent = await draftPost(owner, made.teamId, [channelId], 'Our winter blend is here')
  await perform(owner, publishPostNow, { id: sent })
  const planned = await draftPost(owner, made.teamId, [channelId], 'It comes next year')
  const at = { local: '2031-01-01T09:00', zone: 'Europe/Berlin' }
  await perform(owner, schedulePost, { id: planned, at })
  postId = await draftPost(owner, made.teamId, [channelId], 'Words that are discussed')
  await perform(owner, startThread, { postId, body: 'Are they?' })
  const [persona] = await owner.store.read
    .select()
    .from(practiceAccount)
    .where(and(eq(practiceAccount.workspaceId, owner.workspaceId), eq(practiceAccount.kind, 'persona')))
  const says = (text: string) => practicePost(owner, { channelId, personaId: persona?.id ?? '', text })
  await says('This is terrible, the parcel is lost')
  await says('I love your winter blend, thank you!')
})
afterEach(closePages)
afterAll(() => server.drop())

const visit = async (page: Page, path: string) => {
  await page.goto(`/w/${owner.workspaceSlug}/${path}`)
  await hydrated(page)
}
/** What axe finds in both looks. */
async function faults(page: Page, where: string): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Only the style sheet knows of dark: the document is the same.
    const faults = await accessFaults(page, { coloursOnly: colorScheme === 'dark' })
    found.push(...faults.map((fault) => `${where}, ${colorScheme}: ${fault}`))
  }
  return found
}

test('every page of the settings', async () => {
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/settings/profile`)
  const found = await faults(page, 'profile')
  const rest = [
    'workspace',
    'teams',
    'members',
    'channels',
    `channels/${channelId}`,
    'tokens',
    'jobs',
    'audit',
  ]
  for (const place of rest) {
    await visit(page, `settings/${place}`)
    found.push(...(await faults(page, place)))
  }
  expect(found).toEqual([])
}, 400_000)

test('the board, a post over it, the calendar and the campaigns', async () => {
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/board`)
  const found = await faults(page, 'board')
  await visit(page, `board/post/${postId}`)
  await page.locator('[data-post-sheet]').waitFor()
  for (const tab of ['Comments', 'Approval', 'History', 'Preview'])
    if (await page.getByRole('tab', { name: tab }).last().isVisible()) {
      await page.getByRole('tab', { name: tab }).last().click()
      found.push(...(await faults(page, `post, ${tab}`)))
    }
  for (const place of [
    'calendar',
    'calendar?view=week&tray=1',
    'calendar?view=list',
    'calendar?view=feed',
    'campaigns',
    'sending',
  ]) {
    await visit(page, place)
    found.push(...(await faults(page, place)))
  }
  expect(found).toEqual([])
}, 400_000)

test('practice, the inbox with an open conversation, and the dashboard', async () => {
  const page = await openPage(server, owner, `/w/${owner.workspaceSlug}/practice/${channelId}`)
  const found = await faults(page, 'practice')
  await visit(page, 'inbox')
  await page.locator('[data-conversation]').first().click()
  await page.locator('[data-message]').first().waitFor()
  found.push(...(await faults(page, 'conversation')))
  await visit(page, 'dashboard')
  await page.getByRole('button', { name: 'Count practice' }).last().click()
  await page.getByRole('region', { name: 'Messages received' }).waitFor()
  found.push(...(await faults(page, 'dashboard')))
  expect(found).toEqual([])
}, 400_000)
