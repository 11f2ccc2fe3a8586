import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Ctx } from '#server/core/ctx.ts'
import { createPost } from '#server/post/create-post.ts'
import { movePost } from '#server/post/move-post.ts'
import { closePages, hydrated, type Look, openPage, toastsReady } from '../support/browser.ts'
import { makeChannel, makePost, rowOf, setPost } from '../support/posts.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
})
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

const plan = (who: Ctx, page = 'board', look?: Look) =>
  openPage(server, who, `/w/${who.workspaceSlug}/${page}`, look)
const column = (page: Page, name: string) => page.locator(`section[aria-label^="${name},"]`)
const card = (page: Page, title: string) => page.locator('[data-card]', { hasText: title })
/** Dragging is loaded when the page is idle: cards are ready when they say so. */
const ready = (page: Page) => page.locator('[data-card][draggable=true]').first().waitFor()

test('one writes a post down and drags it; the other sees it at once; a reload shows the same', async () => {
  const [mine, hers] = [await plan(owner), await plan(mina)]
  await mine.getByText('The plan is empty.').waitFor()
  await mine.keyboard.press('n')
  await mine.getByLabel('Title of the new post').fill('Autumn teaser')
  await mine.keyboard.press('Enter')
  await column(hers, 'Idea').getByText('Autumn teaser').waitFor()
  await mine.keyboard.press('Escape')
  await ready(hers)
  await card(hers, 'Autumn teaser').dragTo(column(hers, 'Draft').locator('[data-group]'))
  await column(mine, 'Draft').getByText('Autumn teaser').waitFor()
  expect(await column(mine, 'Idea').locator('[data-card]').count()).toBe(0)
  await mine.reload()
  await column(mine, 'Draft').getByText('Autumn teaser').waitFor()
})

test('of two who move the same card the first wins; the other is told and sees the same', async () => {
  const row = await makePost(owner, teamId, { title: 'Contested' })
  const look = { expectErrors: [/409/] }
  const [mine, hers] = [await plan(owner, 'board', look), await plan(mina)]
  await card(mine, 'Contested').getByRole('link').focus()
  await mine.keyboard.press('m')
  await mine.getByRole('dialog').waitFor()
  // She is faster.
  await card(hers, 'Contested').getByRole('link').focus()
  await hers.keyboard.press('m')
  await hers.getByRole('dialog').waitFor()
  await hers.keyboard.press('2')
  await column(mine, 'Draft').getByText('Contested').waitFor()
  await mine.keyboard.press('1')
  await mine.getByText('Mina Kim moved this card a moment before you').waitFor()
  for (const page of [mine, hers]) expect(await column(page, 'Draft').getByText('Contested').count()).toBe(1)
  expect((await rowOf(owner, row.id)).stage).toBe('draft')
})

test('two drops at the same moment end in one state everywhere', async () => {
  const row = await makePost(owner, teamId, { title: 'Contested' })
  await makePost(owner, teamId, { title: 'Other' })
  const look = { expectErrors: [/409/] }
  const [mine, hers] = [await plan(owner, 'board', look), await plan(mina, 'board', look)]
  await Promise.all([ready(mine), ready(hers)])
  await Promise.all([
    card(mine, 'Contested').dragTo(column(mine, 'Draft').locator('[data-group]')),
    card(hers, 'Contested').dragTo(column(hers, 'Idea').locator('[data-group]'), {
      targetPosition: { x: 100, y: 300 },
    }),
  ])
  await mine.waitForTimeout(800)
  const agreed = async () => {
    const { stage } = await rowOf(owner, row.id)
    const name = stage === 'draft' ? 'Draft' : 'Idea'
    return Promise.all([mine, hers].map((page) => column(page, name).getByText('Contested').count()))
  }
  await expect.poll(agreed).toEqual([1, 1])
})

test('a drop past draft is refused with its reason, and the card goes back', async () => {
  const row = await makePost(owner, teamId, { title: 'Unfinished', stage: 'draft' })
  const page = await plan(owner, 'board', { width: 1960, expectErrors: [/422/] })
  await ready(page)
  await card(page, 'Unfinished').dragTo(column(page, 'Published').locator('[data-group]'))
  await page.getByText('Posts are published by sending them').waitFor()
  await column(page, 'Draft').getByText('Unfinished').waitFor()
  expect((await rowOf(owner, row.id)).stage).toBe('draft')
})

test('who only reads sees the cards move and can move none', async () => {
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const row = await makePost(owner, teamId, { title: 'Look at me' })
  const page = await plan(viewer, 'board', { expectErrors: [/403/] })
  await card(page, 'Look at me').waitFor()
  expect(await page.getByRole('button', { name: 'New post' }).count()).toBe(0)
  await page.waitForTimeout(1500)
  expect(await page.locator('[data-card][draggable=true]').count()).toBe(0)
  const answer = await page.evaluate(
    async ({ path, body }) => {
      const headers = { 'Content-Type': 'application/json' }
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status
    },
    {
      path: `/w/${viewer.workspaceSlug}/act/post.move`,
      body: { id: row.id, from: { stage: 'idea', rank: row.rank }, to: { stage: 'draft', rank: row.rank } },
    },
  )
  expect(answer).toBe(403)
  await movePost(owner, {
    id: row.id,
    from: { stage: 'idea', rank: row.rank },
    to: { stage: 'draft', rank: row.rank },
  })
  await column(page, 'Draft').getByText('Look at me').waitFor()
})

test('arrow keys walk over the cards, filters live in the address', async () => {
  for (const title of ['One', 'Two', 'Three']) await makePost(owner, teamId, { title })
  await makePost(owner, teamId, { title: 'Four', stage: 'draft', labels: ['summer'] })
  const page = await plan(owner)
  await card(page, 'One').getByRole('link').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
  await expect.poll(focused).toBe('Four')
  await page.keyboard.press('ArrowLeft')
  await expect.poll(focused).toBe('One')
  await page.keyboard.press('/')
  await page.keyboard.type('summer')
  await page.waitForURL(/q=summer/)
  await expect.poll(() => page.locator('[data-card]').count()).toBe(1)
  await page.reload()
  await expect.poll(() => page.locator('[data-card]').count()).toBe(1)
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(() => page.locator('[data-card]').count()).toBe(4)
})

test('a long column draws only what is in sight and reaches the rest by keyboard', async () => {
  const made = Array.from({ length: 120 }, (_, i) => `Post ${i}`)
  for (const title of made) await createPost(owner, createPost.input.parse({ teamId, title }))
  const page = await plan(owner)
  await card(page, 'Post 0').first().getByRole('link').focus()
  expect(await page.locator('[data-card]').count()).toBeLessThan(40)
  await page.keyboard.press('End')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Post 119')
})

test('a page comes with a screenful of a column and is whole once it lives', async () => {
  for (let i = 0; i < 30; i++)
    await createPost(owner, createPost.input.parse({ teamId, title: `Note ${i}`, stage: 'draft' }))
  const address = `${server.url}/w/${owner.workspaceSlug}/board`
  const html = await (await fetch(address, { headers: { cookie: await server.cookieFor(owner) } })).text()
  // Cards of a title and nothing else are low.
  expect(html.match(/data-card=/g)).toHaveLength(18)
  expect(html).toContain('aria-setsize="30"')
  const page = await plan(owner, 'board', {
    expectErrors: [/ERR_FAILED|Failed to fetch/],
  })
  await card(page, 'Note 29').waitFor()
  expect(await page.locator('[data-group="draft"] [data-card]').count()).toBe(30)
  // What a lazy part misses is said, and can be tried again.
  await toastsReady(page)
  // It is fetched ahead, so it must be missing from the beginning.
  await page.route(/\/card-menu-[^/]*\.js/, (route) => route.abort())
  await page.reload()
  await hydrated(page)
  await toastsReady(page)
  await card(page, 'Note 29').getByRole('button').click({ force: true })
  await page.getByText('The server cannot be reached.').first().waitFor()
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('menuitem', { name: 'Archive' }).waitFor()
})

test('a dialog whose code cannot be fetched is said in passing and opens at the second try', async () => {
  await makePost(owner, teamId, { title: 'Far away' })
  const page = await plan(owner, 'board', { expectErrors: [/ERR_FAILED|Failed to fetch/] })
  await toastsReady(page)
  const parts: [RegExp, () => Promise<void>, RegExp | string][] = [
    [/\/move-dialog-[^/]*\.js/, () => card(page, 'Far away').getByRole('link').press('m'), 'Move to'],
    [/\/palette-[^/]*\.js/, () => page.keyboard.press('Control+k'), /./],
    [/\/shortcuts-dialog-[^/]*\.js/, () => page.keyboard.press('?'), /./],
  ]
  // Some are fetched ahead, so they must be missing from the beginning.
  for (const [chunk] of parts) await page.route(chunk, (route) => route.abort())
  await page.reload()
  await hydrated(page)
  await toastsReady(page)
  for (const [chunk, ask, name] of parts) {
    await ask()
    await page.getByText('The server cannot be reached.').waitFor()
    expect(await page.getByRole('dialog').count()).toBe(0)
    const again = page.getByRole('button', { name: 'Try again' })
    await again.click()
    // It cannot be reached still: the first message goes, another one says so.
    await page.locator('[data-sonner-toast][data-removed=true]').waitFor({ state: 'detached' })
    await again.waitFor()
    expect(await card(page, 'Far away').isVisible()).toBe(true)
    await page.unroute(chunk)
    await again.click()
    await page.getByRole('dialog', { name }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    // A message that still fades must not be taken for the next part's.
    await expect.poll(() => page.locator('[data-sonner-toast]').count(), { timeout: 30_000 }).toBe(0)
  }
})

test('the calendar shows a post on its own day and lets it be moved; the past is asked about', async () => {
  const row = await makePost(owner, teamId, { title: 'Slot' })
  const month = new Date().toISOString().slice(0, 7)
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1))
    .toISOString()
    .slice(0, 7)
  const at = Date.parse(`${next}-10T09:00+09:00`)
  await setPost(owner, row.id, { sendLocal: `${next}-10T09:00`, sendZone: 'Asia/Seoul', sendAt: at })
  const look = { expectErrors: [/409/] }
  const [mine, hers] = [
    await plan(owner, `calendar?month=${next}`, look),
    await plan(mina, `calendar?month=${next}`),
  ]
  const day = (page: Page, date: string) => page.locator(`[data-group="${date}"]`)
  await day(mine, `${next}-10`).getByText('Slot').waitFor()
  await ready(mine)
  await card(mine, 'Slot').dragTo(day(mine, `${next}-17`))
  await day(hers, `${next}-17`).getByText('Slot').waitFor()
  expect(await rowOf(owner, row.id)).toMatchObject({ sendLocal: `${next}-17T09:00`, sendZone: 'Asia/Seoul' })

  await mine.goto(`/w/${owner.workspaceSlug}/calendar?month=${month}`)
  await setPost(owner, row.id, { sendLocal: `${month}-28T09:00`, sendAt: Date.parse(`${month}-28T00:00Z`) })
  await mine.reload()
  await ready(mine)
  await card(mine, 'Slot').dragTo(day(mine, `${month}-01`))
  await mine.getByText('Move it to a time that has passed?').waitFor()
  await mine.getByRole('button', { name: 'Move it' }).click()
  await day(mine, `${month}-01`).getByText('Slot').waitFor()
})

test('a channel’s own time stands on its own day, for both at once, by mouse and by keyboard', async () => {
  const [blog, press] = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const row = await makePost(owner, teamId, { title: 'Launch', channelIds: [blog, press] })
  const month = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 7)
  const slot = { sendLocal: `${month}-10T09:00`, sendZone: 'UTC', sendAt: Date.parse(`${month}-10T09:00Z`) }
  await setPost(owner, row.id, slot)
  const [mine, hers] = [
    await plan(owner, `calendar?month=${month}`),
    await plan(mina, `calendar?month=${month}`),
  ]
  const on = (page: Page, day: string) => page.locator(`[data-group="${month}-${day}"] [data-card]`)
  const marks = (page: Page, day: string) => on(page, day).getByRole('img', { name: 'Practice' }).count()
  await on(mine, '10').waitFor()
  await ready(mine)
  await ready(hers)
  // By keyboard: the menu of the card, its time, one channel.
  await on(mine, '10').getByRole('link').focus()
  await mine.keyboard.press('Shift+F10')
  await mine.getByRole('menuitem', { name: 'Move to' }).click()
  const dialog = mine.getByRole('dialog')
  await dialog.getByLabel('What').selectOption({ index: 2 })
  await dialog.getByLabel('Day and time').fill(`${month}-12T11:30`)
  await dialog.getByRole('button', { name: 'Save the time' }).click()
  for (const page of [mine, hers]) {
    await on(page, '12').getByText('Launch').waitFor()
    expect(await on(page, '12').locator('time').textContent()).toBe('11:30')
    expect(await on(page, '10').count()).toBe(1)
    await expect.poll(() => Promise.all([marks(page, '10'), marks(page, '12')])).toEqual([1, 1])
  }
  expect(await mine.getByText('1 post this month').count()).toBe(1)
  // She drags it to another day: the channel goes then, the post stays.
  await on(hers, '12').dragTo(hers.locator(`[data-group="${month}-18"]`))
  for (const page of [mine, hers]) {
    await on(page, '18').getByText('Launch').waitFor()
    expect(await on(page, '10').count()).toBe(1)
  }
  expect(await rowOf(owner, row.id)).toMatchObject(slot)
  // By mouse: with the post again.
  await on(mine, '18').click({ button: 'right' })
  await mine.getByRole('menuitem', { name: 'Move to' }).click()
  await mine.getByRole('button', { name: 'With the post again' }).click()
  await on(hers, '18').waitFor({ state: 'detached' })
  expect(await on(hers, '10').count()).toBe(1)
})

test('a card’s menu comes on its right button and on the menu key, at the card; Esc comes back to it', async () => {
  await makePost(owner, teamId, { title: 'Near' })
  const other = await makePost(owner, teamId, { title: 'Far' })
  const page = await plan(owner)
  await card(page, 'Near').click({ button: 'right', position: { x: 40, y: 10 } })
  await page.getByRole('menuitem', { name: 'Archive' }).waitFor()
  // One menu: another card's takes its place.
  await card(page, 'Far').click({ button: 'right', position: { x: 40, y: 10 } })
  const menu = page.getByRole('menu')
  const [at, pressed] = [() => menu.boundingBox(), await card(page, 'Far').boundingBox()]
  await expect.poll(async () => ((await at())?.y ?? 0) >= (pressed?.y ?? Number.NaN)).toBe(true)
  await expect.poll(() => menu.evaluate((one) => one.contains(document.activeElement))).toBe(true)
  expect(await menu.count()).toBe(1)
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Far')
  await page.keyboard.press('ContextMenu')
  const box = await card(page, 'Far').boundingBox()
  await menu.waitFor()
  await expect
    .poll(async () => Math.abs(((await menu.boundingBox())?.y ?? 0) - ((box?.y ?? 0) + (box?.height ?? 0))))
    .toBeLessThan(12)
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await card(page, 'Far').waitFor({ state: 'detached' })
  expect((await rowOf(owner, other.id)).archivedAt).not.toBeNull()
})

test('in Korean on a phone: one column at a time, moved without dragging', async () => {
  await makePost(owner, teamId, { title: '가을 예고', stage: 'draft' })
  const page = await plan(mina, 'board', { width: 360, locale: 'ko' })
  await page.context().addCookies([{ name: 'hubbub_locale', value: 'ko', url: server.url }])
  await page.reload()
  await page.getByRole('button', { name: /초안/ }).tap()
  await card(page, '가을 예고').waitFor()
  expect(await column(page, '아이디어').isVisible()).toBe(false)
  await page.getByRole('button', { name: '“가을 예고” 더 보기' }).tap()
  await page.getByRole('menuitem', { name: '옮기기…' }).tap()
  await page.getByRole('dialog').getByRole('button', { name: '아이디어' }).tap()
  await page
    .getByRole('button', { name: /아이디어/ })
    .first()
    .tap()
  await column(page, '아이디어').getByText('가을 예고').waitFor()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(wide).toBe(false)
})

test('a campaign is made from the palette’s command and is at once on everybody’s list', async () => {
  const [mine, hers] = [await plan(owner, 'campaigns'), await plan(mina, 'campaigns')]
  await mine.getByText('No campaign yet.').waitFor()
  await mine.getByRole('button', { name: 'New campaign' }).first().click()
  await mine.getByLabel('Name').fill('Refill week')
  await mine.getByRole('button', { name: 'Create the campaign' }).click()
  await hers.getByRole('link', { name: 'Refill week' }).waitFor()
})

test('Enter opens a card, the other sees on it who has it open, Esc comes back to it', async () => {
  const row = await makePost(owner, teamId, { title: 'Read me' })
  const [mine, hers] = [await plan(owner), await plan(mina)]
  await card(mine, 'Read me').getByRole('link').focus()
  await mine.keyboard.press('Enter')
  await mine.waitForURL(`**/board/post/${row.id}`)
  await card(hers, 'Read me').getByRole('img', { name: 'Olivia Owner' }).waitFor()
  await mine.getByRole('dialog').waitFor()
  await mine.keyboard.press('Escape')
  await mine.waitForURL('**/board')
})

test('who listens instead of looking is told what others do, in their language, and nothing of their own acts', async () => {
  const minji = await server.member(owner, 'editor', { name: '김민지', locale: 'ko' })
  const row = await makePost(mina, teamId, { title: 'Spring sale' })
  const others = []
  for (let i = 0; i < 5; i++) others.push(await makePost(mina, teamId, { title: `Post ${i}` }))
  const [english, korean, own] = [
    await plan(owner),
    await plan(minji, 'board', { locale: 'ko' }),
    await plan(mina),
  ]
  const said = (page: Page) =>
    page.locator('[aria-live=polite]', { hasText: /Spring sale|posts? changed|게시물/ }).allTextContents()
  const pages = [english, korean, own]
  await Promise.all(pages.map((page) => card(page, 'Spring sale').waitFor()))
  const to = (one: typeof row, stage: 'idea' | 'draft') =>
    movePost(mina, { id: one.id, from: { stage: one.stage, rank: one.rank }, to: { stage, rank: one.rank } })
  await to(row, 'draft')
  await expect.poll(() => said(english)).toEqual(['Mina Kim moved “Spring sale” to Draft'])
  await expect.poll(() => said(korean)).toEqual(['Mina Kim 님이 “Spring sale” 게시물을 초안 단계로 옮겼어요'])
  for (const one of others) await to(one, 'draft')
  await expect.poll(() => said(english)).toEqual(['5 posts changed'])
  await expect.poll(() => said(korean)).toEqual(['게시물 5개가 바뀌었어요'])
  expect(await said(own)).toEqual([])
})
