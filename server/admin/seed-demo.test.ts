import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { channel, delivery, event, post, practiceEntry, snapshot, user, workspace } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { channelIo } from '../channel/channel-io.ts'
import type { Ctx } from '../core/ctx.ts'
import { practice } from '../network/practice/practice.ts'
import { readBoard } from '../post/card.reads.ts'
import { readDraft } from '../post/draft.reads.ts'
import { readHistory } from '../post/history.reads.ts'
import { stageOfPost } from '../post/stage.rules.ts'
import { openDemo } from '../workspace/open-demo.ts'

let core: TestCore
let demo: Ctx
beforeAll(async () => {
  core = await testCore()
  const userId = newId()
  demo = await openDemo(core.app, { userId, name: 'Robin', before: account(userId) }, null)
})
afterAll(() => core.drop())

const account = (id: string) => async (db: Parameters<Parameters<Ctx['store']['write']>[0]>[0]) => {
  const row = { id, email: `${id}@example.org`, name: 'Robin', zone: 'UTC', locale: 'en' as const }
  await db.insert(user).values({ ...row, createdAt: 0 })
}
const rowsOf = async <T extends typeof post | typeof delivery | typeof channel | typeof practiceEntry>(
  table: T,
) =>
  demo.store.read
    .select()
    .from(table as typeof post)
    .where(eq((table as typeof post).workspaceId, demo.workspaceId)) as unknown as Promise<
    T['$inferSelect'][]
  >

it('makes a company that looks lived in', async () => {
  const [house] = await demo.store.read.select().from(workspace).where(eq(workspace.id, demo.workspaceId))
  expect(house).toMatchObject({ demo: true, name: 'Norrow Tea' })
  const stages = Map.groupBy(await rowsOf(post), (row) => row.stage)
  for (const stage of ['idea', 'draft', 'in_review', 'approved', 'scheduled', 'published'] as const)
    expect(stages.get(stage)?.length, stage).toBeGreaterThan(4)
  const states = new Set((await rowsOf(delivery)).map((row) => row.state))
  expect([...states].sort()).toEqual(['expired', 'failed', 'planned', 'sent'])
  const [figures] = await demo.store.read
    .select({ n: count() })
    .from(snapshot)
    .where(eq(snapshot.workspaceId, demo.workspaceId))
  expect(figures?.n).toBeGreaterThan(5_000)
})

it('plans nothing in the past and sent nothing in the future', async () => {
  for (const row of await rowsOf(delivery)) {
    if (row.state === 'planned') expect(row.dueAt).toBeGreaterThan(demo.now())
    if (row.state === 'sent') expect(row.sentAt).toBeLessThan(demo.now())
  }
})

it('has posts of which a channel goes out at a time of its own', async () => {
  const variants = await demo.store.read.query.variant.findMany({
    where: (one, { eq }) => eq(one.workspaceId, demo.workspaceId),
  })
  const slots = new Map((await rowsOf(delivery)).map((row) => [row.variantId, row.dueAt]))
  const posts = new Map((await rowsOf(post)).map((row) => [row.id, row.sendAt]))
  const apart = variants.filter((one) => one.sendAt !== null)
  expect(apart.length).toBeGreaterThan(1)
  for (const one of apart) {
    expect(slots.get(one.id)).toBe(one.sendAt)
    expect(posts.get(one.postId)).not.toBe(one.sendAt)
  }
})

it('gives every post the stage of its least advanced variant', async () => {
  const rows = new Map((await rowsOf(post)).map((row) => [row.id, row]))
  const variants = await demo.store.read.query.variant.findMany({
    where: (one, { eq }) => eq(one.workspaceId, demo.workspaceId),
  })
  for (const [id, own] of Map.groupBy(variants, (one) => one.postId))
    expect(rows.get(id)?.stage).toBe(
      stageOfPost(
        'idea',
        own.map((one) => one.stage),
      ),
    )
})

it('writes a log without gaps, in the order of time', async () => {
  const rows = await demo.store.read
    .select({ n: event.n, at: event.at })
    .from(event)
    .where(eq(event.workspaceId, demo.workspaceId))
    .orderBy(event.n)
  expect(rows.map((row) => row.n)).toEqual(rows.map((_, index) => index + 1))
  const times = rows.map((row) => row.at)
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(times.at(-1)).toBeLessThan(demo.now())
})

it('tells each published post’s whole way in its history, in order', async () => {
  const published = (await rowsOf(post)).filter((row) => row.stage === 'published')
  for (const row of published) {
    const { lines } = await readHistory(demo, row.id)
    const keys = lines.map((line) => line.key).reverse()
    expect(keys[0], row.title).toBe('created')
    expect(keys, row.title).toContain('scheduled')
    expect(keys, row.title).toContain('sent')
    expect(keys.lastIndexOf('scheduled'), row.title).toBeLessThan(keys.indexOf('sent'))
    expect(keys, row.title).not.toContain('other')
    if (keys.includes('approved')) expect(keys.indexOf('submitted')).toBeLessThan(keys.indexOf('approved'))
  }
  expect(published.length).toBeGreaterThan(20)
})

it('has posts that came back from review with a reason, and wait to be reworked', async () => {
  const returned = (await rowsOf(post)).filter(({ title }) => RETURNED.includes(title))
  expect(returned).toHaveLength(RETURNED.length)
  for (const row of returned) {
    const { lines } = await readHistory(demo, row.id)
    expect(lines[0], row.title).toMatchObject({ key: 'changesRequested' })
    expect(lines[0]?.quote?.length, row.title).toBeGreaterThan(40)
    const { variants } = await readDraft(demo, row.id)
    expect(variants.map(({ stage, approval }) => [stage, approval.state, approval.voided])).toEqual(
      variants.map(() => ['draft', 'changes', false]),
    )
  }
})
const RETURNED = ['Where to refill', '틴 되가져오기: 서울은 언제?']

it('draws a board', async () => {
  const cards = await readBoard(demo)
  expect(cards.length).toBeGreaterThan(90)
  expect(cards.filter((card) => card.cover).length).toBeGreaterThan(30)
  expect(cards.filter((card) => card.trouble).length).toBe(3)
})

it('is known to the practice network: nothing new to fetch, figures that only rise', async () => {
  const [row] = await rowsOf(channel)
  if (!row) throw new Error('no channel')
  const io = channelIo(core.app, row)
  const page = await practice.ingest(row.ingestCursor?.at ?? null, io)
  expect(page.items).toEqual([])
  const entries = (await rowsOf(practiceEntry)).filter(
    (one) => one.pageId === row.remoteId && one.kind === 'post',
  )
  const counts = await practice.metrics(
    entries.map((one) => one.id),
    io,
  )
  expect(counts.length).toBe(entries.length)
  expect(Math.min(...counts.map((one) => one.values.likes ?? 0))).toBeGreaterThan(0)
  expect((await practice.profile(io)).followers).toBeGreaterThan(3_000)
})

it('may be planted twice', async () => {
  const userId = newId()
  const second = await openDemo(core.app, { userId, name: 'Robin', before: account(userId) }, null)
  expect(second.workspaceSlug).not.toBe(demo.workspaceSlug)
})

it('leaves nothing when it breaks off half-way, and works the next time', async () => {
  const count_ = async () => {
    const { read } = core.app.store
    const [houses, people] = [await read.select().from(workspace), await read.select().from(user)]
    return { houses: houses.length, people: people.length }
  }
  const before = await count_()
  const userId = newId()
  let writes = 0
  const breaking: typeof core.app = {
    ...core.app,
    store: {
      close: core.app.store.close,
      native: core.app.store.native,
      read: core.app.store.read,
      write: (work) =>
        core.app.store.write((db) =>
          work(
            new Proxy(db, {
              get(target, key) {
                if (key === 'insert' && ++writes > 40) throw new Error('the power went')
                const value = Reflect.get(target, key)
                return typeof value === 'function' ? value.bind(target) : value
              },
            }),
          ),
        ),
    },
  }
  const owner = { userId, name: 'Robin', before: account(userId) }
  await expect(openDemo(breaking, owner, null)).rejects.toThrow('the power went')
  expect(await count_()).toEqual(before)
  const again = await openDemo(core.app, owner, null)
  expect((await readBoard(again)).length).toBeGreaterThan(50)
})
