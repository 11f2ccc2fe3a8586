import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { delivery, type post, variant } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { readDays } from './month.reads.ts'
import { reschedulePost } from './reschedule-post.ts'
import { rescheduleVariant } from './reschedule-variant.ts'
import { slotsOf } from './slots.rules.ts'

let core: TestCore
const NOW = Date.parse('2026-03-20T12:00Z')
beforeAll(async () => {
  core = await testCore()
  core.setNow(NOW)
})
afterAll(() => core.drop())

type Input = Parameters<typeof rescheduleVariant>[1]
type Row = typeof post.$inferSelect
const NONE = { sendLocal: null, sendZone: null }
const at = (local: string, zone = 'UTC') => ({ local, zone })
const retime = (
  ctx: Ctx,
  row: Row,
  channelIds: string[],
  to: Input['to'],
  from: Input['from'] = NONE,
  confirmed = false,
) => rescheduleVariant(ctx, { postId: row.id, channelIds, from, to, confirmed })

/** A post at 10:00 UTC on 25 March for two channels. */
async function planned() {
  const { owner, teamId } = await core.workspace()
  const a = await makeChannel(owner, teamId)
  const b = await makeChannel(owner, teamId)
  const made = await makePost(owner, teamId, { channelIds: [a, b] })
  const to = at('2026-03-25T10:00')
  await reschedulePost(owner, { id: made.id, from: NONE, to, confirmed: false })
  return { owner, teamId, a, b, row: await rowOf(owner, made.id) }
}
const slots = async (ctx: Ctx, from: string, to = from) =>
  (await readDays(ctx, from, to)).flatMap(slotsOf).map((slot) => [slot.sendLocal, slot.channelIds])

it('a channel goes at its own time, is seen there, and goes with the post again', async () => {
  const { owner, a, b, row } = await planned()
  await retime(owner, row, [b], { day: '2026-04-30' })
  expect(await slots(owner, '2026-03-01', '2026-05-01')).toEqual([
    ['2026-03-25T10:00', [a]],
    ['2026-04-30T10:00', [b]],
  ])
  // Seen on its day, though the post itself is not of that month.
  const [card] = await readDays(owner, '2026-04-20', '2026-05-03')
  expect(card?.own).toMatchObject([{ channelId: b, sendLocal: '2026-04-30T10:00', sendZone: 'UTC' }])
  const own = { sendLocal: '2026-04-30T10:00', sendZone: 'UTC' }
  await retime(owner, row, [b], null, own)
  const [back] = await readDays(owner, '2026-03-01', '2026-05-01')
  expect(back).toMatchObject({ own: null, channelIds: expect.arrayContaining([a, b]) })
  expect(await readDays(owner, '2026-04-20', '2026-05-03')).toEqual([])
})

it.each([
  ['2026-04-01T00:00', 'Pacific/Kiritimati', true],
  ['2026-04-30T23:59', 'Pacific/Pago_Pago', true],
  ['2026-03-31T23:59', 'Pacific/Pago_Pago', false],
  ['2026-05-01T00:00', 'Pacific/Kiritimati', false],
])('is in the month of its own zone: %s %s', async (local, zone, inside) => {
  const { owner, b, row } = await planned()
  await retime(owner, row, [b], { local, zone })
  expect(await readDays(owner, '2026-04-01', '2026-04-30')).toHaveLength(inside ? 1 : 0)
})

it('takes its planned delivery along and leaves the others’', async () => {
  const { owner, a, b, row } = await planned()
  await setPost(owner, row.id, { stage: 'scheduled' })
  const here = eq(variant.workspaceId, owner.workspaceId)
  const variants = await owner.store.read.select().from(variant).where(here)
  const slot = Date.parse('2026-03-25T10:00Z')
  await owner.store.write((db) =>
    db
      .insert(delivery)
      .values(
        variants.map((one) => ({
          id: `d-${one.id}`,
          workspaceId: owner.workspaceId,
          postId: row.id,
          variantId: one.id,
          channelId: one.channelId,
          versionHash: 'h',
          dueAt: slot,
          tryAt: slot,
          state: 'planned' as const,
          createdAt: NOW,
          updatedAt: NOW,
        })),
      )
      .then(() => undefined),
  )
  const due = async (channelId: string) => {
    const of = and(eq(delivery.workspaceId, owner.workspaceId), eq(delivery.channelId, channelId))
    const [found] = await owner.store.read.select({ dueAt: delivery.dueAt }).from(delivery).where(of)
    return found?.dueAt
  }
  await retime(owner, row, [b], { day: '2026-03-28' })
  expect([await due(a), await due(b)]).toEqual([slot, Date.parse('2026-03-28T10:00Z')])
  // The post moves; the one apart stays.
  const from = { sendLocal: row.sendLocal, sendZone: row.sendZone }
  await reschedulePost(owner, { id: row.id, from, to: { day: '2026-03-26' }, confirmed: false })
  expect([await due(a), await due(b)]).toEqual([
    Date.parse('2026-03-26T10:00Z'),
    Date.parse('2026-03-28T10:00Z'),
  ])
  // With the post again: at the post's slot.
  await retime(owner, row, [b], null, { sendLocal: '2026-03-28T10:00', sendZone: 'UTC' })
  expect(await due(b)).toBe(Date.parse('2026-03-26T10:00Z'))
  const writer = await core.member(owner, 'editor')
  const teamless = await core.member(owner, 'agent')
  expect(await codeOf(retime(writer, row, [b], { day: '2026-03-29' }))).toBe('done')
  expect(await codeOf(retime(teamless, row, [b], null))).toBe('request.forbidden')
})

it('asks about the past, lets the first of two win, and refuses what is not there', async () => {
  const { owner, a, b, row } = await planned()
  expect(await codeOf(retime(owner, row, [b], at('2026-03-19T10:00')))).toBe('post.timePast')
  expect(await codeOf(retime(owner, row, [b], at('2026-03-20T12:03')))).toBe('post.timeSoon')
  expect(await codeOf(retime(owner, row, [b], at('2026-03-20T12:03'), NONE, true))).toBe('done')
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const own = { sendLocal: '2026-03-20T12:03', sendZone: 'UTC' }
  await retime(mina, row, [b], { day: '2026-03-27' }, own)
  await expect(retime(owner, row, [b], { day: '2026-03-30' }, own)).rejects.toMatchObject({
    code: 'post.movedMeanwhile',
    params: { name: 'Mina Kim' },
  })
  const stranger = (await core.workspace('Other')).owner
  expect(await codeOf(retime(stranger, row, [a], null))).toBe('request.notFound')
  expect(await codeOf(retime(owner, row, [await makeChannel(owner, row.teamId)], null))).toBe(
    'request.notFound',
  )
  const now = { sendLocal: '2026-03-27T12:03', sendZone: 'UTC' }
  await owner.store.write((db) =>
    db
      .update(variant)
      .set({ stage: 'published' })
      .where(and(eq(variant.workspaceId, owner.workspaceId), eq(variant.channelId, b)))
      .then(() => undefined),
  )
  expect(await codeOf(retime(owner, row, [b], { day: '2026-04-02' }, now))).toBe('post.published')
})
