import { and, eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { practiceAccount } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { practicePost } from '#server/network/practice/play-practice.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
import { practiceChannel } from '../support/publishing.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** What each person may read decides what they are offered, in two windows. */
let server: TestServer
let owner: Ctx
let hq: string
let seoul: string
let channelId: string
/** Narrowed to HQ and to Seoul. */
let ada: Ctx
let jun: Ctx
beforeAll(async () => {
  server = await testServer()
})
// A new company for each try.
beforeEach(async () => {
  ;({ owner, teamId: hq } = await server.workspace('Nordlicht'))
  seoul = await server.team(owner, 'Seoul', 'Asia/Seoul')
  ada = await server.member(owner, 'agent', { name: 'Ada Osei', narrowedTo: [hq] })
  jun = await server.member(owner, 'agent', { name: 'Jun Park', narrowedTo: [seoul], locale: 'ko' })
  channelId = await practiceChannel(owner, hq)
})
afterEach(closePages)
afterAll(() => server.drop())

const PATIENT = { timeout: 60_000 }
const open = (who: Ctx, path: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${path}`, look)
async function says(text: string): Promise<void> {
  const persona = and(
    eq(practiceAccount.workspaceId, owner.workspaceId),
    eq(practiceAccount.kind, 'persona'),
    eq(practiceAccount.language, 'en'),
  )
  const [who] = await owner.store.read.select().from(practiceAccount).where(persona)
  await practicePost(owner, { channelId, personaId: who?.id ?? '', text })
}
const row = (page: Page, text: string) => page.locator('[data-conversation]', { hasText: text })
const choices = (page: Page) => page.getByRole('menuitemradio').allInnerTexts()
const names = (texts: string[]) => texts.map((text) => text.trim().split('\n').at(-1)).sort()

test('whom a post may be assigned to are those who may read it, in its menu and in its sheet', async () => {
  const here = await makePost(owner, hq, { title: 'Autumn teaser', stage: 'draft' })
  const there = await makePost(owner, seoul, { title: 'Chuseok teaser', stage: 'draft' })
  const page = await open(owner, 'board')
  for (const [post, reader, other] of [
    [here, 'Ada Osei', 'Jun Park'],
    [there, 'Jun Park', 'Ada Osei'],
  ] as const) {
    await page.locator(`[data-card="${post.id}"]`).click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Assign' }).press('ArrowRight')
    await page.getByRole('menuitemradio', { name: reader }).waitFor()
    expect(names(await choices(page))).toEqual(['Nobody', 'Olivia Owner', reader].sort())
    await page.keyboard.press('Escape')
    await page.getByRole('menu').first().waitFor({ state: 'detached' })
    await page.goto(`/w/${owner.workspaceSlug}/post/${post.id}`)
    await page.getByRole('tab', { name: 'Details' }).locator('visible=true').click()
    const offered = await page.getByLabel('Assigned to').locator('option').allInnerTexts()
    expect(offered.map((text) => text.trim())).toContain(reader)
    expect(offered.map((text) => text.trim())).not.toContain(other)
    await page.goto(`/w/${owner.workspaceSlug}/board`)
  }
}, 240_000)

test('a conversation is offered to those who may read it; it goes with its channel, and so does the sight of it', async () => {
  await says('Where is my order?')
  const [mine, hers, his] = [
    await open(owner, 'inbox'),
    await open(ada, 'inbox'),
    await open(jun, 'inbox', { locale: 'ko' }),
  ]
  await row(mine, 'order').click()
  await mine.locator('[data-message]').waitFor()
  await mine.keyboard.press('a')
  await mine.getByRole('menuitemradio', { name: 'Ada Osei' }).waitFor()
  expect(names(await choices(mine))).toEqual(['Ada Osei', 'Nobody', 'Olivia Owner'])
  await mine.getByRole('menuitemradio', { name: 'Ada Osei' }).click()
  await mine.getByRole('button', { name: 'Assigned to Ada Osei' }).waitFor()
  await row(hers, 'order').waitFor()
  expect(await row(his, 'order').count()).toBe(0)

  // The owner gives the channel to Seoul in another window; nobody reloads.
  const settings = await open(owner, `settings/channels/${channelId}`)
  await settings.getByLabel('Team').selectOption({ label: 'Seoul' })
  await settings.getByRole('button', { name: 'Save' }).first().click()
  await row(his, 'order').waitFor(PATIENT)
  await expect.poll(() => row(hers, 'order').count(), PATIENT).toBe(0)
  await mine.getByRole('button', { name: 'Assign', exact: true }).waitFor(PATIENT)
  await mine.getByRole('button', { name: 'Assign', exact: true }).click()
  await mine.getByRole('menuitemradio', { name: 'Jun Park' }).waitFor(PATIENT)
  expect(names(await choices(mine))).toEqual(['Jun Park', 'Nobody', 'Olivia Owner'])
  await mine.getByRole('menuitemradio', { name: 'Jun Park' }).click()
  await row(his, 'order').click()
  await his.locator('[data-message]', { hasText: 'order' }).waitFor(PATIENT)
  // What comes now is Seoul's alone.
  await says('And my second order?')
  await row(his, 'second').waitFor(PATIENT)
  expect(await row(hers, 'second').count()).toBe(0)
}, 240_000)
