/// <reference types="vite/client" />
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { dump, type FullWorkspace, fill, fillTeam } from '#tests/support/full-workspace.ts'
import {
  askTheirs,
  foundOf,
  inputOf,
  openTheirs,
  READS,
  type Theirs,
  tryTheirs,
} from '#tests/support/isolation.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from './core/ctx.ts'
import { perform } from './core/verb.ts'
import { missed } from './event/missed.ts'
import { memberCtx } from './member/member-ctx.ts'
import { grantsOf, isPermission, may } from './member/permission.rules.ts'
import { setTeamRole } from './member/set-team-role.ts'
import { VERBS } from './verbs.ts'

/**
 * Two regions of one company, each with at least one of everything a team or one of its members has. Who is narrowed to
 * the first tries the ids of the second.
 */
let core: TestCore
let whole: FullWorkspace
let mine: FullWorkspace
/** What of the second is nobody else's; its name and its people are known to the whole company. */
let theirs: Theirs
let theirTeam: string
let untouched: string[]
let far: Ctx
beforeAll(async () => {
  core = await testCore()
  const { owner } = await core.workspace()
  whole = await fill(owner, 'OF-HQ')
  const ours = await core.team(owner, 'Iberia')
  theirTeam = await core.team(owner, 'Nordics')
  const near = await core.member(owner, 'manager', { narrowedTo: [ours] })
  far = await core.member(owner, 'manager', { narrowedTo: [theirTeam] })
  mine = await fillTeam(near, 'OURS', ours, whole)
  const full = await fillTeam(far, 'SECRET-OF-THEIRS', theirTeam, whole)
  theirs = { mark: full.mark, ids: full.own }
  untouched = await rowsOfTheirs()
})
afterAll(() => core.drop())

const rowsOfTheirs = async () => {
  const own = Object.values(theirs.ids)
  const rows = Object.values(await dump(whole.owner)).flat()
  // Rows of ours may name theirs where that is allowed.
  const isTheirs = ({ id }: { id?: string }, row: string) =>
    id === undefined
      ? own.some((one) => row.includes(one)) && !row.includes(mine.ids.team ?? '')
      : own.includes(id)
  return rows.filter((row) => isTheirs(JSON.parse(row), row))
}

/** Fields that may hold any id, with the reason. */
const HELD: Record<string, string> = {
  'comment.startOnCanvas on.about.postId':
    'whose card it is: the title is told only to who may read the post',
  'canvas.create campaignId': 'a canvas may belong to any campaign one sees',
  'post.bulk action.campaignId': 'a post may belong to any campaign one sees',
  'post.create id': 'two who make one post of one note are both told that it is made',
  'post.create campaignId': 'a post may belong to any campaign one sees',
  'channel.change flow.steps.0.approvers.guestIds.0': 'guests have no table yet; an id of none asks nobody',
  'channel.change flow.steps.0.approvers.teamIds.0': 'a team may ask another for its approval',
}

const viewer = grantsOf({ role: 'viewer', narrowedTo: null, teams: [] })
const named = VERBS.map((verb) => [verb.verb, verb] as const)

describe('verbs', () => {
  it.each(named)('%s acts on nothing of theirs', async (name, verb) => {
    const held = (path: string) => Boolean(HELD[`${name} ${path}`])
    const tried = { ...theirs, ids: { ...theirs.ids, team: theirTeam } }
    expect(await tryTheirs(mine.owner, verb, mine, tried, held)).toEqual([])
  })
})

describe('reads', () => {
  it.each(READS)('%s tells nothing of theirs', async (_name, read) => {
    for await (const told of askTheirs(mine.owner, read, theirs)) expect(foundOf(theirs, told)).toEqual([])
  })
})

describe('pages', () => {
  const modules = import.meta.glob<Record<string, unknown>>('../app/routes/w.*.{ts,tsx}')
  it.each(Object.keys(modules))('%s shows nothing of theirs', async (file) => {
    const { userId } = mine.owner
    const account = { userId, email: 'mine@example.org', sessionId: whole.ids.session }
    const context = { account, app: core.app, settings: {}, nonce: '', requestId: 'r' }
    const page = { file, module: await modules[file]?.(), context }
    for await (const told of openTheirs(mine.owner, page, theirs)) expect(foundOf(theirs, told)).toEqual([])
  })
})

describe('who reads every team, but plans in another', () => {
  let rui: Ctx
  beforeAll(async () => {
    const { owner } = whole
    const teamId = mine.ids.team ?? ''
    const made = await core.member(owner, 'viewer', { teamIds: [teamId] })
    await perform(owner, setTeamRole, { memberId: made.memberId, teamId, role: 'manager' })
    const where = { workspaceId: owner.workspaceId }
    rui = (await memberCtx(core.app, where, { userId: made.userId ?? '' }, newId())) ?? made
  })
  const tried = VERBS.filter(({ permission }) => isPermission(permission) && !may(viewer, permission))
  it.each(tried.map((verb) => [verb.verb, verb] as const))('%s acts on nothing there', async (name, verb) => {
    const all = { ...theirs, ids: { ...theirs.ids, team: theirTeam } }
    const held = (path: string) => Boolean(HELD[`${name} ${path}`])
    expect(await tryTheirs(rui, verb, mine, all, held)).toEqual([])
  })
})

it('leaves everything of theirs as it was after all of this', async () => {
  expect(await rowsOfTheirs()).toEqual(untouched)
})

/** What everybody is told of, whose team it ever was; with the reason. */
const TOLD: Record<string, string> = {
  'label.created': 'labels are the whole company’s',
  'member.changed': 'so are its people',
  'member.removed': 'so are its people',
  'practice.personaAdded': 'personas play in every team’s practice',
  'view.changed': 'a view that was shared is everybody’s',
  'view.saved': 'a view that was shared is everybody’s',
}

it('tells nobody else of what they do with their own', async () => {
  const log = (await missed(core.app, mine.owner, 0)) as { head: number }
  const done: string[] = []
  for (const verb of VERBS) {
    const own = await fillTeam(far, `SECRET-OF-THEIRS ${verb.verb}`, theirTeam, whole)
    if ((await codeOf(perform(far, verb, inputOf(verb, own).input))) === 'done') done.push(verb.verb)
  }
  expect(done.length).toBeGreaterThan(50)
  const { events } = (await missed(core.app, mine.owner, log.head)) as { events: { type?: string }[] }
  expect(events.length).toBeGreaterThan(done.length / 2)
  const told = events.flatMap(({ type }) => (type && !TOLD[type] ? [type] : []))
  expect([...new Set(told)]).toEqual([])
})
