import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { checklistItem } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { readBoard } from '../post/card.reads.ts'
import { readDraft } from '../post/draft.reads.ts'
import { readHistory } from '../post/history.reads.ts'
import { rankBetween } from '../post/rank.rules.ts'
import { changeChecklist, createChecklist, removeChecklist } from './change-checklist.ts'
import { addItem, changeItem, removeItem } from './change-item.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

async function scene() {
  const { owner, teamId } = await core.workspace()
  const { id: postId } = await makePost(owner, teamId)
  const { id: checklistId } = await createChecklist(owner, { postId, name: 'Before it goes out' })
  const add = async (text: string, more = {}) =>
    (await addItem(owner, addItem.input.parse({ checklistId, text, ...more }))).id
  const lists = async () => (await readDraft(owner, postId)).checklists
  const card = async () => (await readBoard(owner)).find((one) => one.id === postId)
  return { owner, teamId, postId, checklistId, add, lists, card }
}

it('keeps lists and items in order, and counts the ticks on the card', async () => {
  const { owner, postId, add, lists, card } = await scene()
  const [a, b] = [await add('Check the link'), await add('Ask legal')]
  await changeItem(owner, { itemId: b, done: true, assigneeId: owner.memberId })
  const before = (await lists())[0]?.items[0]?.rank ?? null
  const c = await add('Crop the picture', { rank: rankBetween(null, before) })
  expect((await lists())[0]?.items.map((one) => [one.id, one.done, one.assigneeId])).toEqual([
    [c, false, null],
    [a, false, null],
    [b, true, owner.memberId],
  ])
  expect(await card()).toMatchObject({ checksDone: 1, checksTotal: 3 })
  const second = await createChecklist(owner, { postId, name: 'Afterwards' })
  const rank = (await lists())[0]?.rank ?? ''
  await changeChecklist(owner, { id: second.id, name: 'First of all', rank: rankBetween(null, rank) })
  expect((await lists()).map((one) => one.name)).toEqual(['First of all', 'Before it goes out'])
  await changeItem(owner, { itemId: a, place: { checklistId: second.id, rank: 'a0' } })
  expect((await lists())[0]?.items.map((one) => one.id)).toEqual([a])
  await removeItem(owner, { itemId: c })
  await removeChecklist(owner, { id: second.id })
  expect(await card()).toMatchObject({ checksDone: 1, checksTotal: 1 })
})

it('lets nobody use up the end of a list', async () => {
  const { owner, postId, checklistId, add, lists } = await scene()
  const rank = 'z'.repeat(27)
  const first = await add('First')
  await changeItem(owner, { itemId: first, place: { checklistId, rank } })
  await changeChecklist(owner, { id: checklistId, rank })
  const last = await add('Last', { rank })
  const next = await createChecklist(owner, { postId, name: 'Next' })
  const seen = await lists()
  expect(seen.map(({ id }) => id)).toEqual([checklistId, next.id])
  expect(seen[0]?.items.map(({ id }) => id)).toEqual([first, last])
  const ranks = seen.flatMap((one) => [one.rank, ...one.items.map((item) => item.rank)])
  expect(ranks.every((one) => one < 'b')).toBe(true)
})

it('spreads a list out when its ranks have grown long', async () => {
  const { owner, checklistId, add, lists } = await scene()
  const long = `a0${'1'.repeat(98)}`
  const [a, b] = [await add('A'), await add('B')]
  for (const [id, rank] of [
    [a, `${long}V`],
    [b, `${long}W`],
  ] as const)
    await owner.store.write(async (db) => {
      const mine = and(eq(checklistItem.workspaceId, owner.workspaceId), eq(checklistItem.id, id))
      await db.update(checklistItem).set({ rank }).where(mine)
    })
  const c = await add('C', { rank: rankBetween(`${long}V`, `${long}W`) })
  const items = async () => (await lists()).find(({ id }) => id === checklistId)?.items ?? []
  expect((await items()).map(({ id }) => id)).toEqual([a, c, b])
  expect((await items()).every(({ rank }) => rank.length < 4)).toBe(true)
})

it('says each change once, with the counts for the card and words for the history', async () => {
  const { owner, postId, add } = await scene()
  const item = await add('Check the link')
  await changeItem(owner, { itemId: item, done: true })
  await changeItem(owner, { itemId: item, done: true })
  const log = await missed(core.app, owner, 4)
  const sets =
    'events' in log ? log.events.map((one) => 'data' in one && 'set' in one.data && one.data.set) : []
  expect(sets).toEqual([
    { checksDone: 0, checksTotal: 0, updatedAt: expect.any(Number) },
    { checksDone: 0, checksTotal: 1, updatedAt: expect.any(Number) },
    { checksDone: 1, checksTotal: 1, updatedAt: expect.any(Number) },
  ])
  const { lines } = await readHistory(owner, postId)
  expect(lines.map(({ key, quote }) => [key, quote])).toEqual([
    ['itemDone', 'Check the link'],
    ['itemAdded', 'Check the link'],
    ['listCreated', 'Before it goes out'],
    ['created', null],
  ])
})

it('makes nothing twice when an answer was lost', async () => {
  const { owner, checklistId, lists, postId } = await scene()
  const [list, item] = [newId(), newId()]
  for (let i = 0; i < 2; i++) {
    await perform(owner, createChecklist, { id: list, postId, name: 'Again' })
    await perform(owner, addItem, { id: item, checklistId, text: 'Once' })
  }
  expect((await lists()).map((one) => one.items.length)).toEqual([1, 0])
})

it('is for those who may write in the team, and ties nothing across posts', async () => {
  const { owner, teamId, postId, checklistId, add } = await scene()
  const item = await add('Check the link')
  const viewer = await core.member(owner, 'viewer')
  const region = await core.team(owner, 'Iberia')
  const regional = await core.member(owner, 'editor', { narrowedTo: [region] })
  const other = await makePost(owner, teamId)
  const elsewhere = await createChecklist(owner, { postId: other.id, name: 'Other' })
  const tries: [() => Promise<unknown>, string][] = [
    [() => createChecklist(viewer, { postId, name: 'x' }), 'request.forbidden'],
    [() => changeItem(viewer, { itemId: item, done: true }), 'request.forbidden'],
    [() => changeItem(regional, { itemId: item, done: true }), 'request.notFound'],
    [() => removeChecklist(regional, { id: checklistId }), 'request.notFound'],
    [() => changeItem(owner, { itemId: item, assigneeId: regional.memberId }), 'post.assigneeCannotRead'],
    [
      () => changeItem(owner, { itemId: item, place: { checklistId: elsewhere.id, rank: 'a0' } }),
      'request.notFound',
    ],
  ]
  for (const [work, code] of tries) expect(await codeOf(work())).toBe(code)
  // What has gone out can still be ticked off.
  await setPost(owner, postId, { stage: 'published' })
  await changeItem(owner, { itemId: item, done: true })
  expect((await rowOf(owner, postId)).checksDone).toBe(1)
})
