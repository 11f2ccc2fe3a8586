import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { compose, type Running } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { readDraft } from '#server/post/draft.reads.ts'
import { buildOnce } from '#server/start.ts'
import { closePages, LOST_CONNECTION, openPage, toastsReady } from '../support/browser.ts'
import { testSettings } from '../support/core.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'
import { people } from '../support/people.ts'
import { testPost } from '../support/planned-post.ts'
import { until } from '../support/presence-harness.ts'

let database: TestDatabase
let build: ServerBuild
let server: Running
let up = false
let owner: Ctx
let teamId: string

/** The product on its database; on the port it had, when it was up before. */
async function start(): Promise<void> {
  const port = server ? Number(new URL(server.url).port) : 0
  server = await compose({ ...testSettings(database.dataDir, database.url), presence: true, port }, build)
  up = true
  if (owner) owner = { ...owner, app: server.app, store: server.app.store }
  await until(() => server.app.presence.state() === 'up', 20_000)
}

beforeAll(async () => {
  buildOnce()
  const file = pathToFileURL(join(import.meta.dirname, '../../build/server/index.js')).href
  build = (await import(/* @vite-ignore */ file)) as ServerBuild
  database = await testDatabase()
  await start()
  ;({ owner, teamId } = await people(server.app).workspace())
}, 240_000)
// A try that failed may have left it stopped.
beforeEach(() => (up ? undefined : start()))
afterEach(closePages)
afterAll(async () => {
  await stop()
  await database.drop()
})

async function stop(): Promise<void> {
  if (up) await server.close()
  up = false
}

/** A window of the owner, where lost connections are no surprise. */
async function open(path: string): Promise<Page> {
  const page = await openPage(
    {
      url: server.url,
      cookieFor: async (who: Ctx) => {
        const { setCookie } = await server.app.sessions.begin(who.userId ?? '', {
          userAgent: 'test',
          address: '127.0.0.1',
          secure: false,
        })
        return setCookie.split(';')[0] ?? ''
      },
    },
    owner,
    `/w/${owner.workspaceSlug}${path}`,
    { expectErrors: [LOST_CONNECTION] },
  )
  await toastsReady(page)
  return page
}
const field = (page: Page) => page.locator('[data-draft-text]')
const text = async (postId: string) => (await readDraft(owner, postId)).post.text

test('the server stops at once while windows are open, and what is typed meanwhile is saved when it is back', async () => {
  const postId = await testPost(owner, teamId, [], 'Before')
  const page = await open(`/post/${postId}`)
  await field(page).press('End')
  await field(page).pressSequentially(' and')
  await until(() => server.app.presence.stats().connections > 0, 20_000)

  const before = performance.now()
  await stop()
  expect(performance.now() - before).toBeLessThan(30_000)
  await field(page).pressSequentially(' after')
  await page.locator('[data-save=offline]').waitFor()
  await page.getByText('No connection').waitFor()

  await start()
  await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
  await expect.poll(() => page.getByText('No connection').count(), { timeout: 60_000 }).toBe(0)
  expect(await text(postId)).toBe('Before and after')
}, 120_000)

test('words are kept when their page is left while the server is away, and found again there', async () => {
  const postId = await testPost(owner, teamId, [], 'Before')
  const page = await open(`/board/post/${postId}`)
  await field(page).press('End')
  await stop()
  await field(page).pressSequentially(' and after')
  await page.locator('[data-save=offline]').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('is not saved yet').waitFor()
  await page.locator(`[data-card="${postId}"] a`).first().waitFor()

  await start()
  await page.getByText('are saved').waitFor({ timeout: 60_000 })
  await expect.poll(() => text(postId)).toBe('Before and after')
}, 120_000)

test('without the server one stays with one’s words on the page one is on, and goes once they are saved', async () => {
  const postId = await testPost(owner, teamId, [], 'Before')
  const page = await open(`/post/${postId}`)
  await field(page).press('End')
  await stop()
  await field(page).pressSequentially(' and after')
  await page.locator('[data-save=offline]').waitFor()
  await page.getByText('No connection').first().waitFor()
  await page.getByRole('link', { name: 'Dashboard' }).first().click()
  await page.getByText('that page cannot be opened now').waitFor()
  expect(new URL(page.url()).pathname).toContain(postId)
  expect(await field(page).inputValue()).toBe('Before and after')

  await start()
  await page.locator('[data-save=saved]').waitFor({ timeout: 60_000 })
  await expect.poll(() => page.getByText('No connection').count(), { timeout: 60_000 }).toBe(0)
  await page.getByRole('link', { name: 'Dashboard' }).first().click()
  await page.waitForURL('**/dashboard', { timeout: 60_000 })
  expect(await text(postId)).toBe('Before and after')
}, 180_000)
