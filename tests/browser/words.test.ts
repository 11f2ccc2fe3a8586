import { createClient, type Json } from '@liveblocks/client'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { textSum } from '#app/draft/words.rules.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { readDraft } from '#server/post/draft.reads.ts'
import { closePages, openPage } from '../support/browser.ts'
import { type DraftScene, draftScene, field, TEXT, text } from '../support/draft-scene.ts'
import { testPost } from '../support/planned-post.ts'
import { until } from '../support/presence-harness.ts'

let server: DraftScene['server']
let owner: Ctx
let mina: Ctx
let bo: Ctx
let teamId: string
let channelId: string
beforeAll(async () => {
  ;({ server, owner, mina, bo, teamId, channelId } = await draftScene())
  await until(() => server.app.presence.state() === 'up', 20_000)
})
afterEach(closePages)
afterAll(() => server.drop())

const make = () => testPost(bo, teamId, [channelId], TEXT)
const path = (postId: string) => `/w/${owner.workspaceSlug}/post/${postId}`
const savedText = async (postId: string) => (await readDraft(owner, postId)).post.text

/** Holds every save of this window back until the returned function is called. */
async function holdSaves(page: Page): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/act/post.edit', async (route) => {
    await released
    await route.continue().catch(() => undefined)
  })
  return release
}

/** Notes every text the field shows, and when, epoch ms. */
const watch = (page: Page) =>
  page.evaluate(() => {
    const seen: { text: string; at: number }[] = []
    Object.assign(window, { seen })
    const look = () => {
      const now = document.querySelector<HTMLTextAreaElement>('[data-draft-text]')?.value ?? ''
      if (seen.at(-1)?.text !== now) seen.push({ text: now, at: Date.now() })
      requestAnimationFrame(look)
    }
    look()
  })
const seen = (page: Page) =>
  page.evaluate(() => (window as unknown as { seen: { text: string; at: number }[] }).seen)

test('words appear while the saved text is still older, with the writer’s caret, and never go back', async () => {
  const postId = await make()
  const writer = await openPage(server, bo, path(postId))
  const reader = await openPage(server, mina, path(postId))
  const release = await holdSaves(writer)
  await writer.getByRole('button', { name: 'Write', exact: true }).click()
  await reader.getByText('Bo Larsen is writing').waitFor()
  await field(writer).press('End')
  await reader.locator(`[data-writer-caret="${TEXT.length}"]`).waitFor()
  expect(await reader.locator('[data-writer-caret]').textContent()).toBe('Bo Larsen')

  await Promise.all([watch(reader), watch(writer)])
  await field(writer).pressSequentially(' Come', { delay: 40 })
  await expect.poll(() => text(reader)).toBe(`${TEXT} Come`)
  expect(await savedText(postId)).toBe(TEXT)
  release()
  await field(writer).pressSequentially(' by, all of you, from Monday on! 와 주세요 🌞', { delay: 40 })
  const whole = `${TEXT} Come by, all of you, from Monday on! 와 주세요 🌞`
  await expect.poll(() => text(reader)).toBe(whole)
  await expect.poll(() => savedText(postId)).toBe(whole)
  await writer.locator('[data-save=saved]').waitFor()
  expect(await text(reader)).toBe(whole)

  const [wrote, saw] = [await seen(writer), await seen(reader)]
  const lengths = saw.map((one) => one.text.length)
  expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
  for (const one of saw) expect(whole.startsWith(one.text)).toBe(true)
  // From the writer's screen to the reader's: without the room it would be a save later.
  const late = saw.slice(1).map((one) => one.at - (wrote.find((w) => w.text === one.text)?.at ?? one.at))
  const middle = late.sort((a, b) => a - b)[Math.floor(late.length / 2)] ?? 0
  expect(saw.length).toBeGreaterThan(10)
  expect(middle).toBeLessThan(1_500)
})

test('who comes later sees the saved text, then the words; without the room there are the saves and a notice', async () => {
  const postId = await make()
  const writer = await openPage(server, bo, path(postId))
  const release = await holdSaves(writer)
  await writer.getByRole('button', { name: 'Write', exact: true }).click()
  await writer.getByText('You are writing').waitFor()
  await field(writer).press('End')
  await field(writer).pressSequentially(' Early.')
  const reader = await openPage(server, mina, path(postId))
  await expect.poll(() => text(reader)).toBe(`${TEXT} Early.`)
  expect(await savedText(postId)).toBe(TEXT)

  const cut = await openPage(server, mina, path(await make()), {
    expectErrors: [/403/, /Liveblocks/, /forbidden/i],
  })
  await cut.route('**/presence/auth', (route) => route.fulfill({ status: 403, body: '{}' }))
  await cut.goto(path(postId))
  await cut.getByText('the words come with each save').waitFor()
  expect(await text(cut)).toBe(TEXT)
  release()
  await expect.poll(() => text(cut)).toBe(`${TEXT} Early.`)
})

/** Somebody's own program in the draft's room, with the token the server gives them. */
function program(who: Ctx, postId: string) {
  const client = createClient({
    baseUrl: server.url,
    throttle: 16,
    authEndpoint: async (room) => {
      const response = await fetch(`${server.url}/w/${owner.workspaceSlug}/presence/auth`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: server.url,
          cookie: await server.cookieFor(who),
        },
        body: JSON.stringify({ room }),
      })
      return (await response.json()) as { token: string }
    },
    polyfills: {
      WebSocket: class extends WebSocket {
        constructor(url: string) {
          super(url, { origin: server.url })
        }
      } as never,
    },
  })
  return client.enterRoom(`${owner.workspaceId}:draft:${postId}`, { initialPresence: {} })
}

test('words forged by a member without the pen or by a viewer are seen by nobody', async () => {
  const postId = await make()
  const mallory = await server.member(owner, 'editor', { name: 'Mallory' })
  const viewer = await server.member(owner, 'viewer', { name: 'Vera' })
  const writer = await openPage(server, bo, path(postId))
  const reader = await openPage(server, mina, path(postId))
  await writer.getByRole('button', { name: 'Write', exact: true }).click()
  await reader.getByText('Bo Larsen is writing').waitFor()
  await field(writer).press('End')
  await reader.locator('[data-writer-caret]').waitFor()
  await Promise.all([watch(reader), watch(writer)])

  const forged = 'Our stores are closing.'
  const { revision } = (await readDraft(owner, postId)).post
  const frame = (n: number): Json => ({
    kind: 'words',
    n,
    place: 'all',
    base: revision,
    patch: { at: 0, del: TEXT.length, ins: forged },
    sum: textSum(forged),
    caret: 3,
    memberId: bo.memberId,
  })
  const rooms = [program(mallory, postId), program(viewer, postId)]
  const heard: unknown[] = []
  const listener = program(mina, postId)
  listener.room.subscribe('event', ({ user, event }) => heard.push([user?.id, event]))
  for (const { room } of [...rooms, listener]) await expect.poll(() => room.getStatus()).toBe('connected')
  await expect.poll(() => listener.room.getOthers().length).toBeGreaterThanOrEqual(2)
  for (let n = 1000; n < 1005; n++) for (const { room } of rooms) room.broadcastEvent(frame(n))
  // It did travel, under its sender's own name, and only the member's: a viewer's stops at the gateway.
  await expect.poll(() => heard.filter((one) => JSON.stringify(one).includes(forged)).length).toBe(5)
  expect(heard.every((one) => !JSON.stringify(one).includes(`"${viewer.memberId}",{`))).toBe(true)
  await field(writer).press('End')
  await field(writer).pressSequentially(' True.')
  await expect.poll(() => text(reader)).toBe(`${TEXT} True.`)
  for (const page of [reader, writer])
    for (const one of await seen(page)) expect(one.text.includes('closing')).toBe(false)
  for (const one of [...rooms, listener]) one.leave()
})

test('a comment begun on words hangs on them although the writer goes on before them', async () => {
  const postId = await testPost(bo, teamId, [channelId], 'Some tea, more tea.')
  const writer = await openPage(server, bo, path(postId))
  const reader = await openPage(server, mina, path(postId))
  await field(writer).press('Control+Home')
  await field(writer).pressSequentially('We ')
  await expect.poll(() => text(reader)).toBe('We Some tea, more tea.')
  await field(reader).evaluate((area: HTMLTextAreaElement) => {
    area.focus()
    area.setSelectionRange(18, 21)
  })
  await reader.getByRole('toolbar').waitFor()
  await reader.keyboard.press('c')
  await reader.getByPlaceholder('Comment on “tea”').waitFor()
  await reader.keyboard.type('Which one?')
  await field(writer).pressSequentially('always like our tea. ')
  await expect.poll(() => text(reader)).toContain('like our tea. Some')
  await reader.keyboard.press('Control+Enter')
  await expect
    .poll(async () => (await readDraft(owner, postId)).threads[0]?.anchor, { timeout: 15_000 })
    .toMatchObject({ start: 39, quote: 'tea', gone: false })
  await expect
    .poll(() => reader.evaluate(() => document.activeElement?.hasAttribute('data-draft-text')))
    .toBe(true)
})
