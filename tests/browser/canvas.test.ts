import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createCanvas } from '#server/canvas/create-canvas.ts'
import { newestSnapshot } from '#server/canvas/load-canvas.ts'
import { unpackObjects } from '#server/canvas/pack.ts'
import { snapshotCanvas } from '#server/canvas/snapshot-canvas.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { parseInput } from '#server/core/verb.ts'
import { archivePost } from '#server/post/archive-post.ts'
import { readBoard } from '#server/post/card.reads.ts'
import { closePages, LOST_CONNECTION, type Look, openPage } from '../support/browser.ts'
import { enterCanvas, note, object } from '../support/canvas-page.ts'
import { drag, makePost, rowOf } from '../support/posts.ts'
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
const write = async (page: Page, text: string, at: { x: number; y: number }) => {
  await page.keyboard.press('n')
  await page.locator('[data-tool=note]').click({ position: at })
  await page.getByRole('textbox', { name: 'Note' }).fill(text)
  await page.keyboard.press('Escape')
}
const kept = async (id: string) => {
  const newest = await newestSnapshot(owner.store.read, owner.workspaceId, id)
  return Object.values(await unpackObjects(newest!.packed))
}

test('the first canvas is made from a template; two write on it at once and see each other', async () => {
  const mine = await openPage(server, owner, `/w/${owner.workspaceSlug}/canvas`)
  await mine.getByText('No canvas yet.').waitFor()
  await mine.keyboard.press('c')
  await mine.getByText('Campaign kick-off').click()
  await mine.getByRole('button', { name: 'Make the canvas' }).click()
  await mine.waitForURL(/\/canvas\/[\w-]{36}$/)
  await mine.locator('[data-canvas][data-ready]').waitFor()
  await object(mine, 'Goal').first().waitFor()
  const id = mine.url().split('/').at(-1) ?? ''
  const hers = await enter(mina, id)
  await object(hers, 'The one sentence that must stay in mind.').waitFor()
  await write(mine, 'Lanterns on the bridge', { x: 300, y: 560 })
  await object(hers, 'Lanterns on the bridge').waitFor()
  // I see what she sees, from the first moment, until my own hand moves the view.
  const view = (page: Page) =>
    page
      .locator('.react-flow__viewport')
      .evaluate((one) => new DOMMatrix(getComputedStyle(one as HTMLElement).transform).f)
  await mine.locator('.react-flow__pane').hover({ position: { x: 20, y: 20 } })
  await mine.mouse.wheel(0, 400)
  const same = async () => Math.abs((await view(mine)) - (await view(hers))) < 4
  await expect.poll(same, SLOW).toBe(false)
  await mine.getByRole('button', { name: 'Mina Kim' }).click()
  await mine.getByText('You follow Mina Kim.').waitFor()
  await expect.poll(same, SLOW).toBe(true)
  await hers.locator('.react-flow__pane').hover({ position: { x: 20, y: 20 } })
  await hers.mouse.wheel(0, -300)
  await expect.poll(same, SLOW).toBe(true)
  await mine.locator('.react-flow__pane').hover({ position: { x: 20, y: 20 } })
  await mine.mouse.wheel(0, 300)
  await mine.getByText('You follow Mina Kim.').waitFor({ state: 'detached' })
  for (const page of [mine, hers]) await page.keyboard.press('1')
  await hers.mouse.move(400, 400)
  await hers.mouse.move(430, 420, { steps: 4 })
  await mine.locator(`[data-cursor="${mina.memberId}"]`).waitFor()

  // She moves it, I write in it: both happen.
  await object(hers, 'Lanterns on the bridge').click()
  await mine.locator(`[data-chosen-by="${mina.memberId}"]`).waitFor()
  await hers.keyboard.press('Shift+ArrowRight')
  await object(mine, 'Lanterns on the bridge').dblclick()
  await mine.keyboard.type(', at dusk')
  await object(hers, 'Lanterns on the bridge, at dusk').waitFor()
  await mine.keyboard.press('Escape')

  // Undo is one's own: hers is the move, mine the words.
  await mine.keyboard.press('Control+z')
  await expect
    .poll(() => object(hers, 'Lanterns on the bridge').textContent(), SLOW)
    .toBe('Lanterns on the bridge')
  await server.canvases?.round()
  const before = (await kept(id)).find((one) => 'text' in one && one.text.startsWith('Lanterns'))
  await hers.keyboard.press('Control+z')
  await expect
    .poll(async () => {
      await server.canvases?.round()
      const now = (await kept(id)).find((one) => 'text' in one && one.text.startsWith('Lanterns'))
      return now && before ? before.x - now.x : null
    }, SLOW)
    .toBe(64)

  // The list shows it as a picture of what was kept last, and who is on it; an empty one has none.
  await make()
  await mine.goto(`/w/${owner.workspaceSlug}/canvas`)
  const [drawn, empty] = ['Campaign kick-off', 'Ideas'].map((name) =>
    mine.locator('main li', { has: mine.getByRole('link', { name }) }),
  )
  const picture = drawn?.locator('img[src*="/canvas/picture/"]')
  await picture?.waitFor()
  await expect
    .poll(() => picture?.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth), SLOW)
    .toBeGreaterThan(100)
  const svg = await mine.request.get((await picture?.getAttribute('src')) ?? '')
  expect(await svg.text()).toMatch(/<rect.+<rect/)
  await drawn?.getByRole('img', { name: 'Mina Kim' }).waitFor()
  expect(await empty?.locator('img[src*="/canvas/picture/"]').count()).toBe(0)
})

test('a note becomes a post; its card stands there for both and moves on by itself', async () => {
  const { id } = await make({ a: note('Teaser for autumn\nLeaves, slowly.') })
  const [mine, hers] = [await enter(owner, id), await enter(mina, id)]
  await object(mine, 'Teaser for autumn').click()
  await mine.getByRole('button', { name: 'Make it a post' }).click()
  const card = hers.locator('[data-post]', { hasText: 'Teaser for autumn' })
  await card.getByText('Idea').waitFor()
  expect(await object(hers, 'Leaves, slowly.').count()).toBe(0)
  const postId = (await card.getAttribute('data-post')) ?? ''
  const row = await rowOf(owner, postId)
  expect(row).toMatchObject({
    title: 'Teaser for autumn',
    text: 'Teaser for autumn\nLeaves, slowly.',
    teamId,
  })
  await drag(owner, row, { stage: 'draft' })
  for (const page of [mine, hers]) await page.locator('[data-post]').getByText('Draft').waitFor()

  // Undone, archived meanwhile and done again with the same words, it is another post, and one can see it.
  await archivePost(owner, { id: postId })
  await mine.keyboard.press('Control+z')
  await object(mine, 'Leaves, slowly.').click()
  await mine.getByRole('button', { name: 'Make it a post' }).click()
  const again = mine.locator('[data-post]', { hasText: 'Teaser for autumn' })
  await again.getByText('Idea').waitFor()
  expect(await again.getAttribute('data-post')).not.toBe(postId)

  // Another one drops in by search.
  await makePost(owner, teamId, { title: 'Winter market' })
  await hers.keyboard.press('p')
  await hers.getByLabel('Words of the title').fill('winter')
  await hers.getByRole('button', { name: /Winter market/ }).click()
  await mine.locator('[data-post]', { hasText: 'Winter market' }).waitFor()
})

test('a note that two make a post of before either hears of the other becomes one post', async () => {
  const { id } = await make({ n: note('Lanterns on the bridge') })
  const pages = [await enter(owner, id), await enter(mina, id)]
  // Both requests are on their way before the first is answered.
  let asked = 0
  let go = () => {}
  const both = new Promise<void>((resolve) => {
    go = resolve
  })
  for (const page of pages) {
    await page.route('**/act/post.create', async (route) => {
      if (++asked === 2) go()
      await both
      await route.continue()
    })
    await object(page, 'Lanterns on the bridge').click()
  }
  await Promise.all(pages.map((page) => page.getByRole('button', { name: 'Make it a post' }).click()))
  const seen = pages.map((page) => page.locator('[data-post]', { hasText: 'Lanterns on the bridge' }))
  const [first, second] = await Promise.all(seen.map((card) => card.getAttribute('data-post')))
  expect(first).toBe(second)
  expect((await readBoard(owner)).map(({ title }) => title)).toEqual(['Lanterns on the bridge'])
})

test('a reader looks on but changes nothing; a stranger is not let in', async () => {
  const { id } = await make({ a: note('As it is') })
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const page = await enter(viewer, id)
  await page.getByText('You can look around and copy.').waitFor()
  expect(await page.getByRole('button', { name: 'Note', exact: true }).count()).toBe(0)
  await object(page, 'As it is').click()
  await page.keyboard.press('Delete')
  await page.keyboard.press('ArrowRight')
  await object(page, 'As it is').dblclick()
  expect(await page.getByRole('textbox').count()).toBe(0)
  await page.keyboard.press('n')
  expect(await page.locator('[data-tool]').count()).toBe(0)
  await server.canvases?.round()
  expect(await kept(id)).toMatchObject([{ text: 'As it is', x: 0 }])

  const other = await server.workspace('Other')
  const stranger = await openPage(server, other.owner, `/w/${other.owner.workspaceSlug}/canvas/${id}`, {
    expectErrors: [/404/],
  })
  await stranger.getByText('As it is').waitFor({ state: 'detached' })
  expect(await stranger.locator('[data-canvas]').count()).toBe(0)
})

test('what is done while the presence server restarts is not lost', async () => {
  const { id } = await make({ a: note('Before') })
  const look = { expectErrors: [LOST_CONNECTION, /503/] }
  const [mine, hers] = [await enter(owner, id, look), await enter(mina, id, look)]
  await object(hers, 'Before').waitFor()
  process.kill(server.app.presence.stats().childPid!, 'SIGKILL')
  await expect.poll(() => server.app.presence.state(), { timeout: 10_000, interval: 10 }).not.toBe('up')
  await write(mine, 'While it was away', { x: 200, y: 200 })
  await write(hers, 'Hers, meanwhile', { x: 700, y: 200 })
  for (const page of [mine, hers])
    for (const text of ['Before', 'While it was away', 'Hers, meanwhile'])
      await object(page, text).waitFor({ timeout: 30_000 })
  await expect
    .poll(
      async () => {
        await server.canvases?.round()
        return (await kept(id)).length
      },
      { timeout: 15_000 },
    )
    .toBe(3)
})

test('a note that goes while one writes in it: what one goes on to type is no command, and it can be put back', async () => {
  const { id } = await make({ a: note('Before') })
  await snapshotCanvas(owner, { id, label: 'Before' })
  const [mine, hers] = [await enter(owner, id), await enter(mina, id)]
  await hers.keyboard.press('n')
  await hers.locator('[data-tool=note]').click({ position: { x: 300, y: 560 } })
  await hers.keyboard.type('Lanterns')
  await object(mine, 'Lanterns').waitFor()
  // The newest state can be brought back, too: nobody has kept what came since.
  await mine.getByRole('button', { name: 'More about Ideas' }).click()
  await mine.getByRole('menuitem', { name: 'History' }).click()
  await mine
    .getByRole('listitem')
    .filter({ hasText: 'Before' })
    .getByRole('button', { name: 'Bring back' })
    .click()
  await hers.getByText('What you were writing in was removed').waitFor()
  await hers.keyboard.type(' and paper')
  await hers.keyboard.press('Backspace')
  expect(await hers.getByRole('dialog').count()).toBe(0)
  expect(await hers.locator('[data-tool]').count()).toBe(0)
  await hers.getByRole('button', { name: 'Put it back' }).click()
  await object(mine, 'Lanterns').waitFor()
  expect(await object(mine, 'Before').count()).toBe(1)
})

test('a canvas that is archived while another has it open is looked at, brought back, and duplicated', async () => {
  const { id } = await make({ a: note('First') })
  const [mine, hers] = [await enter(owner, id), await enter(mina, id)]
  const choose = async (what: string) => {
    await mine.getByRole('button', { name: 'More about Ideas' }).click()
    await mine.getByRole('menuitem', { name: what }).click()
  }
  await choose('Archive')
  await mine.getByRole('dialog').getByRole('button', { name: 'Archive' }).click()
  await mine.waitForURL(/\/canvas$/)
  await hers.getByText('This canvas was archived.').waitFor()
  await hers.keyboard.press('n')
  expect(await hers.locator('[data-tool]').count()).toBe(0)
  // It is there after a reload, too.
  await hers.reload()
  await object(hers, 'First').waitFor()
  await hers.getByText('This canvas was archived.').waitFor()
  await mine.getByText('Archived: 1').click()
  await mine.getByRole('link', { name: 'Ideas' }).waitFor()
  await mine.getByRole('button', { name: 'Undo' }).click()
  await mine.getByText('Archived: 1').waitFor({ state: 'detached' })
  await hers.getByText('This canvas was archived.').waitFor({ state: 'detached' })
  await expect
    .poll(async () => {
      await hers.keyboard.press('n')
      return hers.locator('[data-tool=note]').count()
    }, SLOW)
    .toBe(1)
  await hers.locator('[data-tool=note]').click({ position: { x: 300, y: 560 } })
  await hers.getByRole('textbox', { name: 'Note' }).fill('Second')
  await hers.keyboard.press('Escape')
  await mine.getByRole('link', { name: 'Ideas' }).click()
  await object(mine, 'Second').waitFor()
  await choose('Duplicate')
  await mine
    .getByRole('heading', { name: 'Ideas (copy)' })
    .or(mine.getByText('Ideas (copy)'))
    .first()
    .waitFor()
  await object(mine, 'Second').waitFor()
  expect(mine.url()).not.toContain(id)
})

test('it is worked by keys alone: tab, choose, move, group, lock, duplicate, delete, undo', async () => {
  const { id } = await make({ a: note('One'), b: note('Two', { x: 300, z: 'a1' }) })
  const page = await enter(owner, id)
  const now = async () => {
    await server.canvases?.round()
    return kept(id)
  }
  await object(page, 'One').focus()
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(async () => (await now()).find((one) => 'text' in one && one.text === 'One')?.y, SLOW)
    .toBe(8)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note' }).fill('One and a half')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+g')
  await expect.poll(async () => new Set((await now()).map((one) => one.group)).size, SLOW).toBe(1)
  await page.keyboard.press('Control+d')
  await expect.poll(async () => (await now()).length, SLOW).toBe(4)
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await now()).length, SLOW).toBe(2)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await now()).length, SLOW).toBe(4)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('l')
  await page.keyboard.press('Delete')
  await page.keyboard.press('ArrowUp')
  expect((await now()).length).toBe(4)

  // What is put down by keys stands in the middle; an arrow runs between the two that are chosen.
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note' }).fill('By keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Note' }).fill('And beside it')
  await page.keyboard.press('Escape')
  await object(page, 'By keys').focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('a')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await now()).find((one) => one.kind === 'arrow'), SLOW)
    .toMatchObject({
      fromId: expect.any(String),
      toId: expect.any(String),
    })
  // The arrows move the view when nothing is chosen; Tab brings what it comes to back into it.
  await page.keyboard.press('Escape')
  await object(page, 'By keys').focus()
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  const left = async () => (await object(page, 'By keys').boundingBox())?.x ?? 0
  const [before] = [await left()]
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowLeft')
  expect(await left()).toBe(before + 1_600)
  await object(page, 'By keys').focus()
  await expect.poll(left, SLOW).toBeLessThan(1_100)
  // What has no key of its own is in the palette.
  const lefts = async () => new Set((await now()).flatMap((one) => (one.kind === 'note' ? one.x : []))).size
  expect(await lefts()).toBeGreaterThan(1)
  await page.keyboard.press('Control+a')
  await page.keyboard.press('l')
  await page.keyboard.press('l')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('align left')
  await page.getByRole('dialog').getByText('Canvas: align left').click()
  await expect.poll(lefts, SLOW).toBe(1)
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('Canvas: group').waitFor()
})

test('a frame takes along what lies on it, a group moves as one, and a drag is one step to undo', async () => {
  const frame = {
    kind: 'frame',
    x: 0,
    y: 0,
    w: 500,
    h: 300,
    z: 'a0',
    title: 'Autumn',
    campaignId: null,
    hue: 2,
  }
  const { id } = await make({
    '0': frame,
    a: note('On it', { x: 40, y: 80, z: 'a1' }),
    b: note('Mate', { x: 560, y: 80, z: 'a2', group: 'g' }),
    c: note('Other mate', { x: 560, y: 260, z: 'a3', group: 'g' }),
  })
  const page = await enter(owner, id)
  const places = async () => {
    await server.canvases?.round()
    return (await kept(id)).map(({ x, y }) => [x, y])
  }
  const move = async (text: string, at: { x: number; y: number }) => {
    const box = await object(page, text).first().boundingBox()
    if (!box) throw new Error('not there')
    await page.mouse.move(box.x + at.x, box.y + at.y)
    await page.mouse.down()
    await page.mouse.move(box.x + at.x - 30, box.y + at.y - 20, { steps: 4 })
    await page.mouse.move(box.x + at.x - 60, box.y + at.y - 40, { steps: 4 })
    await page.mouse.up()
  }
  const before = await places()
  await move('Autumn', { x: 100, y: 12 })
  await expect.poll(async () => (await places())[1]?.[0] !== before[1]?.[0], SLOW).toBe(true)
  const [f, a, b, c] = await places()
  expect([(f?.[0] ?? 0) + 0, (f?.[1] ?? 0) + 0]).toEqual([(a?.[0] ?? 0) - 40, (a?.[1] ?? 0) - 80])
  expect([b, c]).toEqual([before[2], before[3]])
  await page.keyboard.press('Control+z')
  await expect.poll(places, SLOW).toEqual(before)
  await move('Mate', { x: 100, y: 120 })
  await expect.poll(async () => (await places())[2]?.[1] !== before[2]?.[1], SLOW).toBe(true)
  const after = await places()
  expect((after[3]?.[1] ?? 0) - (after[2]?.[1] ?? 0)).toBe(180)
  expect(after.slice(0, 2)).toEqual(before.slice(0, 2))

  // A rectangle drawn within the frame takes what lies there, not the frame; a drawn line is chosen by a press on it.
  await page.keyboard.press('Escape')
  const onIt = await object(page, 'On it').boundingBox()
  if (!onIt) throw new Error('not there')
  await page.mouse.move(onIt.x - 20, onIt.y - 10)
  await page.mouse.down()
  await page.mouse.move(onIt.x + 40, onIt.y + 40, { steps: 4 })
  await page.mouse.up()
  const bar = page.getByRole('toolbar', { name: '1 object chosen' })
  await bar.getByRole('button', { name: 'Make it a post' }).waitFor()
  await page.keyboard.press('d')
  const start = { x: onIt.x, y: onIt.y + onIt.height + 150 }
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 120, start.y, { steps: 6 })
  await page.mouse.up()
  await bar.waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.mouse.click(start.x + 60, start.y)
  await bar.waitFor()
  await page.keyboard.press('Delete')
  await expect.poll(async () => (await places()).length, SLOW).toBe(4)
})
