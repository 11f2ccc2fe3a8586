import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createChecklist } from '#server/checklist/change-checklist.ts'
import { addItem } from '#server/checklist/change-item.ts'
import { compose, type Running } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { perform } from '#server/core/verb.ts'
import { changeRole } from '#server/member/change-role.ts'
import { archivePost } from '#server/post/archive-post.ts'
import { changePost } from '#server/post/change-post.ts'
import { addStage } from '#server/stage/change-stage.ts'
import { removeStage } from '#server/stage/remove-stage.ts'
import { buildOnce } from '#server/start.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, LOST_CONNECTION, type Look, openPage, toastsReady } from '../support/browser.ts'
import { testSettings } from '../support/core.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { people } from '../support/people.ts'
import { drag, makePost, rowOf } from '../support/posts.ts'
import { until } from '../support/presence-harness.ts'

let database: TestDatabase
let build: ServerBuild
let server: Running
let up = false

/** The product on its database; on the port it had, when it was up before. */
async function start(): Promise<void> {
  const port = server ? Number(new URL(server.url).port) : 0
  server = await compose({ ...testSettings(database.dataDir, database.url), port }, build)
  up = true
}
async function stop(): Promise<void> {
  if (up) await server.close()
  up = false
}

beforeAll(async () => {
  buildOnce()
  const file = pathToFileURL(join(import.meta.dirname, '../../build/server/index.js')).href
  build = (await import(/* @vite-ignore */ file)) as ServerBuild
  database = await testDatabase()
  await start()
}, 240_000)
// A try that failed may have left it stopped.
beforeEach(() => (up ? undefined : start()))
afterEach(closePages)
afterAll(async () => {
  await stop()
  await database.drop()
})

/** Somebody as the running server knows them. */
const now = (who: Ctx): Ctx => ({ ...who, app: server.app, store: server.app.store })

/** `name=value` of a new session. */
async function cookieFor(one: Ctx): Promise<string> {
  const facts = { userAgent: 'test', address: '127.0.0.1', secure: false }
  const { setCookie } = await server.app.sessions.begin(one.userId ?? '', facts)
  return setCookie.slice(0, setCookie.indexOf(';'))
}

async function signIn(page: Page, who: Ctx): Promise<void> {
  const [name = '', value = ''] = (await cookieFor(who)).split('=')
  await page.context().addCookies([{ name, value, url: server.url }])
}

/** A window of somebody, where lost connections are no surprise. */
async function open(who: Ctx, path: string, look: Look = {}): Promise<Page> {
  const page = await openPage({ url: server.url, cookieFor }, who, `/w/${who.workspaceSlug}${path}`, {
    ...look,
    expectErrors: [LOST_CONNECTION, /404|409/],
  })
  page.setDefaultTimeout(15_000)
  await toastsReady(page)
  return page
}

/** Waits until what is fetched while nothing happens is there. */
const idle = (page: Page) =>
  page.waitForFunction(() => {
    const loaded = performance.getEntriesByType('resource').map((one) => one.name)
    return ['outbox-dialog', 'move-dialog', 'card-menu'].every((part) =>
      loaded.some((name) => name.includes(part)),
    )
  })

async function scene() {
  const { owner, teamId } = await people(server.app).workspace()
  const mina = await people(server.app).member(owner, 'manager', { name: 'Mina Kim' })
  const posts = []
  for (const title of ['Alpha', 'Beta', 'Gamma']) posts.push(await makePost(owner, teamId, { title }))
  return { owner, mina, teamId, posts: posts as [(typeof posts)[0], (typeof posts)[0], (typeof posts)[0]] }
}

const cardIn = (page: Page, column: string, id: string) =>
  page.locator(`section[aria-label^="${column},"] [data-card="${id}"]`)

/** Moves a card by the keyboard alone: "Move to..." and the number of the column. */
async function moveTo(page: Page, id: string, number: number): Promise<void> {
  await page.locator(`[data-card="${id}"] a`).first().focus()
  await page.keyboard.press('m')
  await page.getByRole('dialog').getByRole('button').nth(number).waitFor()
  await page.keyboard.press(String(number))
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Moves cards to Draft after the server has gone. */
async function moveWithoutServer(page: Page, posts: readonly { id: string }[]): Promise<void> {
  await page.locator(`[data-card="${posts[0]?.id}"]`).waitFor()
  await idle(page)
  await stop()
  for (const { id } of posts) await moveTo(page, id, 2)
}

test('queues what is done without the server, replays it in order, and asks about a conflict', async () => {
  const { owner, mina, posts } = await scene()
  const [alpha, beta, gamma] = posts
  const { id: listId } = await createChecklist(owner, { postId: alpha.id, name: 'To do' })
  const { id: itemId } = await addItem(owner, addItem.input.parse({ checklistId: listId, text: 'Ask legal' }))
  const mine = await open(owner, `/board/post/${alpha.id}`)
  const hers = await open(mina, '/board')
  await mine.getByRole('tab', { name: 'Details' }).click()
  await mine.getByRole('checkbox', { name: 'Ask legal' }).waitFor()
  await idle(mine)
  await mine.context().setOffline(true)

  // In the open sheet: a name and a tick.
  const title = mine.getByRole('textbox', { name: 'Title' })
  await title.fill('Alpha, renamed')
  await title.press('Enter')
  await mine.getByRole('checkbox', { name: 'Ask legal' }).check()
  await mine.getByText('2 changes wait to be sent.').waitFor()
  await mine
    .getByRole('heading', { name: 'Alpha' })
    .waitFor({ state: 'detached' })
    .catch(() => undefined)
  await mine.keyboard.press('Escape')
  // On the board: three cards, one of them twice, which is one move.
  await moveTo(mine, alpha.id, 2)
  await moveTo(mine, beta.id, 2)
  await moveTo(mine, gamma.id, 2)
  await cardIn(mine, 'Draft', gamma.id).getByRole('img', { name: 'Your change waits' }).waitFor()
  await mine.getByText('5 changes wait to be sent.').waitFor()

  // The list says each in words; one is undone.
  await mine.getByRole('button', { name: 'Show changes' }).click()
  const list = mine.getByRole('dialog', { name: 'Your changes' })
  await list
    .getByText('Tick “Ask legal” in “Alpha, renamed”')
    .or(list.getByText('Tick “Ask legal” in “Alpha”'))
    .waitFor()
  await list.getByRole('button', { name: 'Undo: Move “Gamma” to Draft' }).click()
  await list.getByText('Move “Gamma” to Draft').waitFor({ state: 'detached' })
  await mine.keyboard.press('Escape')
  await cardIn(mine, 'Idea', gamma.id).waitFor()

  // Somebody else was faster with one of them.
  await changePost(mina, { id: alpha.id, title: 'Alpha by Mina' })
  await mine.context().setOffline(false)
  await mine.getByText('1 change needs your answer.').waitFor()
  await until(async () => (await rowOf(now(owner), beta.id)).stage === 'draft', 10_000)
  await mine.getByRole('button', { name: 'Show changes' }).click()
  await list.getByText(/You changed “Alpha” to title “Alpha, renamed”; Mina Kim changed it to/).waitFor()
  expect((await rowOf(now(owner), alpha.id)).title).toBe('Alpha by Mina')
  await list.getByRole('button', { name: 'Keep mine: title “Alpha, renamed”' }).click()
  await list.getByText('Everything is sent.').waitFor()
  await mine.keyboard.press('Escape')

  // Both see the same.
  for (const page of [mine, hers]) {
    await cardIn(page, 'Draft', alpha.id).getByText('Alpha, renamed').waitFor()
    await cardIn(page, 'Draft', beta.id).waitFor()
    await cardIn(page, 'Idea', gamma.id).waitFor()
    await cardIn(page, 'Draft', alpha.id).getByText('1/1').waitFor()
  }
  expect(itemId).toBeTruthy()
  expect(await mine.locator('[data-waiting]').count()).toBe(0)
})

test('keeps what waits in a closed tab, and sends it from the next', async () => {
  const { owner, mina, posts } = await scene()
  const [alpha, beta] = posts
  const page = await open(owner, '/board')
  await moveWithoutServer(page, [alpha, beta])
  await page.getByText('2 changes wait to be sent.').waitFor()
  const context = page.context()
  await page.close()
  await start()
  // Meanwhile somebody else takes one of them further.
  await drag(now(mina), await rowOf(now(owner), alpha.id), { stage: 'draft' })
  const again = await context.newPage()
  await again.goto(`/w/${owner.workspaceSlug}/board`)
  await until(async () => (await rowOf(now(owner), beta.id)).stage === 'draft', 20_000)
  await cardIn(again, 'Draft', beta.id).waitFor()
  // The same stage is no conflict.
  await again.getByText('to be sent.').waitFor({ state: 'detached' })
  expect(
    await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox'))),
  ).toEqual([])
})

test('gives nothing of it to another person in the same browser', async () => {
  const { owner, mina, posts } = await scene()
  const page = await open(owner, '/board')
  await moveWithoutServer(page, [posts[0]])
  await page.getByText('1 change waits to be sent.').waitFor()
  const context = page.context()
  await page.close()
  await start()
  const other = await context.newPage()
  await signIn(other, mina)
  await other.goto(`/w/${owner.workspaceSlug}/board`)
  await cardIn(other, 'Idea', posts[0].id).waitFor()
  await until(
    () => other.evaluate(() => !Object.keys(localStorage).some((key) => key.includes('outbox'))),
    10_000,
  )
  expect(await other.getByText('to be sent').count()).toBe(0)
  expect((await rowOf(now(owner), posts[0].id)).stage).toBe('idea')
})

test('waits while its person is signed out, and comes back with the reason when they may no more', async () => {
  const { owner, mina, posts } = await scene()
  const [alpha, beta, gamma] = posts
  const page = await open(mina, '/board')
  await moveWithoutServer(page, [alpha, beta])
  await page.getByText('2 changes wait to be sent.').waitFor()
  await start()
  await server.app.sessions.endAll(mina.userId ?? '')
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('outbox')).length)
  await page.waitForURL(/sign-in/)
  expect(await kept()).toBeGreaterThan(0)
  expect((await rowOf(now(owner), alpha.id)).stage).toBe('idea')
  // Signed in again, it goes out by itself.
  await signIn(page, mina)
  await page.goto(`/w/${owner.workspaceSlug}/board`)
  for (const { id } of [alpha, beta]) {
    await cardIn(page, 'Draft', id).waitFor()
    await until(async () => (await rowOf(now(owner), id)).stage === 'draft', 20_000)
  }
  await expect.poll(kept).toBe(0)
  await moveWithoutServer(page, [gamma])
  await page.getByText('1 change waits to be sent.').waitFor()
  await start()
  await perform(now(owner), changeRole, { memberId: mina.memberId ?? '', role: 'viewer' })
  await page.getByText('1 change needs your answer.').waitFor({ timeout: 30_000 })
  await cardIn(page, 'Idea', gamma.id).waitFor()
  expect((await rowOf(now(owner), gamma.id)).stage).toBe('idea')
})

test('shows both sides of a move in Korean on a phone, and leaves theirs when they are chosen', async () => {
  const { owner, mina, teamId, posts } = await scene()
  const [alpha, beta] = posts
  const { id: workingId } = await addStage(owner, { teamId, name: '디자인', limit: null })
  const jia = await people(server.app).member(owner, 'manager', { name: 'Jia', locale: 'ko' })
  const page = await open(jia, '/board', { width: 360, locale: 'ko' })
  await page
    .getByRole('button', { name: /^아이디어/ })
    .first()
    .click()
  await page.locator(`[data-card="${alpha.id}"]`).waitFor()
  await idle(page)
  await page.context().setOffline(true)
  await moveTo(page, alpha.id, 2)
  await page.getByText('보내지 못한 변경이 1개 있어요.').waitFor()
  await page
    .getByRole('button', { name: /^아이디어/ })
    .first()
    .click()
  await moveTo(page, beta.id, 2)
  await drag(mina, await rowOf(owner, alpha.id), { stage: 'draft', workingId })
  await archivePost(mina, { id: beta.id })
  await page.context().setOffline(false)
  await page.getByText('답이 필요한 변경이 2개 있어요.').waitFor()
  // Once more on top of mine, before it is answered: it goes with it.
  await page.getByRole('button', { name: /^초안/ }).first().click()
  await moveTo(page, alpha.id, 1)
  await page.getByRole('button', { name: '변경 보기' }).press('Enter')
  const list = page.getByRole('dialog', { name: '내가 바꾼 것' })
  await list.getByText('“Alpha” 단계가 서로 달라요. 나: 초안, Mina Kim 님: 디자인').waitFor()
  await list.getByText('그사이에 “Beta” 게시물이 보드에서 내려갔거나').waitFor()
  expect(await accessFaults(page)).toEqual([])
  if (process.env.OFFLINE_SHOT) await page.screenshot({ path: process.env.OFFLINE_SHOT })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await list.getByRole('button', { name: 'Mina Kim 님의 변경 남기기: 디자인' }).press('Enter')
  await list.getByRole('button', { name: '알겠어요' }).press('Enter')
  await list.getByText('모두 보냈어요.').waitFor()
  expect(await rowOf(owner, alpha.id)).toMatchObject({ stage: 'draft', workingId })
})

test('of a stage that vanished meanwhile it is said so, and the words of a new post go into a field again', async () => {
  const { owner, teamId, posts } = await scene()
  const { id: photo } = await addStage(owner, { teamId, name: 'Photo', limit: null })
  const page = await open(owner, '/board', { width: 360 })
  await page.getByRole('button', { name: /^Idea/ }).first().click()
  await page.locator(`[data-card="${posts[2].id}"]`).waitFor()
  await idle(page)
  await page.context().setOffline(true)
  await moveTo(page, posts[2].id, 3)
  await page
    .getByRole('button', { name: /^Photo/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'New post' }).last().click()
  const field = page.getByRole('textbox', { name: 'Title of the new post' })
  await field.fill('Words to keep')
  await field.press('Enter')
  await field.press('Escape')
  await page.getByText('2 changes wait to be sent.').waitFor()
  await removeStage(owner, { id: photo })
  await page.context().setOffline(false)
  await page.getByText('2 changes need your answer.').waitFor()
  await page.getByRole('button', { name: 'Show changes' }).click()
  const list = page.getByRole('dialog', { name: 'Your changes' })
  await list.getByText('Move “Gamma” to a stage that is gone').waitFor()
  await list.getByRole('button', { name: 'Write it again' }).click()
  await expect.poll(() => field.inputValue()).toBe('Words to keep')
  await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
  await field.press('Enter')
  await page.locator('[data-card]', { hasText: 'Words to keep' }).waitFor()
  await page.getByText('1 change needs your answer.').waitFor()
})

test('a due date that waits stands in its field, and the tray beside a calendar marks what waits', async () => {
  const { owner, mina, posts } = await scene()
  const [alpha] = posts
  const mine = await open(owner, `/calendar/post/${alpha.id}?tray=1`)
  await mine.getByRole('tab', { name: 'Details' }).click()
  const due = mine.getByLabel('Due', { exact: true })
  await due.waitFor()
  await mine.waitForFunction(() =>
    performance.getEntriesByType('resource').some((one) => one.name.includes('outbox-dialog')),
  )
  await mine.context().setOffline(true)
  await due.fill('2026-12-24T09:30')
  await due.press('Enter')
  await mine.getByText('1 change waits to be sent.').waitFor()
  await expect.poll(() => due.inputValue()).toBe('2026-12-24T09:30')
  await mine.getByRole('button', { name: 'Take the due date away' }).waitFor()
  await mine.locator(`[data-group=tray] [data-card="${alpha.id}"] [data-waiting=waiting]`).waitFor()
  expect((await rowOf(now(mina), alpha.id)).dueAt).toBeNull()
  await mine.context().setOffline(false)
  await until(
    async () => (await rowOf(now(owner), alpha.id)).dueAt === Date.parse('2026-12-24T09:30:00Z'),
    15_000,
  )
  await mine.locator('[data-waiting]').first().waitFor({ state: 'detached' })
  await expect.poll(() => due.inputValue()).toBe('2026-12-24T09:30')
})
