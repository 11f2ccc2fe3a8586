import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { externalRef, post } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, setPost } from '#tests/support/posts.ts'
import { readAttachments } from '../attachment/attachment.reads.ts'
import { readChecklists } from '../checklist/checklist.reads.ts'
import { editComment } from '../comment/edit-comment.ts'
import { readThreads } from '../comment/thread.reads.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { labelsOf } from '../label/resolve-labels.ts'
import { changePost } from '../post/change-post.ts'
import { takePen } from '../post/take-pen.ts'
import { addStage } from '../stage/change-stage.ts'
import { addImport } from './add-import.ts'
import { readImport } from './import.reads.ts'
import { lookAtImport } from './look-at-import.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

/** A small board as Trello exports it. */
const board = () => ({
  id: 'b1',
  name: 'Social plan',
  lists: [
    { id: 'l2', name: 'Writing', closed: false, pos: 2 },
    { id: 'l1', name: 'Ideas', closed: false, pos: 1 },
    { id: 'l3', name: 'Done', closed: false, pos: 3 },
  ],
  members: [
    { id: 'm1', fullName: 'Mina Kim', username: 'mina' },
    { id: 'm2', fullName: 'Somebody Else', username: 'else' },
  ],
  cards: [
    {
      id: 'c1',
      name: 'Winter tea',
      desc: 'Words **about** tea',
      idList: 'l2',
      pos: 1,
      closed: false,
      due: '2026-12-20T10:00:00.000Z',
      dueComplete: false,
      idMembers: ['m2', 'm1'],
      labels: [
        { id: 'x', name: 'Campaign', color: 'green' },
        { id: 'y', name: '', color: 'red' },
      ],
      badges: { comments: 3 },
      attachments: [
        { id: 'a1', name: 'Brief', url: 'https://example.org/brief' },
        { id: 'a2', name: 'Odd', url: 'javascript:alert(1)' },
      ],
    },
    { id: 'c2', name: 'An idea', idList: 'l1', pos: 1, closed: false },
    { id: 'c3', name: 'Old', idList: 'l3', pos: 1, closed: false },
    { id: 'c4', name: 'Thrown away', idList: 'l1', pos: 2, closed: true },
  ],
  checklists: [
    {
      id: 'k1',
      idCard: 'c1',
      name: 'Steps',
      pos: 1,
      checkItems: [
        { id: 'i2', name: 'Second', state: 'incomplete', pos: 2 },
        { id: 'i1', name: 'First', state: 'complete', pos: 1 },
      ],
    },
  ],
  actions: [
    {
      id: 'n2',
      type: 'commentCard',
      date: '2026-03-02T09:00:00.000Z',
      data: { text: 'And another', card: { id: 'c1' } },
      memberCreator: { id: 'm2', fullName: 'Somebody Else', username: 'else' },
    },
    {
      id: 'n1',
      type: 'commentCard',
      date: '2026-03-01T09:00:00.000Z',
      data: { text: 'Looks good', card: { id: 'c1' } },
      memberCreator: { id: 'm1', fullName: 'Mina Kim', username: 'mina' },
    },
    { id: 'n0', type: 'updateCard', date: '2026-03-01T08:00:00.000Z', data: {}, memberCreator: null },
  ],
})
type Board = ReturnType<typeof board>

async function bring(ctx: Ctx, teamId: string, file: Board) {
  const { id: importId } = await addImport(ctx, {
    bytes: Buffer.from(JSON.stringify(file)),
    name: 'board.json',
  })
  const { look } = await lookAtImport(ctx, importId)
  await perform(ctx, startImport, { importId, teamId, plan: look?.plan })
  await core.runner.drain()
  return { importId, look, run: (await readImport(ctx, importId)).run }
}
const postsOf = (ctx: Ctx) =>
  ctx.store.read.select().from(post).where(eq(post.workspaceId, ctx.workspaceId)).orderBy(post.rank)

it('brings cards with all that hangs on them, each to where its list goes', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const { look, run } = await bring(owner, teamId, board())
  expect(look).toMatchObject({
    kind: 'trello',
    plan: {
      lists: { l1: 'idea', l2: 'draft', l3: 'archive' },
      members: { m1: mina.memberId, m2: null },
      closed: 'skip',
    },
    counts: { total: 4, good: 3, closed: 1, comments: 2, checklists: 1, attachments: 1, several: 1 },
    commentsMissing: 1,
    linksMissing: 1,
  })
  expect(run).toMatchObject({ state: 'done', made: 3, updated: 0, total: 4 })
  const rows = await postsOf(owner)
  expect(rows.map(({ title, stage, archivedAt }) => [title, stage, archivedAt !== null])).toEqual([
    ['An idea', 'idea', false],
    ['Winter tea', 'draft', false],
    ['Old', 'draft', true],
  ])
  const tea = rows[1]!
  expect(tea).toMatchObject({
    text: 'Words **about** tea',
    assigneeId: mina.memberId,
    dueAt: Date.UTC(2026, 11, 20, 10),
    checksDone: 1,
    checksTotal: 2,
    attachments: 1,
  })
  const names = new Map(
    (await labelsOf(owner.store.read, owner.workspaceId)).map((one) => [one.id, one.name]),
  )
  expect(tea.labels.map((id) => names.get(id))).toEqual(['Campaign', 'red'])
  const threads = await readThreads(owner.store.read, owner.workspaceId, tea.id)
  const said = threads.flatMap((one) => one.comments)
  expect(said.map(({ author, body, at }) => [author, body, at])).toEqual([
    ['Mina Kim', 'Looks good', Date.UTC(2026, 2, 1, 9)],
    ['Somebody Else', 'And another', Date.UTC(2026, 2, 2, 9)],
  ])
  // Nobody here said it, so nobody here may reword it.
  const edit = { commentId: said[0]?.id, body: 'Never', mentionIds: [] }
  expect(await codeOf(perform(owner, editComment, edit))).toBe('comment.notYours')
  const lists = (await readChecklists(owner.store.read, owner.workspaceId, [tea.id])).get(tea.id)
  expect(lists?.map((one) => [one.name, one.items.map(({ text, done }) => [text, done])])).toEqual([
    [
      'Steps',
      [
        ['First', true],
        ['Second', false],
      ],
    ],
  ])
  const links = (await readAttachments(owner.store.read, owner.workspaceId, [tea.id])).get(tea.id)
  expect(links?.map((one) => [one.name, one.url])).toEqual([['Brief', 'https://example.org/brief']])
})

it('takes over what changed in Trello, keeps what changed here, and never makes anything twice', async () => {
  const { owner, teamId } = await core.workspace()
  await bring(owner, teamId, board())
  const refs = async () =>
    (await owner.store.read.select().from(externalRef).where(eq(externalRef.workspaceId, owner.workspaceId)))
      .length
  const before = await refs()
  const same = await bring(owner, teamId, board())
  expect(same.run).toMatchObject({ made: 0, updated: 0 })
  expect(same.look).toMatchObject({ counts: { known: 3 } })
  expect(await refs()).toBe(before)

  const [idea, tea] = await postsOf(owner)
  await changePost(owner, { id: tea!.id, title: 'Our own title' })
  const later = board()
  const [c1, c2] = later.cards
  Object.assign(c1!, { desc: 'New words' })
  Object.assign(c2!, { name: 'A better idea', idList: 'l2' })
  later.checklists[0]?.checkItems.push({ id: 'i3', name: 'Third', state: 'complete', pos: 3 })
  Object.assign(later.checklists[0]?.checkItems[0] ?? {}, { state: 'complete' })
  Object.assign(later.actions[1]?.data ?? {}, { text: 'Looks better' })
  later.cards.push({
    id: 'c5',
    name: 'New one',
    idList: 'l1',
    pos: 3,
    closed: false,
  } as Board['cards'][number])
  const again = await bring(owner, teamId, later)
  expect(again.run).toMatchObject({ made: 1, updated: 2 })
  const rows = new Map((await postsOf(owner)).map((row) => [row.id, row]))
  expect(rows.size).toBe(4)
  expect(rows.get(tea!.id)).toMatchObject({
    title: 'Our own title',
    text: 'New words',
    checksDone: 3,
    checksTotal: 3,
  })
  expect(rows.get(idea!.id)).toMatchObject({ title: 'A better idea', stage: 'draft' })
  const threads = await readThreads(owner.store.read, owner.workspaceId, tea!.id)
  expect(threads.flatMap((one) => one.comments.map(({ body }) => body))).toEqual([
    'Looks better',
    'And another',
  ])
})

it('takes over by a later run what somebody was writing in', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina' })
  await bring(owner, teamId, board())
  const [, tea] = await postsOf(owner)
  await perform(mina, takePen, { postId: tea!.id })
  const later = board()
  Object.assign(later.cards[0]!, { desc: 'New words', name: 'Hot tea' })
  await bring(owner, teamId, later)
  const now = async () => (await postsOf(owner)).find(({ id }) => id === tea!.id)
  expect(await now()).toMatchObject({ title: 'Hot tea', text: tea!.text })
  await setPost(owner, tea!.id, { penMemberId: null, penUntil: null })
  expect((await bring(owner, teamId, later)).run).toMatchObject({ made: 0, updated: 1 })
  expect(await now()).toMatchObject({ title: 'Hot tea', text: 'New words' })
})

it('says of which cards not everything comes, and takes a card once that the file has twice', async () => {
  const { owner, teamId } = await core.workspace()
  const file = board()
  const [tea] = file.cards
  const items = Array.from({ length: 201 }, (_, i) => ({ id: `x${i}`, name: 'x', state: 'complete', pos: i }))
  file.checklists[0]?.checkItems.push(...items)
  file.cards.push({ ...tea!, name: 'The same again' })
  // Who wrote a comment may be gone from Trello.
  const { memberCreator: _, ...comment } = file.actions[0]!
  file.actions.push({ ...comment, id: 'n9' } as never)
  const { run, look } = await bring(owner, teamId, file)
  expect(look).toMatchObject({ cut: 1, counts: { good: 3 } })
  expect(run).toMatchObject({ made: 3 })
  const posts = await postsOf(owner)
  expect(posts.map((row) => row.title)).toEqual(['An idea', 'Winter tea', 'Old'])
  expect(posts[1]).toMatchObject({ checksTotal: 200 })
})

it('puts a list into the working stage of its name, of that very team', async () => {
  const { owner, teamId } = await core.workspace()
  const { id } = await perform(owner, addStage, { teamId, name: 'Writing' })
  const { look } = await bring(owner, teamId, board())
  expect(look).toMatchObject({ plan: { lists: { l2: id } }, stages: [{ id, name: 'Writing' }] })
  const tea = (await postsOf(owner)).find((row) => row.title === 'Winter tea')
  expect(tea).toMatchObject({ stage: 'draft', workingId: id })
  const region = await core.team(owner, 'Iberia')
  const { id: importId } = await addImport(owner, { bytes: Buffer.from(JSON.stringify(board())), name: 'b' })
  const start = perform(owner, startImport, { importId, teamId: region, plan: look?.plan })
  expect(await codeOf(start)).toBe('stage.vanished')
})

it('is undone with its comments, and can be brought again', async () => {
  const { owner, teamId } = await core.workspace()
  const { importId } = await bring(owner, teamId, board())
  await perform(owner, undoImport, { importId })
  await core.runner.drain()
  expect(await postsOf(owner)).toEqual([])
  expect((await readImport(owner, importId)).run).toMatchObject({ state: 'undone', removed: 3, kept: 0 })
  expect((await bring(owner, teamId, board())).run).toMatchObject({ made: 3 })
})

it('touches nothing of another team, whose board a file says it is, and shows nothing of it', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Berlin')
  const regional = await core.member(owner, 'manager', { narrowedTo: [region] })
  await bring(owner, teamId, board())
  const before = (await postsOf(owner)).find((row) => row.title === 'Winter tea')
  const threads = await readThreads(owner.store.read, owner.workspaceId, before?.id ?? '')
  const forged = board()
  forged.actions.push({
    ...{ id: 'n9', type: 'commentCard', date: '2026-03-03T09:00:00.000Z' },
    data: { text: 'Said by nobody', card: { id: 'c1' } },
    memberCreator: { id: 'm1', fullName: 'Mina Kim', username: 'mina' },
  })
  forged.cards[0]?.attachments?.push({ id: 'a9', name: 'Bait', url: 'https://evil.example' })
  forged.checklists[0]?.checkItems.push({ id: 'i9', name: 'Third', state: 'complete', pos: 3 })
  const { look, run } = await bring(regional, region, forged)
  expect(look).toMatchObject({ counts: { known: 0 } })
  const waiting = await addImport(regional, { bytes: Buffer.from(JSON.stringify(forged)), name: 'b.json' })
  const there = await lookAtImport(regional, waiting.id, { teamId })
  expect(there.look).toMatchObject({ teamId: region, counts: { known: 3 } })
  expect(run).toMatchObject({ state: 'done', made: 3, updated: 0 })
  const rows = await postsOf(owner)
  expect(rows.find((row) => row.id === before?.id)).toEqual(before)
  expect(await readThreads(owner.store.read, owner.workspaceId, before?.id ?? '')).toEqual(threads)
  const log = await missed(core.app, regional, 0)
  expect(JSON.stringify(log)).not.toContain(before?.id)
  // Each goes on with its own.
  expect((await bring(regional, region, forged)).run).toMatchObject({ made: 0, updated: 0 })
  expect((await bring(owner, teamId, board())).run).toMatchObject({ made: 0, updated: 0 })
})

it('goes on with what was brought while boards were the whole workspace’s', async () => {
  const { owner, teamId } = await core.workspace()
  await bring(owner, teamId, board())
  await owner.store.write((db) =>
    db
      .update(externalRef)
      .set({ source: 'trello:b1' })
      .where(eq(externalRef.workspaceId, owner.workspaceId))
      .then(() => undefined),
  )
  const changed = board()
  const [card] = changed.cards
  if (card) card.name = 'Winter tea, new'
  changed.checklists[0]?.checkItems.push({ id: 'i9', name: 'Third', state: 'complete', pos: 3 })
  expect((await bring(owner, teamId, changed)).run).toMatchObject({ made: 0, updated: 1 })
  expect((await bring(owner, teamId, changed)).run).toMatchObject({ made: 0, updated: 0 })
})

it('takes ids that every object knows for what they are: ids', async () => {
  const { owner, teamId } = await core.workspace()
  const odd = board()
  for (const card of odd.cards) Object.assign(card, { idList: 'constructor', idMembers: ['toString'] })
  expect((await bring(owner, teamId, odd)).run).toMatchObject({ state: 'done', made: 3 })
  expect(new Set((await postsOf(owner)).map((row) => row.stage))).toEqual(new Set(['draft']))
})
