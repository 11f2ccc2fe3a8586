import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import { newestSnapshot } from '#server/canvas/load-canvas.ts'
import { unpackObjects } from '#server/canvas/pack.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { closePages, type Look } from '../support/browser.ts'
import { enterCanvas, note, object } from '../support/canvas-page.ts'
import { type TestServer, testServer } from '../support/server.ts'

let server: TestServer
let owner: Ctx
let mina: Ctx
let teamId: string
beforeAll(async () => {
  server = await testServer()
}, 240_000)
beforeEach(async () => {
  ;({ owner, teamId } = await server.workspace('Nordlicht'))
  mina = await server.member(owner, 'editor', { name: 'Mina Kim' })
})
afterEach(closePages)
afterAll(() => server.drop())

/** The machine may be busy. */
const SLOW = { timeout: 15_000 }
const make = (objects: object = {}) =>
  createCanvas(owner, parseInput(createCanvas.input, { name: 'Ideas', teamId, objects }))
const enter = (who: Ctx, id: string, look?: Look) => enterCanvas(server, who, id, { look })
async function kept(id: string): Promise<Record<string, { x: number; y: number; w?: number; h?: number }>> {
  await server.canvases?.round()
  const newest = await newestSnapshot(owner.store.read, owner.workspaceId, id)
  return unpackObjects(newest!.packed)
}
const zoomOf = (page: Page) =>
  page
    .locator('.react-flow__viewport')
    .evaluate((view) => new DOMMatrix(getComputedStyle(view as HTMLElement).transform).a)

/** Drags an object by so much of the canvas; does something before it is let go. */
async function dragBy(page: Page, text: string, by: { x: number; y: number }, held?: () => Promise<void>) {
  const box = await object(page, text).boundingBox()
  const zoom = await zoomOf(page)
  if (!box) throw new Error(`no ${text}`)
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 5, y + 5)
  await page.mouse.move(x + by.x * zoom, y + by.y * zoom, { steps: 6 })
  await held?.()
  await page.mouse.up()
}

test('what is moved snaps into line with what is near, for everybody; with Ctrl it goes where it is put', async () => {
  const { id } = await make({ a: note('Stays'), b: note('Moves', { x: 37, y: 300, z: 'a1' }) })
  const [mine, hers] = [await enter(owner, id), await enter(mina, id)]
  // Four px beside the other's edge.
  await dragBy(mine, 'Moves', { x: -33, y: 40 }, async () => {
    await mine.locator('[data-guide=x]').first().waitFor()
    expect(await hers.locator('[data-guide]').count()).toBe(0)
  })
  expect(await mine.locator('[data-guide]').count()).toBe(0)
  await expect.poll(async () => (await kept(id)).b?.x, SLOW).toBe(0)
  await object(hers, 'Moves').waitFor()
  await mine.keyboard.press('Control+z')
  await expect.poll(async () => (await kept(id)).b?.x, SLOW).toBe(37)
  await mine.keyboard.press('Escape')
  await dragBy(mine, 'Moves', { x: -33, y: 40 }, async () => {
    await mine.keyboard.down('Control')
    const box = await object(mine, 'Moves').boundingBox()
    await mine.mouse.move((box?.x ?? 0) + 101, (box?.y ?? 0) + 71)
    await mine.mouse.move((box?.x ?? 0) + 103, (box?.y ?? 0) + 71)
    expect(await mine.locator('[data-guide]').count()).toBe(0)
  })
  await mine.keyboard.up('Control')
  await expect.poll(async () => (await kept(id)).b?.x, SLOW).not.toBe(37)
  expect((await kept(id)).b?.x).not.toBe(0)
})

test('an edge that is pulled snaps into line with what is near; with Ctrl it does not', async () => {
  const { id } = await make({ a: note('Stays', { x: 300 }), b: note('Grows', { y: 300, z: 'a1' }) })
  const page = await enter(owner, id)
  await object(page, 'Grows').click()
  const pull = async (far: number, held: (x: number, y: number) => Promise<void>) => {
    const box = await object(page, 'Grows').locator('.canvas-handle.bottom.right').boundingBox()
    const zoom = await zoomOf(page)
    if (!box) throw new Error('no handle')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + far * zoom, y + 20 * zoom, { steps: 6 })
    await held(x + far * zoom, y + 20 * zoom)
    await page.mouse.up()
  }
  // Three px short of the other's left edge.
  await pull(97, () => page.locator('[data-guide=x]').first().waitFor())
  expect(await page.locator('[data-guide]').count()).toBe(0)
  await expect.poll(async () => (await kept(id)).b, SLOW).toMatchObject({ x: 0, w: 300, h: 160 })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await kept(id)).b, SLOW).toMatchObject({ w: 200, h: 140 })
  await pull(97, async (x, y) => {
    await page.keyboard.down('Control')
    await page.mouse.move(x + 1, y)
    await expect.poll(() => page.locator('[data-guide]').count()).toBe(0)
  })
  await page.keyboard.up('Control')
  await expect.poll(async () => (await kept(id)).b?.h, SLOW).toBe(160)
  expect((await kept(id)).b?.w).not.toBe(300)
})

test('two align, group and copy; a pasted list becomes notes; an older state comes back for both', async () => {
  const { id } = await make({ a: note('One'), b: note('Two', { x: 260, y: 90, z: 'a1' }) })
  const [mine, hers] = [await enter(owner, id), await enter(mina, id)]
  await mine.keyboard.press('Control+a')
  await mine.getByRole('button', { name: 'Align tops' }).click()
  await expect.poll(async () => (await kept(id)).b?.y, SLOW).toBe(0)
  await mine.getByRole('button', { name: 'Group', exact: true }).click()
  await hers.locator(`[data-chosen-by="${owner.memberId}"]`).first().waitFor()
  await object(hers, 'One').click()
  await hers.getByRole('button', { name: 'Ungroup' }).waitFor()

  await mine.keyboard.press('Escape')
  await mine.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '- Lanterns\n- Fog\n- Tea at night')
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  for (const text of ['Lanterns', 'Fog', 'Tea at night']) await object(hers, text).waitFor()
  await mine.keyboard.press('Control+z')
  await object(hers, 'Fog').waitFor({ state: 'detached' })
  await mine.keyboard.press('Control+Shift+z')
  await object(hers, 'Fog').waitFor()
  expect(Object.keys(await kept(id))).toHaveLength(5)

  await mine.getByRole('button', { name: 'More about Ideas' }).click()
  await mine.getByRole('menuitem', { name: 'History' }).click()
  await mine.getByRole('button', { name: 'Bring back' }).last().click()
  await object(hers, 'Fog').waitFor({ state: 'detached' })
  await hers.getByText('brought an older state of this canvas back', { exact: false }).waitFor()
  await expect.poll(async () => Object.keys(await kept(id)).length, SLOW).toBe(2)
})

test('one finds the way: fit, overview, a picture of it all as PNG and SVG', async () => {
  const { id } = await make({ a: note('Left one'), b: note('Right one', { x: 600, z: 'a1' }) })
  const page = await enter(owner, id)
  const overview = page.getByRole('img', { name: 'Overview' })
  await overview.waitFor({ state: 'hidden' })
  const pane = page.locator('.react-flow__pane')
  await pane.hover()
  await page.mouse.wheel(3_000, 0)
  await overview.waitFor()
  await page.keyboard.press('1')
  await overview.waitFor({ state: 'hidden' })
  await pane.hover()
  await page.mouse.wheel(0, 3_000)
  await overview.click({ position: { x: 88, y: 8 } })
  await expect
    .poll(async () => ((await object(page, 'Left one').boundingBox())?.y ?? -1) > 0, SLOW)
    .toBe(true)
  for (const [name, magic] of [
    ['Save as PNG', '\u0089PNG'],
    ['Save as SVG', '<svg'],
  ] as const) {
    await page.getByRole('button', { name: 'More about Ideas' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name }).click(),
    ])
    const parts: Buffer[] = []
    for await (const part of await file.createReadStream()) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(magic)
    if (magic === '<svg') expect(bytes.toString()).toContain('Right one')
  }
})

test('an empty canvas says what to do; on a phone every tool fits and is put away by a second press', async () => {
  const { id } = await make()
  const page = await enter(owner, id, { width: 360 })
  await page.getByText('Nothing on this canvas yet.').waitFor()
  const tools = page.getByRole('toolbar', { name: 'Tools' })
  expect(await tools.evaluate((bar) => bar.scrollWidth - bar.clientWidth)).toBe(0)
  const frame = tools.getByRole('button', { name: 'Frame' })
  await frame.tap()
  await page.locator('[data-tool=frame]').waitFor()
  await page.getByText('Nothing on this canvas yet.').waitFor({ state: 'detached' })
  await frame.tap()
  expect(await page.locator('[data-tool]').count()).toBe(0)
  await page.getByRole('button', { name: 'Retrospective' }).tap()
  await object(page, 'Went well').first().waitFor()
  await page.getByRole('button', { name: 'Show everything' }).tap()
  await page.getByRole('button', { name: 'Undo what I did' }).tap()
  await page.getByText('Nothing on this canvas yet.').waitFor()
})
