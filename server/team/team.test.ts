import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf, makeChannel } from '#tests/support/posts.ts'
import { perform } from '../core/verb.ts'
import { readTeams } from '../member/member.reads.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { changeWorkspace } from '../workspace/change-workspace.ts'
import { readDirectory } from '../workspace/directory.reads.ts'
import { archiveTeam, changeTeam } from './change-team.ts'
import { createTeam } from './create-team.ts'

let core: TestCore
beforeAll(async () => {
  core = await testCore()
})
afterAll(() => core.drop())

const seoul = { name: 'Seoul', zone: 'Asia/Seoul', locale: 'ko', country: 'kr' }

it('makes, changes and archives regional teams; HQ stays', async () => {
  const { owner, teamId: hq } = await core.workspace()
  const { id } = (await perform(owner, createTeam, seoul)) as { id: string }
  expect(await codeOf(perform(owner, createTeam, { ...seoul, name: 'SEOUL' }))).toBe('team.nameTaken')
  expect(await codeOf(perform(owner, createTeam, { ...seoul, country: 'Q1' }))).toBe('request.invalid')
  await perform(owner, changeTeam, { teamId: id, name: 'Korea' })
  expect(await readTeams(owner)).toMatchObject([
    { kind: 'hq', name: 'HQ' },
    { id, name: 'Korea', zone: 'Asia/Seoul', locale: 'ko', country: 'KR', people: [] },
  ])
  expect(await codeOf(archiveTeam(owner, { teamId: hq }))).toBe('team.hqStays')
  await makeChannel(owner, id)
  expect(await codeOf(archiveTeam(owner, { teamId: id }))).toBe('team.hasChannels')
})

it('ends roles held in a team that is archived', async () => {
  const { owner } = await core.workspace()
  const { id } = (await perform(owner, createTeam, seoul)) as { id: string }
  const regional = await core.member(owner, 'editor', { narrowedTo: [id] })
  await archiveTeam(owner, { teamId: id })
  const now = await memberCtx(
    core.app,
    { workspaceId: owner.workspaceId },
    { userId: regional.userId ?? '' },
    'r',
  )
  expect(now?.grants).toEqual({ everywhere: [], teams: {} })
})

it('changes the workspace but not its address', async () => {
  const { owner } = await core.workspace('Before')
  const { workspace: before } = await readDirectory(owner)
  await perform(owner, changeWorkspace, { name: 'After', zone: 'Asia/Seoul' })
  const { workspace } = await readDirectory(owner)
  expect(workspace).toMatchObject({ name: 'After', slug: before.slug, zone: 'Asia/Seoul' })
})
