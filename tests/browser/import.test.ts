import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { changePost } from '#server/post/change-post.ts'
import { closePages, hydrated, LOST_CONNECTION, type Look, openPage } from '../support/browser.ts'
import { makePost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
}, 180_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

const open = (who: Ctx, page: string, look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
const take = (page: Page, name: string, text: string | Buffer) =>
  page.locator('[data-import-file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const FILE = [
  'Text,Tags,Posting Time',
  '"Winter tea, for everybody",Tea,24/12/2026 10:00',
  'Coffee,,25/12/2026 10:00',
  'Broken,,31/02/2026 10:00',
].join('\n')

test('a file becomes drafts that fill another’s board, and an undo takes away what nobody touched', async () => {
  const hers = await open(mina, 'board')
  const mine = await open(owner, 'board')
  await mine.getByRole('button', { name: 'Export and import' }).click()
  await mine.getByRole('menuitem', { name: 'Import…' }).click()
  await take(mine, 'buffer.csv', FILE)
  await mine.getByText('This looks like a file of Buffer.').waitFor()
  await mine.getByText('2 posts, 1 row with a problem is left out').waitFor()
  await mine.getByText('“31/02/2026 10:00” is not a date that can be read.').waitFor()
  // A column that is left out changes what would be made.
  await mine.getByRole('combobox', { name: 'Posting Time' }).selectOption({ label: '— left out —' })
  await mine.getByRole('button', { name: 'Import 3 posts' }).waitFor()
  await mine
    .getByRole('combobox', { name: 'Posting Time' })
    .selectOption({ label: 'Planned (date and time)' })
  await mine.getByRole('button', { name: 'Import 2 posts' }).click()
  await mine.getByText('The import is done.').waitFor()
  await mine.getByText('2 posts made, 1 row left out').waitFor()
  await card(hers, 'Winter tea, for everybody').waitFor()
  const id = await card(hers, 'Coffee').first().getAttribute('data-card')
  const download = mine.waitForEvent('download')
  await mine.getByRole('link', { name: 'Download the rows left out' }).click()
  expect((await download).suggestedFilename()).toBe('left-out-buffer.csv')

  await changePost(mina, { id: id ?? '', title: 'Coffee, better' })
  await card(hers, 'Coffee, better').waitFor()
  await mine.getByRole('button', { name: 'Undo this import…' }).click()
  await mine.getByRole('button', { name: 'Remove the posts' }).click()
  await mine.getByText('The import is undone.').waitFor()
  await mine.getByText('1 post removed, 1 kept').waitFor()
  await card(hers, 'Winter tea').waitFor({ state: 'detached' })
  await card(hers, 'Coffee, better').waitFor()
  await mine.getByRole('link', { name: 'All imports' }).click()
  await mine.getByRole('listitem').filter({ hasText: 'buffer.csv' }).getByText('Undone').waitFor()
})

test('what cannot be read is said with what to do', async () => {
  const page = await open(owner, 'settings/imports', { expectErrors: [/status of 4\d\d/] })
  await take(page, 'plan.xlsx', 'PK\x03\x04 and more')
  await page.getByText('Save it as “CSV UTF-8”').waitFor()
  await take(page, 'board.json', '{"name":"no board"}')
  await page.getByText('This JSON file is not a Trello board.').waitFor()
  await take(page, 'huge.csv', Buffer.alloc(11 * 1024 * 1024, 'a'))
  await page.getByText('The file is larger than 10 MB').waitFor()
  // And a board that can be read says what it brings before it does.
  const lists = [{ id: 'l1', name: 'Ideas' }]
  const labels = [{ name: 'Tea' }]
  const cards = ['Winter tea', 'Coffee'].map((name) => ({ id: name, name, idList: 'l1', labels }))
  await take(page, 'board.json', JSON.stringify({ id: 'b', name: 'Plan', lists, cards }))
  const preview = page.getByRole('list', { name: 'What it will make' })
  await preview.getByText('Winter tea').waitFor()
  expect(await preview.getByRole('listitem').first().innerText()).toContain('Ideas')
  await page.getByRole('combobox', { name: 'Ideas' }).selectOption({ label: 'Leave out' })
  await page.getByText('No card comes in like this.').waitFor()
})

test('what is too much is said in the reader’s language, and the page goes on working', async () => {
  const look: Look = { width: 360, locale: 'ko', expectErrors: [/status of 4\d\d/] }
  const page = await open(owner, 'settings', look)
  await page.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await page.goto(`/w/${owner.workspaceSlug}/settings/imports`)
  await hydrated(page)
  const folder = mkdtempSync(join(tmpdir(), 'huge-'))
  const huge = join(folder, 'huge.csv')
  writeFileSync(huge, FILE)
  truncateSync(huge, 100 * 1024 * 1024)
  await page.locator('[data-import-file]').setInputFiles(huge)
  await page.getByText('파일이 10MB보다 커서 받지 않았어요. 여러 파일로 나눠').waitFor()
  rmSync(folder, { recursive: true })
  await take(page, 'rows.csv', `제목,본문\n${'가,나\n'.repeat(20_001)}`)
  await page.getByText('행이 20,000개보다 많아 받지 않았어요.').waitFor()
  await take(page, 'wide.csv', `제목,본문\n${','.repeat(5_000)}`)
  await page.getByText('한 줄에 구분 기호가 3,000개보다 많아 받지 않았어요.').waitFor()
  await take(page, 'plan.csv', '제목,본문,예약일시\n겨울 차,따뜻해요,2036-12-24 10:00')
  await page.getByRole('button', { name: '게시물 1개 가져오기' }).waitFor()
  expect(await page.getByRole('combobox', { name: '예약일시' }).inputValue()).toBe('when')
})

test('two who bring the very same file at once are told before its posts are made twice', async () => {
  const max = await server.member(owner, 'manager', { name: 'Max' })
  const hers = await open(owner, 'settings/imports', { expectErrors: [/status of 409/] })
  const his = await open(max, 'settings/imports')
  for (const page of [hers, his]) {
    await take(page, 'buffer.csv', FILE)
    await page.getByRole('button', { name: 'Import 2 posts' }).waitFor()
  }
  await his.getByRole('button', { name: 'Import 2 posts' }).click()
  await his.getByText('The import is done.').waitFor()
  await hers.getByRole('button', { name: 'Import 2 posts' }).click()
  await hers.getByText('Somebody has just imported this very file').waitFor()
  await hers.getByText('This very file has been imported before').waitFor()
  // Whoever wants them once more says so by pressing it again.
  await hers.getByRole('button', { name: 'Import 2 posts' }).click()
  await hers.getByText('The import is done.').waitFor()
})

test('a page that could not be read again comes back by itself', async () => {
  const page = await open(owner, 'settings/imports', { expectErrors: [LOST_CONNECTION] })
  await take(page, 'buffer.csv', FILE)
  await page.getByRole('button', { name: 'Import 2 posts' }).click()
  await page.getByText('The import is done.').waitFor()
  await page.getByRole('button', { name: 'Undo this import…' }).click()
  const away = /\.data|\/readyz/
  await page.route(away, (route) => route.abort())
  await page.getByRole('button', { name: 'Remove the posts' }).click()
  await page.getByText('The server cannot be reached').waitFor()
  await page.unroute(away)
  await page.getByText('The import is undone.').waitFor()
})

test('the plan is taken out as it is filtered', async () => {
  await makePost(owner, teamId, { title: 'Green tea' })
  await makePost(owner, teamId, { title: 'Coffee' })
  const page = await open(owner, 'board?q=tea')
  await page.getByRole('button', { name: 'Export and import' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^posts-.*\.csv$/)
  let text = ''
  for await (const part of await file.createReadStream()) text += part
  expect(text).toContain('Green tea')
  expect(text).not.toContain('Coffee')
})

test.each<Look>([{ width: 360, locale: 'ko', dark: true }, { width: 1024 }])(
  'can be used by everybody, %o',
  async (look) => {
    const page = await open(owner, 'settings/imports', look)
    const check = async () => {
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
    }
    await check()
    await take(page, 'plan.csv', FILE)
    await page.getByRole('combobox', { name: 'Posting Time' }).waitFor()
    await check()
  },
)
