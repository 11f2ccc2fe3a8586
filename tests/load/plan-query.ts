/**
 * What the board and a month cost the database when there are ten years of posts instead of one: 5,000 posts in twelve
 * months around today, beside a workspace with 45,000 more that went out in the nine years before. Both are read by
 * turns, as a page reads them.
 */
import type { Ctx } from '#server/core/ctx.ts'
import { readBoard } from '#server/post/card.reads.ts'
import { readDays } from '#server/post/month.reads.ts'
import { addDays, dayKey } from '#server/time/calendar.rules.ts'
import { testCore } from '../support/core.ts'
import { median, print, smoke } from './figure.ts'
import { plantPosts } from './server/plant-posts.ts'

const A_YEAR = smoke ? 200 : 5_000
const TURNS = smoke ? 2 : 25
/** Half a year, and a year, days. */
const [HALF, WHOLE] = [182, 365]

const core = await testCore()
const today = dayKey(core.app.now(), 'UTC')
const begin = addDays(today, -HALF)

async function workspace(name: string, years: number): Promise<Ctx> {
  const { owner, teamId } = await core.workspace(name)
  const posts = A_YEAR / 2
  await plantPosts(owner, teamId, { posts, from: begin, to: addDays(today, -1), published: true })
  await plantPosts(owner, teamId, { posts, from: today, to: addDays(today, HALF) })
  if (years === 1) return owner
  const earlier = { from: addDays(begin, -(years - 1) * WHOLE), to: addDays(begin, -1) }
  await plantPosts(owner, teamId, { posts: (years - 1) * A_YEAR, ...earlier, published: true })
  return owner
}

const [young, old] = [await workspace('Young', 1), await workspace('Old', 10)]
const reads = {
  board: readBoard,
  // Six weeks, as a month shows.
  month: (ctx: Ctx) => readDays(ctx, addDays(today, -34), addDays(today, 7)),
}
for (const [name, read] of Object.entries(reads)) {
  const times = new Map<Ctx, number[]>([
    [young, []],
    [old, []],
  ])
  const cards = new Set<number>()
  for (let turn = -2; turn < TURNS; turn++)
    for (const [ctx, list] of times) {
      const start = performance.now()
      cards.add((await read(ctx)).length)
      if (turn >= 0) list.push(performance.now() - start)
    }
  const [count = 0, other] = cards
  if (other !== undefined) throw new Error(`the ${name} has ${count} cards of one year, ${other} of ten`)
  print({ name: `plan.query.${name}.cards`, value: count, unit: 'cards' })
  const [limit, value] = [young, old].map((ctx) => median(times.get(ctx) ?? []))
  print({ name: `plan.query.${name}`, value: value ?? Number.NaN, unit: 'ms', limit, goal: 1.2 })
}
await core.drop()
process.exit(0)
