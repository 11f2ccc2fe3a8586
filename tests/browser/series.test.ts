import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { user } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { changePost } from '#server/post/change-post.ts'
import { startSeries } from '#server/series/start-series.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { makePost, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let postId: string
const DAY_MS = 86_400_000
const later = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  const company = await server.workspace('Nordlicht')
  owner = company.owner
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  postId = (await makePost(owner, company.teamId, { title: 'Monday tip', stage: 'draft' })).id
  const sendLocal = `${later(3)}T09:00`
  await setPost(owner, postId, { sendLocal, sendZone: 'UTC', sendAt: Date.parse(`${sendLocal}Z`) })
})
afterEach(closePages)
afterAll(() => server.drop())

const sheet = async (who: Ctx, look?: Look) => {
  await server.app.store.write(async (db) => {
    await db
      .update(user)
      .set({ locale: look?.locale ?? 'en' })
      .where(eq(user.id, who.userId ?? ''))
  })
  const page = await openPage(server, who, `/w/${who.workspaceSlug}/post/${postId}`, look)
  await page
    .getByRole('tab', { name: look?.locale === 'ko' ? '상세' : 'Details' })
    .locator('visible=true')
    .click()
  return page
}
const cards = (page: Page) => page.locator('[data-card]', { hasText: 'Monday tip' })
const marks = (page: Page) => cards(page).getByRole('img', { name: 'Repeats' })

test('one lets a post repeat, changes and ends it; the other sees the copies come and go', async () => {
  const [mine, hers] = [await sheet(owner), await openPage(server, mina, `/w/${mina.workspaceSlug}/board`)]
  await cards(hers).first().waitFor()
  await mine.getByRole('button', { name: 'Repeat…' }).click()
  const dialog = mine.getByRole('dialog', { name: 'Repeat this post' })
  await dialog.getByText(/^Next: /).waitFor()
  await dialog.getByLabel('Ends').selectOption('times')
  await dialog.getByLabel('Times in all, this one counted').fill('4')
  await dialog.getByRole('button', { name: 'Repeat' }).click()
  await mine.getByText('It repeats: 3 drafts made.').waitFor()
  await mine.getByText('3 copies ahead').waitFor()
  await expect.poll(() => cards(hers).count()).toBe(4)
  await expect.poll(() => marks(hers).count()).toBe(4)

  // Mina changes one; a shorter series keeps it and says so.
  await hers.keyboard.press('Escape')
  const copies = await server.app.store.read.query.post
    .findMany({
      where: (row, { and, eq, isNotNull }) =>
        and(eq(row.workspaceId, owner.workspaceId), isNotNull(row.seriesDay)),
    })
    .then((rows) => rows.sort((a, b) => (a.sendAt ?? 0) - (b.sendAt ?? 0)))
  await changePost(mina, { id: copies.at(-1)?.id ?? '', title: 'Monday tip, mine' })
  await mine.getByRole('button', { name: 'Change…' }).click()
  const change = mine.getByRole('dialog', { name: 'Change how it repeats' })
  await change.getByLabel('Times in all, this one counted').fill('2')
  await change.getByRole('button', { name: 'Save' }).click()
  await mine.getByText('1 copy stays as it is: 1 changed by somebody.').waitFor()
  await expect.poll(() => cards(hers).count()).toBe(3)

  await mine.getByRole('button', { name: 'End…' }).click()
  const end = mine.getByRole('dialog', { name: 'End the repetition?' })
  await end.getByRole('radio', { name: 'Remove 1 that nobody has touched' }).check()
  await end.getByRole('button', { name: 'End it' }).click()
  await mine.getByText('Ended, 1 copy removed.').waitFor()
  await mine.getByRole('button', { name: 'Repeat…' }).waitFor()
  await expect.poll(() => cards(hers).count()).toBe(2)
  await expect.poll(() => marks(hers).count()).toBe(0)
})

test('a copy says of which series it is, by keyboard and on a phone in Korean', async () => {
  const rule = { every: 'month', step: 1, on: { day: 31 } } as const
  const { id: seriesId } = await startSeries(owner, { postId, rule, end: null })
  const row = await server.app.store.read.query.post.findFirst({
    where: (one, { and, eq, isNotNull }) =>
      and(eq(one.workspaceId, owner.workspaceId), eq(one.seriesId, seriesId), isNotNull(one.seriesDay)),
    orderBy: (one, { asc }) => asc(one.sendAt),
  })
  const first = postId
  postId = row?.id ?? ''
  const phone = await sheet(owner, { width: 360, locale: 'ko', dark: true })
  await phone.getByText(/매월 31일, 짧은 달에는 마지막 날/).waitFor()
  expect(await accessFaults(phone)).toEqual([])
  await phone.getByRole('button', { name: '바꾸기…' }).click()
  await phone.getByRole('dialog', { name: '반복 바꾸기' }).waitFor()
  expect(await accessFaults(phone)).toEqual([])
  if (process.env.SHOTS) await phone.screenshot({ path: `${process.env.SHOTS}/series-360-ko.png` })
  const page = await sheet(owner)
  await page.getByRole('link', { name: 'Monday tip' }).last().focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`post/${first}`))
  // What one says in it goes on to those after it, when one wants that.
  await changePost(owner, { id: postId, title: 'Month-end tip' })
  const changed = await sheet(owner)
  await changed.getByRole('button', { name: /^Change (it|them) too$/ }).press('Enter')
  await changed.getByText(/copies? after it (is|are) like it now/).waitFor()
  await changed.getByRole('button', { name: /^Change (it|them) too$/ }).waitFor({ state: 'detached' })
})
