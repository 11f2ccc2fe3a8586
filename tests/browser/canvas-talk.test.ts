import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import { startCanvasThread } from '#server/comment/start-canvas-thread.ts'
import { readCanvasThreads } from '#server/comment/thread.reads.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { accessFaults } from '../support/axe.ts'
import { closePages, type Look, openPage } from '../support/browser.ts'
import { enterCanvas, object } from '../support/canvas-page.ts'
import { type TestServer, testServer } from '../support/server.ts'

/** Discussions on objects of a canvas, between several people. */
let server: TestServer
let owner: Ctx
let mina: Ctx
let vera: Ctx
let id: string
beforeAll(async () => {
  server = await testServer()
}, 240_000)
beforeEach(async () => {
  const made = await server.workspace('Nordlicht')
  owner = made.owner
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
  vera = await server.member(owner, 'viewer', { name: 'Vera' })
  const at = { kind: 'note', y: 0, w: 200, h: 140, z: 'a0', hue: 2 }
  const objects = { a: { ...at, x: 0, text: 'Lanterns' }, b: { ...at, x: 320, text: 'Bridge' } }
  const input = { name: 'Ideas', teamId: made.teamId, objects }
  id = (await createCanvas(owner, parseInput(createCanvas.input, input))).id
})
afterEach(closePages)
afterAll(() => server.drop())

const enter = (who: Ctx, look?: Look, query?: string) => enterCanvas(server, who, id, { look, query })
/** In a discussion, not in the box in which it was written. */
const said = (page: Page, text: string) => panel(page).getByRole('article').getByText(text)
const panel = (page: Page) => page.getByRole('complementary', { name: 'Comments' })

test('two discuss a note, a reader joins; resolved, reopened, removed, brought back: everybody sees it', async () => {
  const [mine, hers, theirs] = [await enter(owner), await enter(mina), await enter(vera)]
  await object(mine, 'Lanterns').click()
  await mine.keyboard.press('c')
  const box = panel(mine).getByRole('textbox', { name: 'Comment on this' })
  await box.fill('Paper or glass, @Min')
  await mine.getByRole('option', { name: /Mina Kim/ }).click()
  await box.press('Control+Enter')
  await said(mine, 'Paper or glass').waitFor()

  // Hers is a mark on the note, and a line behind the bell that leads to it.
  const mark = (page: Page) => page.getByRole('button', { name: '1 open comment: Note: Lanterns' })
  await mark(hers).click()
  await panel(hers).getByRole('button', { name: 'Reply' }).click()
  await panel(hers).getByRole('textbox', { name: 'Reply' }).fill('Paper, they float')
  await hers.keyboard.press('Control+Enter')
  await said(mine, 'Paper, they float').waitFor()

  // A reader comments, but changes nothing.
  await object(theirs, 'Bridge').click()
  await theirs.getByRole('button', { name: 'Comment', exact: true }).click()
  await panel(theirs).getByRole('textbox', { name: 'Comment on this' }).fill('Which one?')
  await theirs.keyboard.press('Control+Enter')
  await mine.getByRole('button', { name: '1 open comment: Note: Bridge' }).waitFor()
  await hers.getByRole('button', { name: 'Comments: 2 open' }).waitFor()

  await panel(hers).getByRole('button', { name: 'Resolve' }).click()
  await mark(mine).waitFor({ state: 'detached' })
  await panel(mine).getByText('Resolved by Mina Kim').waitFor()
  await panel(mine).getByRole('button', { name: 'Reopen' }).click()
  await mark(hers).waitFor()

  // The note goes, what was said stays; with an undo it is on the note again. A copy has none of it.
  await object(mine, 'Lanterns').click()
  await mine.keyboard.press('Control+d')
  await expect.poll(() => object(hers, 'Lanterns').count()).toBe(2)
  expect(await mark(mine).count()).toBe(1)
  await mine.keyboard.press('Control+z')
  await expect.poll(() => object(hers, 'Lanterns').count()).toBe(1)
  await object(mine, 'Lanterns').click()
  await mine.keyboard.press('Delete')
  await panel(mine).getByRole('region', { name: 'On what was removed' }).getByText('Paper or glass').waitFor()
  await mark(hers).waitFor({ state: 'detached' })
  await mine.keyboard.press('Control+z')
  await mark(hers).waitFor()

  // It stays with the note when that becomes a post.
  await object(mine, 'Lanterns').click()
  await mine.getByRole('button', { name: 'Make it a post' }).click()
  await hers.getByRole('button', { name: '1 open comment: Post: Lanterns' }).waitFor()
})

test('a notification leads to the discussion; keys alone do for it; nothing for axe, in either look, on a phone', async () => {
  const about = { kind: 'object' as const, what: 'note' as const, words: 'Bridge' }
  const talk = { canvasId: id, on: { key: 'b', about }, mentionIds: [mina.memberId ?? ''] }
  await startCanvasThread(owner, { ...talk, body: 'The old one?' })
  const gone = { key: 'gone', about: { ...about, words: 'Fireworks' } }
  await startCanvasThread(vera, { ...talk, on: gone, body: 'Too loud', mentionIds: [] })
  const [thread] = await readCanvasThreads(mina, id)
  const page = await openPage(server, mina, `/w/${mina.workspaceSlug}/canvas`)
  await page.getByRole('button', { name: /^Notifications/ }).click()
  await page.getByRole('link', { name: 'Olivia Owner mentioned you in “Ideas”' }).click()
  await page.waitForURL(new RegExp(`thread=${thread?.id}`))
  await panel(page).getByText('The old one?').waitFor()
  await page.getByRole('toolbar', { name: '1 object chosen' }).waitFor()
  await page.keyboard.press('Escape')
  await panel(page).waitFor({ state: 'detached' })
  // Back on the object: on to another discussion of it by one key.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-id'))).toBe('b')
  await page.keyboard.press('c')
  const box = panel(page).getByRole('textbox', { name: 'Comment on this' })
  await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.keyboard.type('Or the new one?')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '2 open comments: Note: Bridge' }).waitFor()
  await panel(page).getByRole('button', { name: 'Show 1 other' }).click()
  await panel(page).getByText('This was removed from the canvas.').waitFor()
  expect(await accessFaults(page)).toEqual([])

  for (const look of [
    { width: 360, height: 740, locale: 'ko' },
    { width: 1024, height: 740, dark: true },
  ] as Look[]) {
    const other = await enter(vera, look, `?thread=${thread?.id}`)
    await other.locator('[data-talk]').getByText('The old one?').waitFor()
    expect(await accessFaults(other)).toEqual([])
    const wide = await other.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(wide).toBeLessThanOrEqual(0)
  }
})
