import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { externalRef, post } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { attachLink } from '../attachment/add-attachment.ts'
import { readAttachments } from '../attachment/attachment.reads.ts'
import { changeItem } from '../checklist/change-item.ts'
import { readChecklists } from '../checklist/checklist.reads.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { changeLabel } from '../label/change-label.ts'
import { labelsOf } from '../label/resolve-labels.ts'
import { changePost } from '../post/change-post.ts'
import { addImport } from './add-import.ts'
import { readImport } from './import.reads.ts'
import { lookAtImport } from './look-at-import.ts'
import { startImport } from './start-import.ts'

/** What a later export of a board changes here, and what it leaves alone. */
let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const card = (id: string, idList: string, more: object = {}) => ({
  id,
  name: `Card ${id}`,
  idList,
  closed: false,
  pos: 1,
  ...more,
})
const item = (id: string, state: 'complete' | 'incomplete' = 'incomplete') => ({
  id,
  name: `Item ${id}`,
  state,
  pos: Number(id.slice(1)),
})
const label_ = (name: string) => ({ id: `id of ${name}`, name, color: 'green' })
const board = () => ({
  id: 'b9',
  name: 'Plan',
  lists: [
    { id: 'l1', name: 'Ideas', closed: false, pos: 1 },
    { id: 'l2', name: 'Writing', closed: false, pos: 2 },
  ],
  members: [{ id: 'm1', fullName: 'Zoe of Trello', username: 'zoe' }],
  cards: [
    card('c1', 'l2', {
      labels: [label_('Tea'), label_('Winter')],
      idMembers: ['m1'],
      attachments: [
        { id: 'a1', name: 'Brief', url: 'https://example.org/brief' },
        { id: 'a2', name: 'Sheet', url: 'https://example.org/sheet' },
        { id: 'a3', name: 'Photo', url: 'https://example.org/photo' },
      ],
    }),
    card('c2', 'l1'),
  ],
  checklists: [
    {
      id: 'k1',
      idCard: 'c1',
      name: 'Steps',
      pos: 1,
      checkItems: [item('i1'), item('i2'), item('i3'), item('i4')],
    },
    { id: 'k2', idCard: 'c1', name: 'Legal', pos: 2, checkItems: [item('i5')] },
    { id: 'k3', idCard: 'c1', name: 'Photos', pos: 3, checkItems: [item('i6')] },
  ],
  actions: [],
})

async function look(ctx: Ctx, file: object) {
  const bytes = Buffer.from(JSON.stringify(file))
  const { id: importId } = await addImport(ctx, { bytes, name: 'board.json' })
  const seen = (await lookAtImport(ctx, importId)).look
  if (seen?.kind !== 'trello') throw new Error('no board')
  return { importId, look: seen }
}

/** Brings a board as the setup proposes it. */
async function bring(ctx: Ctx, file: object, change: object = {}) {
  const { importId, look: seen } = await look(ctx, file)
  await perform(ctx, startImport, { importId, teamId: seen.teamId, plan: { ...seen.plan, ...change } })
  await core.runner.drain()
  return { look: seen, run: (await readImport(ctx, importId)).run }
}

async function brought(change: object = {}) {
  const { owner, teamId } = await core.workspace()
  await bring(owner, board(), change)
  return { owner, teamId, id: await idOf(owner, 'Card c1') }
}

const rowsOf = ({ store, workspaceId }: Ctx) =>
  store.read.select().from(post).where(eq(post.workspaceId, workspaceId))

const idOf = async (ctx: Ctx, title: string) =>
  (await rowsOf(ctx)).find((row) => row.title === title)?.id ?? ''

async function rowOf(ctx: Ctx, id: string) {
  const row = (await rowsOf(ctx)).find((one) => one.id === id)
  if (!row) throw new Error('gone')
  return row
}

const listsOf = async ({ store, workspaceId }: Ctx, id: string) =>
  (await readChecklists(store.read, workspaceId, [id])).get(id) ?? []

const shown = async (ctx: Ctx, id: string) =>
  (await listsOf(ctx, id)).map((one) => [
    one.name,
    ...one.items.map(({ text, done }) => (done ? `${text}!` : text)),
  ])

const linksOf = async ({ store, workspaceId }: Ctx, id: string) =>
  ((await readAttachments(store.read, workspaceId, [id])).get(id) ?? []).map(
    (one) => `${one.name} ${one.url}`,
  )

it('removes what is gone in Trello, unless it was changed here, and renames what has another name there', async () => {
  const { owner, id } = await brought()
  const [steps] = await listsOf(owner, id)
  const byText = (text: string) => steps?.items.find((one) => one.text === text)?.id ?? ''
  await perform(owner, changeItem, { itemId: byText('Item i2'), text: 'Our own words' })
  await perform(owner, changeItem, { itemId: byText('Item i3'), text: 'Reworded here' })
  await perform(owner, attachLink, { postId: id, url: 'https://example.org/ours', name: 'Ours' })
  const later = board()
  const [list] = later.checklists
  Object.assign(list!, { name: 'Next steps' })
  // The first is deleted, the second too though it was reworded here, the third only ticked, one is new in front.
  list!.checkItems = [{ ...item('i0'), name: 'New' }, item('i3', 'complete'), item('i4')]
  later.checklists = later.checklists.filter((one) => one.id !== 'k2')
  const { attachments } = later.cards[0] as unknown as { attachments: { name: string; url: string }[] }
  attachments.splice(1, 1)
  attachments[1] = { ...attachments[1]!, name: 'Picture', url: 'https://example.org/picture' }
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 1 })
  expect(await shown(owner, id)).toEqual([
    ['Next steps', 'Our own words', 'Reworded here!', 'Item i4', 'New'],
    ['Photos', 'Item i6'],
  ])
  expect((await linksOf(owner, id)).sort()).toEqual([
    'Brief https://example.org/brief',
    'Ours https://example.org/ours',
    'Picture https://example.org/picture',
  ])
  expect(await rowOf(owner, id)).toMatchObject({ checksTotal: 5, checksDone: 1, attachments: 3 })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 0 })
})

it('removes nothing of which a file does not tell', async () => {
  const { owner, id } = await brought()
  const before = [await shown(owner, id), await linksOf(owner, id)]
  const { checklists: _, ...later } = board()
  for (const one of later.cards) Object.assign(one, { attachments: undefined })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 0 })
  expect([await shown(owner, id), await linksOf(owner, id)]).toEqual(before)
})

it('keeps the labels that were put on or taken off or renamed here, and takes what changed of them in Trello', async () => {
  const { owner, id } = await brought()
  const labels = () => labelsOf(owner.store.read, owner.workspaceId)
  const byName = async (name: string) => (await labels()).find((one) => one.name === name)?.id ?? ''
  await perform(owner, changeLabel, { id: await byName('Tea'), name: 'Hot tea' })
  const { labels: had } = await rowOf(owner, id)
  await changePost(owner, { id, labels: ['Ours'] })
  const ours = await byName('Ours')
  await changePost(owner, { id, labelIds: [...had, ours] })
  expect((await bring(owner, board())).run).toMatchObject({ made: 0, updated: 0 })
  const later = board()
  Object.assign(later.cards[0]!, { labels: [label_('Tea'), label_('Sale')] })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 1 })
  const now = new Map((await labels()).map((one) => [one.id, one.name]))
  expect((await rowOf(owner, id)).labels.map((one) => now.get(one))).toEqual(['Hot tea', 'Ours', 'Sale'])
  expect([...now.values()].sort()).toEqual(['Hot tea', 'Ours', 'Sale', 'Winter'])
})

it('knows labels that were remembered by their ids', async () => {
  const { owner, id } = await brought()
  const row = await rowOf(owner, id)
  const mine = eq(externalRef.workspaceId, owner.workspaceId)
  const refs = await owner.store.read.select().from(externalRef).where(mine)
  const ref = refs.find((one) => one.kind === 'card' && one.ourId === id)
  const { labelNames: _, ...was } = ref!.was
  await owner.store.write((db) =>
    db
      .update(externalRef)
      .set({ was: { ...was, labels: row.labels } })
      .where(and(mine, eq(externalRef.id, ref!.id)))
      .then(() => undefined),
  )
  expect((await bring(owner, board())).run).toMatchObject({ made: 0, updated: 0 })
  const later = board()
  Object.assign(later.cards[0]!, { labels: [label_('Winter'), label_('Sale')] })
  await bring(owner, later)
  const now = new Map((await labelsOf(owner.store.read, owner.workspaceId)).map((one) => [one.id, one.name]))
  expect((await rowOf(owner, id)).labels.map((one) => now.get(one))).toEqual(['Winter', 'Sale'])
})

it('proposes again what was chosen the last time, so that a renamed list moves no card', async () => {
  const { owner } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const zoe = await core.member(owner, 'editor', { name: 'Somebody quite else' })
  const first = await look(owner, board())
  const plan = { ...first.look.plan, lists: { l1: 'draft', l2: 'idea' }, members: { m1: zoe.memberId } }
  await perform(owner, startImport, { importId: first.importId, teamId: region, plan })
  await core.runner.drain()
  const later = board()
  later.lists[1] = { ...later.lists[1]!, name: 'Done' }
  later.lists.push({ id: 'l3', name: 'Backlog', closed: false, pos: 3 })
  const { look: again, run } = await bring(owner, later)
  expect(again).toMatchObject({
    teamId: region,
    plan: { lists: { l1: 'draft', l2: 'idea', l3: 'idea' }, members: { m1: zoe.memberId } },
  })
  expect(run).toMatchObject({ made: 0, updated: 0 })
  // A list that was archived in Trello since then is one.
  later.lists[0] = { ...later.lists[0]!, closed: true }
  expect((await look(owner, later)).look.plan.lists).toEqual({ l1: 'archive', l2: 'idea', l3: 'idea' })
})

it('archives what Trello has archived since, and brings back what it has again', async () => {
  const { owner, id } = await brought()
  const later = board()
  Object.assign(later.cards[0]!, { closed: true, name: 'Renamed' })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 1 })
  expect(await rowOf(owner, id)).toMatchObject({ title: 'Renamed', archivedAt: expect.any(Number) })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 0 })
  Object.assign(later.cards[0]!, { closed: false })
  expect((await bring(owner, later)).run).toMatchObject({ made: 0, updated: 1 })
  expect(await rowOf(owner, id)).toMatchObject({ title: 'Renamed', archivedAt: null, stage: 'draft' })
})
