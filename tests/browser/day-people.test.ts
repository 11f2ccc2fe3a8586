import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost, setPost } from '../support/posts.ts'
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
  mina = await server.member(owner, 'viewer', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, query: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/calendar?${query}`, look)

test('a day that somebody points at or is on by keyboard shows them, in every view, and no longer than that', async () => {
  await makePost(owner, teamId, { title: 'Teaser' })
  const [mine, hers] = [await open(owner, 'month=2026-11'), await open(mina, 'month=2026-11')]
  await mine.getByRole('button', { name: 'Follow Mina Kim' }).waitFor()
  const height = () =>
    mine.locator('[data-group="2026-11-12"]').evaluate((cell) => cell.getBoundingClientRect().height)
  const before = await height()
  const people = (day: string) => mine.locator(`[data-day-people="${day}"]`)
  await hers.locator('[data-group="2026-11-12"]').hover()
  await people('2026-11-12').waitFor()
  expect(await people('2026-11-12').getAttribute('aria-label')).toBe('Looking at this day: Mina Kim')
  expect(await height()).toBe(before)
  await hers.locator('[data-group="2026-11-13"]').hover()
  await people('2026-11-13').waitFor()
  expect(await people('2026-11-12').count()).toBe(0)
  // The same day by hours, on another screen and in another view.
  const week = `/w/${owner.workspaceSlug}/calendar?view=week&date=2026-11-13`
  await mine.goto(week)
  await people('2026-11-13').waitFor()
  await hers.mouse.move(2, 2)
  await people('2026-11-13').waitFor({ state: 'detached' })
  // By keyboard: from the head of a day in her week.
  await hers.goto(week)
  await mine.getByRole('button', { name: 'Follow Mina Kim' }).waitFor()
  const head = hers.getByRole('link', { name: /^Show Thursday, November 12|^Show Thursday 12 November/ })
  await head.focus()
  await people('2026-11-12').waitFor()
})

test('on a phone and in Korean the day of a list has room for them', async () => {
  const { id } = await makePost(owner, teamId, { title: '티저' })
  const sendAt = Date.parse('2026-11-12T09:00:00Z')
  await setPost(owner, id, { sendLocal: '2026-11-12T09:00', sendZone: 'UTC', sendAt })
  const query = 'view=list&month=2026-11'
  const jun = await server.member(owner, 'editor', { name: '박준호', locale: 'ko' })
  const [mine, hers] = [await open(jun, query, { width: 360, locale: 'ko' }), await open(mina, query)]
  await hers.locator('[data-day="2026-11-12"]').hover()
  const people = mine.locator('[data-day-people="2026-11-12"]')
  await people.waitFor()
  expect(await people.getAttribute('aria-label')).toBe('Mina Kim 님이 이날을 보고 있어요')
  const overflow = await mine.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
