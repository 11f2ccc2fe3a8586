import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { missed } from '../event/missed.ts'
import { readBoard } from './card.reads.ts'
import { movePost } from './move-post.ts'
import { LONGEST_RANK, rankBetween, spreadBetween, withinReach } from './rank.rules.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const END = `z${'z'.repeat(26)}`
const titles = async (ctx: Ctx) => (await readBoard(ctx)).map(({ title }) => title)
/** Moves a post as a client that saw this `rank` of it. */
const put = async (ctx: Ctx, id: string, to: string, beside: object = {}, seen?: string) => {
  const { rank, stage } = await rowOf(ctx, id)
  return movePost(ctx, { id, from: { stage, rank: seen ?? rank }, to: { stage, rank: to, ...beside } })
}
async function cards(count: number) {
  const { owner, teamId } = await core.workspace()
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push((await makePost(owner, teamId, { title: String(i) })).id)
  return { owner, teamId, ids }
}
const ranksOf = async (ctx: Ctx) => (await readBoard(ctx)).map(({ rank }) => rank)

it('lets nobody use up the ends: a rank far past them is the end itself', async () => {
  const { owner, teamId, ids } = await cards(3)
  const [a = '', b = ''] = ids
  for (let i = 0; i < 27; i++) {
    await put(owner, i % 2 ? a : b, `z${'z'.repeat(26)}${'z'.repeat(i)}`)
    await put(owner, i % 2 ? b : a, `A${'0'.repeat(26)}${'V'.repeat(i + 1)}`)
  }
  for (const rank of await ranksOf(owner)) expect(rank.length).toBeLessThan(12)
  const last = await makePost(owner, teamId, { title: 'last' })
  expect(last.rank.length).toBeLessThan(12)
  expect(await codeOf(put(owner, a, rankBetween(last.rank, null)))).toBe('done')
  expect((await titles(owner)).slice(-2)).toEqual(['last', '0'])
})

it('mends a column whose end was used up before', async () => {
  const { owner, ids } = await cards(4)
  await setPost(owner, ids[3] ?? '', { rank: `${END}${'z'.repeat(150)}` })
  await setPost(owner, ids[2] ?? '', { rank: END })
  const order = await titles(owner)
  expect(await codeOf(put(owner, ids[0] ?? '', END))).toBe('done')
  const asked = rankBetween((await ranksOf(owner)).at(-1) ?? null, null)
  const move = put(owner, ids[1] ?? '', asked.slice(0, 200))
  expect(await codeOf(move)).toBe('done')
  expect(new Set(await titles(owner))).toEqual(new Set(order))
  for (const rank of await ranksOf(owner)) expect(rank.length).toBeLessThanOrEqual(LONGEST_RANK)
})

it('lets two take turns at one place for ever: every card stands where it was put, and ranks stay short', async () => {
  const { owner, ids } = await cards(12)
  const [top = '', ...rest] = ids
  const expected = ['0', ...rest.map((_, i) => String(i + 1))]
  for (let i = 0; i < 60; i++) {
    const id = rest[i % rest.length] ?? ''
    const all = (await readBoard(owner)).filter((one) => one.id !== id)
    const rank = rankBetween(all[0]?.rank ?? null, all[1]?.rank ?? null)
    await put(owner, id, rank, { above: top, below: all[1]?.id })
    const title = String(ids.indexOf(id))
    expected.splice(expected.indexOf(title), 1)
    expected.splice(1, 0, title)
    expect(await titles(owner)).toEqual(expected)
  }
  for (const rank of await ranksOf(owner)) expect(rank.length).toBeLessThanOrEqual(LONGEST_RANK)
})

it('keeps what two do at once where they put it, though their neighbours were spread out in between', async () => {
  const { owner, teamId, ids } = await cards(6)
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  const [a = '', b = '', c = '', d = '', e = ''] = ids
  // As close as may be: a, then b, c, d with no short rank between them.
  const near = (await rowOf(owner, a)).rank
  for (const [id, tail] of [
    [b, 'V1'],
    [c, 'V2'],
    [d, 'V3'],
  ] as const)
    await setPost(owner, id, { rank: `${near}${'0'.repeat(LONGEST_RANK - 10)}${tail}` })
  const seen = await readBoard(mina)
  const rankOf = (id: string) => seen.find((one) => one.id === id)?.rank ?? ''
  // Mina has taken c and lets it go between d and the next, and e between b and c, as she saw them.
  const ahead = rankBetween(rankOf(a), rankOf(b))
  await put(owner, ids[5] ?? '', ahead, { above: a, below: b })
  expect((await rowOf(owner, b)).rank).not.toBe(rankOf(b))
  expect(await titles(owner)).toEqual(['0', '5', '1', '2', '3', '4'])
  expect(await codeOf(put(mina, e, rankBetween(rankOf(b), rankOf(c)), { above: b, below: c }))).toBe('done')
  expect(await titles(owner)).toEqual(['0', '5', '1', '4', '2', '3'])
  const after = rankBetween(rankOf(d), null)
  expect(await codeOf(put(mina, c, after, { above: d, below: null }, rankOf(c)))).toBe('done')
  expect(await titles(owner)).toEqual(['0', '5', '1', '4', '3', '2'])
  // Who has really been moved is told of as ever.
  expect(await codeOf(put(owner, c, after, {}, rankOf(c)))).toBe('post.movedMeanwhile')
  // Everybody hears of the new ranks, and who hears nothing of a team hears nothing of its cards.
  const far = await core.member(owner, 'editor', { narrowedTo: [await core.team(owner, 'Far')] })
  const told = async (ctx: Ctx) => {
    const log = await missed(core.app, ctx, 0)
    return 'events' in log
      ? log.events.filter((one) => 'type' in one && one.type === 'post.spread').length
      : -1
  }
  expect([(await told(mina)) > 2, await told(far)]).toEqual([true, 0])
  expect(teamId).toBeTruthy()
})

it('writes no more anew than is close: a few cards on top of each other do not move a whole board', async () => {
  const { owner, ids } = await cards(150)
  const middle = (await rowOf(owner, ids[75] ?? '')).rank
  const close = ids.slice(76, 96)
  for (const [i, id] of close.entries())
    await setPost(owner, id, { rank: `${middle}${'0'.repeat(LONGEST_RANK - 10)}${10 + i}V` })
  const order = await titles(owner)
  const seen = (await rowOf(owner, close[9] ?? '')).rank
  const was = new Map((await readBoard(owner)).map(({ id, rank }) => [id, rank]))
  const moved = ids[149] ?? ''
  await put(owner, moved, `${seen}${'V'.repeat(20)}`)
  const now = await readBoard(owner)
  const others = now.filter(({ id }) => id !== moved)
  expect(others.map(({ title }) => title)).toEqual(order.filter((title) => title !== '149'))
  const anew = others.filter(({ id, rank }) => was.get(id) !== rank).length
  expect([anew >= 16, anew <= 64]).toEqual([true, true])
})

it('keeps any order whatever is asked for', async () => {
  const { owner, ids } = await cards(5)
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const tail = fc.string({ unit: fc.constantFrom(...digits), maxLength: 170 })
  const ask = fc.record({
    who: fc.nat(4),
    head: fc.constantFrom('a0', 'a1', 'Zz', 'b00', END, `A${'0'.repeat(26)}`),
    tail,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(ask, { minLength: 1, maxLength: 6 }), async (asks) => {
      for (const { who, head, tail } of asks) {
        const id = ids[who] ?? ''
        const before = (await readBoard(owner)).filter((one) => one.id !== id)
        const to = `${head}${tail}V`
        const done = await codeOf(put(owner, id, to))
        expect(['done', 'request.invalid']).toContain(done)
        const now = await readBoard(owner)
        // The others keep their order, and it stands among them where the rank says.
        expect(now.filter((one) => one.id !== id).map((one) => one.id)).toEqual(before.map((one) => one.id))
        const under = before.filter((one) => one.rank < to).length
        if (done === 'done' && !before.some((one) => one.rank === to))
          expect(now.findIndex((one) => one.id === id)).toBe(under)
        for (const { rank } of now) expect(rank.length).toBeLessThanOrEqual(LONGEST_RANK)
        const [first, last] = [now[0]?.rank ?? '', now.at(-1)?.rank ?? '']
        expect(rankBetween(last, null).length).toBeLessThanOrEqual(2 * LONGEST_RANK)
        expect(rankBetween(null, first).length).toBeLessThanOrEqual(2 * LONGEST_RANK)
      }
    }),
    { numRuns: 12 },
  )
})

it('knows what is near, and when there is no room', () => {
  expect(withinReach('a5', 'a0', 'a1')).toBe('a5')
  expect(withinReach(END, 'a0', 'a1') < 'a4').toBe(true)
  expect(withinReach(`A${'0'.repeat(26)}1`, 'a0', 'a1') > 'Zx').toBe(true)
  expect(withinReach(END, null, null).length).toBeLessThan(12)
  expect(spreadBetween('a0', `a0${'0'.repeat(90)}1`, 3)).toBeNull()
  expect(spreadBetween('a1', 'a1', 1)).toBeNull()
  expect(spreadBetween('a0', 'a1', 3)).toEqual([...(spreadBetween('a0', 'a1', 3) ?? [])].sort())
})
