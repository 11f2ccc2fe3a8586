import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel } from '#tests/support/posts.ts'
import { missed } from '../event/missed.ts'
import { archivePost } from './archive-post.ts'
import { readBoard } from './card.reads.ts'
import { changePost } from './change-post.ts'
import { createPost } from './create-post.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const input = (given: unknown) => createPost.input.parse(given)
const due = { local: '2026-12-01T17:00', zone: 'Asia/Seoul' }

it('makes a post with channels, person and due time in one, and says it once', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const channelIds = [await makeChannel(owner, teamId), await makeChannel(owner, teamId)]
  const before = await missed(core.app, owner, 0)
  const head = 'events' in before ? before.events.length : 0
  const given = { teamId, title: 'All at once', assigneeId: mina.memberId, channelIds, due }
  const { id } = await createPost(owner, input(given))
  const facts = {
    id,
    assigneeId: mina.memberId,
    dueAt: Date.parse('2026-12-01T08:00:00Z'),
    channelIds: expect.arrayContaining(channelIds),
  }
  expect(await readBoard(owner)).toMatchObject([facts])
  const log = await missed(core.app, owner, head)
  expect('events' in log && log.events).toMatchObject([{ type: 'post.created', data: { post: facts } }])
})

it('makes one post for two people who ask for the same one at the same moment', async () => {
  const { owner, teamId } = await core.workspace()
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim' })
  const given = input({ id: '01930000-0000-5000-8000-000000000001', teamId, title: 'From a note' })
  const made = await Promise.all([createPost(owner, given), createPost(mina, given)])
  expect(made).toEqual([{ id: given.id }, { id: given.id }])
  expect(await readBoard(owner)).toHaveLength(1)
  // Whoever asks once more after it was archived is told so, and it stays where it is.
  await archivePost(owner, { id: made[0].id })
  expect(await createPost(mina, given)).toEqual({ id: given.id, archived: true })
  expect(await readBoard(owner)).toEqual([])
})

it('asks of each fact what the verb that changes it asks, and makes nothing when one is refused', async () => {
  const { owner, teamId } = await core.workspace()
  const otherTeam = await core.team(owner, 'Elsewhere')
  const mina = await core.member(owner, 'editor', { name: 'Mina Kim', narrowedTo: [teamId] })
  const theirs = await core.member(owner, 'editor', { name: 'Bo Ruiz', narrowedTo: [otherTeam] })
  const hidden = await makeChannel(owner, otherTeam)
  const row = await createPost(mina, input({ teamId, title: 'Whole' }))
  for (const wrong of [{ channelIds: [hidden] }, { assigneeId: theirs.memberId }]) {
    const created = await codeOf(createPost(mina, input({ teamId, title: 'Refused', ...wrong })))
    const changed = await codeOf(changePost(mina, changePost.input.parse({ id: row.id, ...wrong })))
    expect(created).toBe(changed)
    expect(created).not.toBe('done')
  }
  expect(await codeOf(createPost(mina, input({ teamId: otherTeam, title: 'Refused', due })))).toBe(
    'request.forbidden',
  )
  expect((await readBoard(owner)).map(({ title }) => title)).toEqual(['Whole'])
})

it('takes a due time in an hour that is skipped, and none that is no time', async () => {
  const { owner, teamId } = await core.workspace()
  const skipped = { local: '2027-03-28T02:30', zone: 'Europe/Berlin' }
  await createPost(owner, input({ teamId, title: 'Spring', due: skipped }))
  expect(await readBoard(owner)).toMatchObject([{ dueAt: Date.parse('2027-03-28T01:00:00Z') }])
  expect(() => input({ teamId, title: 'No', due: { local: 'soon', zone: 'Europe/Berlin' } })).toThrow()
})

it('has its send time from its first moment, and asks about one that is past or near before it is made', async () => {
  const { owner, teamId } = await core.workspace()
  const now = Date.parse('2027-03-28T00:00:00Z')
  core.setNow(now)
  const before = await missed(core.app, owner, 0)
  const head = 'events' in before ? before.events.length : 0
  // The hour that is skipped in Berlin that night.
  const at = { local: '2027-03-28T02:30', zone: 'Europe/Berlin' }
  await createPost(owner, input({ teamId, title: 'Planned', at }))
  const time = { sendLocal: '2027-03-28T03:00', sendZone: 'Europe/Berlin', sendAt: now + 3_600_000 }
  expect(await readBoard(owner)).toMatchObject([time])
  const log = await missed(core.app, owner, head)
  expect('events' in log && log.events).toMatchObject([{ type: 'post.created', data: { post: time } }])
  for (const [local, code] of [
    ['2027-03-27T23:00', 'post.timePast'],
    ['2027-03-28T00:04', 'post.timeSoon'],
  ]) {
    const late = { teamId, title: 'Late', at: { local, zone: 'UTC' } }
    expect(await codeOf(createPost(owner, input(late)))).toBe(code)
    expect(await readBoard(owner)).toHaveLength(1)
  }
  await createPost(
    owner,
    input({ teamId, title: 'Late', at: { local: '2027-03-27T23:00', zone: 'UTC' }, confirmed: true }),
  )
  expect(await readBoard(owner)).toHaveLength(2)
  expect(input.bind(null, { teamId, title: 'No', at: { local: '2027-02-30T10:00', zone: 'UTC' } })).toThrow()
})
