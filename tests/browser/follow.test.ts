import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { user } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { dayIn } from '#server/i18n/date-format.rules.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer({ presence: true })
}, 240_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'manager', { name: 'Mina Kim' })
})
/** The height of an hour in a grid, px. */
const HOUR = 52
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, page = 'board', look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const addressOf = (page: Page) => page.url().replace(/^.*\/w\/[^/]+\//, '')
const follow = (page: Page, name: string) => page.getByRole('button', { name: `Follow ${name}` }).click()

test('one follows another from board to calendar, into a post and back; Esc and an own step end it', async () => {
  const row = await makePost(owner, teamId, { title: 'Teaser' })
  await server.app.store.write((db) =>
    db
      .update(user)
      .set({ zone: 'Asia/Seoul' })
      .where(eq(user.id, mina.userId ?? ''))
      .then(() => undefined),
  )
  const [mine, hers] = [await open(owner), await open(mina)]
  await follow(mine, 'Mina Kim')
  await mine.getByText('You follow Mina Kim.').waitFor()
  await hers.getByRole('link', { name: 'Calendar' }).first().click()
  await expect.poll(() => addressOf(mine), { timeout: 30_000 }).toMatch(/^calendar/)
  await hers.goto(`${server.url}/w/${owner.workspaceSlug}/calendar?view=week&date=2026-11-25`)
  await expect.poll(() => addressOf(mine), { timeout: 30_000 }).toBe('calendar?view=week&date=2026-11-25')
  // Her noon is my three o'clock, and her today may be another day.
  const grid = (page: Page) => page.locator('[data-scroller]')
  await grid(hers).evaluate((one, top) => one.scrollTo(0, top), 12 * HOUR)
  await expect
    .poll(() => grid(mine).evaluate((one) => Math.round(one.scrollTop)), { timeout: 30_000 })
    .toBe(3 * HOUR)
  await hers.goto(`${server.url}/w/${owner.workspaceSlug}/calendar?view=day`)
  const today = dayIn('Asia/Seoul', Date.now())
  await expect
    .poll(() => addressOf(mine), { timeout: 30_000 })
    .toMatch(new RegExp(`^calendar\\?view=day&date=(${today}|${dayIn('Asia/Seoul', Date.now() + 120_000)})$`))
  await hers.goto(`${server.url}/w/${owner.workspaceSlug}/board/post/${row.id}`)
  await expect.poll(() => addressOf(mine), { timeout: 30_000 }).toBe(`board/post/${row.id}`)
  await mine.getByText('You follow Mina Kim.').waitFor()
  await mine.keyboard.press('Escape')
  await mine.getByText('You follow Mina Kim.').waitFor({ state: 'detached' })
  expect(addressOf(mine)).toBe(`board/post/${row.id}`)
  await mine.keyboard.press('Escape')
  await expect.poll(() => addressOf(mine)).toBe('board')
  // Again, and now I go elsewhere myself.
  await follow(mine, 'Mina Kim')
  await expect.poll(() => addressOf(mine), { timeout: 30_000 }).toBe(`board/post/${row.id}`)
  await mine.goBack()
  await mine.getByText('You follow Mina Kim.').waitFor({ state: 'detached' })
})

test('a presenter asks all to follow; what one of them may not read stays unseen', async () => {
  const korea = await server.team(owner, 'Korea')
  const jia = await server.member(owner, 'editor', { name: 'Jia Park', narrowedTo: [korea] })
  const secret = await makePost(owner, teamId, { title: 'For HQ only' })
  const [presenter, hers, his] = [
    await open(owner),
    await open(mina),
    await open(jia, 'board', {
      expectErrors: [/Failed to load resource/],
      width: 360,
    }),
  ]
  await presenter.getByRole('button', { name: 'Ask all to follow me' }).click()
  for (const page of [hers, his]) {
    await page.getByText('Olivia Owner asks you to follow.').waitFor()
    await page.getByRole('button', { name: 'Follow', exact: true }).press('Enter')
    await page.getByText('You follow Olivia Owner.').waitFor()
  }
  await presenter.locator(`[data-card="${secret.id}"] a`).first().click()
  await expect.poll(() => addressOf(hers), { timeout: 30_000 }).toBe(`board/post/${secret.id}`)
  await his.getByText('What is open there you may not read.').waitFor()
  expect(addressOf(his)).toBe('board')
  expect(await his.getByText('For HQ only').count()).toBe(0)
  // A phone has room for one face: the others are behind a number.
  await his.getByRole('button', { name: 'Mina Kim and Olivia Owner' }).tap()
  await his.getByRole('menuitem', { name: 'Follow Mina Kim' }).tap()
  await his.getByText('You follow Mina Kim.').waitFor()
})

test('who leaves the plan is said to be away, and after a while nobody is followed any more', async () => {
  const [mine, hers] = [await open(owner), await open(mina)]
  await follow(mine, 'Mina Kim')
  await mine.getByText('You follow Mina Kim.').waitFor()
  // The same press takes it back, and says so.
  await mine.getByRole('button', { name: 'Stop following Mina Kim' }).waitFor()
  await hers.getByRole('link', { name: 'Inbox' }).first().click()
  await mine.getByText('They are not in the plan just now.').waitFor()
  await hers.getByRole('link', { name: 'Calendar' }).first().click()
  await expect.poll(() => addressOf(mine), { timeout: 30_000 }).toMatch(/^calendar/)
  await mine.getByText('They are not in the plan just now.').waitFor({ state: 'detached' })
  await hers.getByRole('link', { name: 'Inbox' }).first().click()
  await mine.getByText('Mina Kim has left the plan, so you follow nobody any more.').waitFor()
  expect(await mine.getByText('You follow Mina Kim.').count()).toBe(0)
})
