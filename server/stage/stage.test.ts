import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { workingStage } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, drag, makeChannel, makePost, rowOf, setPost } from '#tests/support/posts.ts'
import { submitPost } from '../approval/submit-post.ts'
import { bulkPosts } from '../bulk/bulk-posts.ts'
import { undoBulk } from '../bulk/undo-bulk.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { missed } from '../event/missed.ts'
import { translator } from '../i18n/translator.ts'
import { rankBetween } from '../post/rank.rules.ts'
import { readDirectory } from '../workspace/directory.reads.ts'
import { addStage, changeStage } from './change-stage.ts'
import { removeStage } from './remove-stage.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const add = async (ctx: Ctx, teamId: string, name: string, limit: number | null = null) =>
  (await perform(ctx, addStage, { teamId, name, limit })).id
const names = async (ctx: Ctx) => (await readDirectory(ctx)).stages.map((one) => one.name)
const moved = (row: { rank: string }) => ({ stage: 'draft' as const, rank: rankBetween(row.rank, null) })

it('is added behind the others, renamed, limited and moved; one name once in a team', async () => {
  const { owner, teamId } = await core.workspace()
  const design = await add(owner, teamId, 'Design')
  const legal = await add(owner, teamId, 'Legal', 2)
  expect(await names(owner)).toEqual(['Design', 'Legal'])
  expect(await codeOf(add(owner, teamId, 'dEsign'))).toBe('stage.exists')
  expect(await codeOf(perform(owner, changeStage, { id: legal, name: 'DESIGN' }))).toBe('stage.exists')
  const [first] = (await readDirectory(owner)).stages
  await changeStage(owner, { id: legal, rank: rankBetween(null, first?.rank ?? null), limit: null })
  await changeStage(owner, { id: design, name: 'DESIGN' })
  await changeStage(owner, { id: design, name: 'DESIGN' })
  expect((await readDirectory(owner)).stages).toMatchObject([
    { id: legal, name: 'Legal', limit: null },
    { id: design, name: 'DESIGN' },
  ])
  const log = await missed(core.app, owner, 3)
  expect('events' in log && log.events.map((one) => 'type' in one && one.type)).toEqual([
    'stage.added',
    'stage.added',
    'stage.changed',
    'stage.changed',
  ])
  for (let i = 0; i < 10; i++) await add(owner, teamId, `Stage ${i}`)
  expect(await codeOf(add(owner, teamId, 'One more'))).toBe('stage.tooMany')
})

it('lets nobody use up the end of a team’s stages', async () => {
  const { owner, teamId } = await core.workspace()
  const [first, last] = [await add(owner, teamId, 'First'), await add(owner, teamId, 'Last')]
  await changeStage(owner, { id: first, rank: 'z'.repeat(27) })
  await add(owner, teamId, 'Next')
  const { stages } = await readDirectory(owner)
  expect(stages.map(({ name }) => name)).toEqual(['Last', 'First', 'Next'])
  expect(stages.every(({ rank }) => rank < 'b')).toBe(true)
  // As they may have been left: what is beside them now is spread out, and everybody hears of it.
  const long = `a0${'1'.repeat(98)}`
  for (const [id, rank] of [
    [last, `${long}V`],
    [first, `${long}W`],
  ] as const)
    await owner.store.write(async (db) => {
      const mine = and(eq(workingStage.workspaceId, owner.workspaceId), eq(workingStage.id, id))
      await db.update(workingStage).set({ rank }).where(mine)
    })
  const next = stages[2]?.id ?? ''
  await changeStage(owner, { id: next, rank: rankBetween(`${long}V`, `${long}W`) })
  expect(await names(owner)).toEqual(['Last', 'Next', 'First'])
  const log = await missed(core.app, owner, 7)
  const told = 'events' in log ? log.events.map((one) => 'subjectId' in one && one.subjectId) : []
  expect(told.toSorted()).toEqual([first, last, next].toSorted())
})

it('is arranged by the managers of its team and those above, by nobody else', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const editor = await core.member(owner, 'editor')
  const lead = await core.member(owner, 'manager', { narrowedTo: [region] })
  const id = await add(lead, region, 'Translation')
  expect(await codeOf(add(lead, teamId, 'Mine'))).toBe('request.forbidden')
  expect(await codeOf(add(editor, region, 'Mine'))).toBe('request.forbidden')
  expect(await codeOf(perform(editor, changeStage, { id, name: 'Mine' }))).toBe('request.forbidden')
  expect(await codeOf(perform(editor, removeStage, { id }))).toBe('request.forbidden')
  const hq = await add(owner, teamId, 'Board room')
  // What one may not read is not there.
  expect(await codeOf(perform(lead, changeStage, { id: hq, name: 'Mine' }))).toBe('stage.vanished')
  expect(await names(lead)).toEqual(['Translation'])
  expect(await names(owner)).toHaveLength(2)
})

it('holds drafts of its team; review keeps it, an idea has none', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const channelId = await makeChannel(owner, teamId, 'required')
  const design = await add(owner, teamId, 'Design')
  const theirs = await add(owner, region, 'Design')
  const made = await makePost(owner, teamId, { text: 'Words', channelIds: [channelId] })
  expect(await codeOf(drag(owner, made, { ...moved(made), workingId: theirs }))).toBe('stage.otherTeam')
  expect(await codeOf(drag(owner, made, { ...moved(made), workingId: made.id }))).toBe('stage.vanished')
  expect(await rowOf(owner, made.id)).toMatchObject({ stage: 'idea', rank: made.rank })
  await drag(owner, made, { ...moved(made), workingId: design })
  const inDesign = await rowOf(owner, made.id)
  expect(inDesign).toMatchObject({ stage: 'draft', workingId: design })
  // Who knows nothing of working stages moves it within where it is.
  await drag(owner, inDesign, moved(inDesign))
  expect(await rowOf(owner, made.id)).toMatchObject({ workingId: design })
  await submitPost(owner, { postId: made.id })
  expect(await rowOf(owner, made.id)).toMatchObject({ stage: 'in_review', workingId: design })
  await setPost(owner, made.id, { stage: 'draft' })
  const back = await rowOf(owner, made.id)
  await drag(owner, back, { stage: 'idea', rank: rankBetween(back.rank, null) })
  expect(await rowOf(owner, made.id)).toMatchObject({ stage: 'idea', workingId: null })
})

it('says of a post that is being made that none was, when its stage has gone or is another team’s', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const theirs = await add(owner, region, 'Design')
  const gone = await add(owner, teamId, 'Gone')
  await perform(owner, removeStage, { id: gone })
  const make = (workingId: string) => codeOf(makePost(owner, teamId, { stage: 'draft', workingId }))
  expect([await make(gone), await make(theirs)]).toEqual(['stage.vanishedNew', 'stage.otherTeamNew'])
  const said = ['en', 'ko'].map((locale) => translator(locale as 'en' | 'ko')('problem.stage.vanishedNew'))
  expect(said).toEqual([
    expect.stringContaining('no post was made'),
    expect.stringContaining('만들지 않았어요'),
  ])
})

it('asks before it holds more than its limit', async () => {
  const { owner, teamId } = await core.workspace()
  const design = await add(owner, teamId, 'Design', 1)
  const first = await makePost(owner, teamId, { stage: 'draft', workingId: design })
  expect(await codeOf(makePost(owner, teamId, { stage: 'draft', workingId: design }))).toBe('stage.full')
  const second = await makePost(owner, teamId, { stage: 'draft' })
  const to = { ...moved(second), workingId: design }
  await expect(drag(owner, second, to)).rejects.toMatchObject({
    code: 'stage.full',
    status: 409,
    params: { name: 'Design', limit: 1 },
  })
  // Whoever stands there already moves within it.
  expect(await drag(owner, first, { ...moved(first), workingId: design })).toEqual({ moved: true })
  expect(await drag(owner, second, to, true)).toEqual({ moved: true })
  expect((await rowOf(owner, second.id)).workingId).toBe(design)
})

it('gives its posts to the one before it when it goes, those in review too', async () => {
  const { owner, teamId } = await core.workspace()
  const [design, legal] = [await add(owner, teamId, 'Design'), await add(owner, teamId, 'Legal')]
  const draft = await makePost(owner, teamId, { stage: 'draft', workingId: legal })
  const review = await makePost(owner, teamId, { stage: 'draft', workingId: legal })
  await setPost(owner, review.id, { stage: 'in_review' })
  expect(await removeStage(owner, { id: legal })).toEqual({ posts: 1, toId: design })
  for (const { id } of [draft, review]) expect((await rowOf(owner, id)).workingId).toBe(design)
  expect(await removeStage(owner, { id: design })).toEqual({ posts: 1, toId: null })
  for (const { id } of [draft, review]) expect((await rowOf(owner, id)).workingId).toBeNull()
  expect(await codeOf(removeStage(owner, { id: design }))).toBe('stage.vanished')
  const row = await rowOf(owner, draft.id)
  expect(await codeOf(drag(owner, row, { ...moved(row), workingId: design }))).toBe('stage.vanished')
  expect(await rowOf(owner, draft.id)).toMatchObject({ rank: row.rank, workingId: null })
})

it('takes many at once, each into its own team’s, and gives them back', async () => {
  const { owner, teamId } = await core.workspace()
  const region = await core.team(owner, 'Iberia')
  const workingIds = [await add(owner, teamId, 'Design'), await add(owner, region, 'DESIGN')]
  const bare = await core.team(owner, 'Nordics')
  const rows = []
  for (const team of [teamId, region, bare]) rows.push(await makePost(owner, team, { title: team }))
  const postIds = rows.map((row) => row.id)
  const answer = await bulkPosts(owner, { postIds, action: { kind: 'move', stage: 'draft', workingIds } })
  expect(answer.done).toEqual(postIds.slice(0, 2))
  expect(answer.refused).toMatchObject([{ id: postIds[2], code: 'stage.otherTeam' }])
  const where = await Promise.all(postIds.map(async (id) => (await rowOf(owner, id)).workingId))
  expect(where).toEqual([...workingIds, null])
  await undoBulk(owner, { bulkId: answer.undoId ?? '' })
  for (const row of rows)
    expect(await rowOf(owner, row.id)).toMatchObject({ stage: 'idea', workingId: null, rank: row.rank })
})
