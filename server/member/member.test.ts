import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { event, invitation, member, user } from '#db/schema.ts'
import { type TestCore, testCore } from '#tests/support/core.ts'
import { codeOf } from '#tests/support/posts.ts'
import type { Ctx } from '../core/ctx.ts'
import { perform } from '../core/verb.ts'
import { addTeamMember, removeTeamMember } from '../team/team-member.ts'
import { createToken } from '../token/create-token.ts'
import { tokenCtx } from '../token/token.reads.ts'
import { acceptInvitation, readInvitation } from './accept-invitation.ts'
import { changeAccount } from './change-account.ts'
import { changeRole } from './change-role.ts'
import { INVITATION_MS, inviteMember } from './invite-member.ts'
import { readInvitations } from './member.reads.ts'
import { memberCtx } from './member-ctx.ts'
import { narrowMember } from './narrow-member.ts'
import { may } from './permission.rules.ts'
import { leaveWorkspace, removeMember } from './remove-member.ts'
import { setTeamRole } from './set-team-role.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

let core: TestCore
let owner: Ctx
let hq: string
beforeAll(async () => {
  core = await testCore()
})
beforeEach(async () => {
  core.setNow(undefined)
  const made = await core.workspace()
  owner = made.owner
  hq = made.teamId
})
afterAll(() => core.drop())

const again = async (ctx: Ctx) => {
  const now = await memberCtx(core.app, { workspaceId: ctx.workspaceId }, { userId: ctx.userId ?? '' }, 'r')
  if (!now) throw new Error('no member any more')
  return now
}
const log = (ctx: Ctx, type: string) =>
  ctx.store.read
    .select()
    .from(event)
    .where(and(eq(event.workspaceId, ctx.workspaceId), eq(event.type, type)))
const form = {
  name: 'Nina New',
  password: 'a long enough sentence',
  zone: 'Asia/Seoul',
  locale: 'ko' as const,
}
const secretOf = (path: string) => path.replace('/join/', '')

it('changes roles within what the actor holds, and keeps the last owner', async () => {
  const admin = await core.member(owner, 'admin')
  const viewer = await core.member(owner, 'viewer')
  const id = viewer.memberId ?? ''
  await changeRole(admin, { memberId: id, role: 'editor' })
  expect(may((await again(viewer)).grants, 'post:write')).toBe(true)
  expect((await log(owner, 'member.changed')).at(-1)?.data).toMatchObject({
    change: 'role',
    member: { id, role: 'editor' },
  })
  expect(await codeOf(changeRole(admin, { memberId: id, role: 'owner' }))).toBe('member.ownersOnly')
  const mine = owner.memberId ?? ''
  expect(await codeOf(changeRole(admin, { memberId: mine, role: 'viewer' }))).toBe('member.ownersOnly')
  expect(await codeOf(changeRole(owner, { memberId: mine, role: 'admin' }))).toBe('member.lastOwner')
  expect(await codeOf(leaveWorkspace(owner, {}))).toBe('member.lastOwner')
  await changeRole(owner, { memberId: id, role: 'owner' })
  await leaveWorkspace(owner, {})
  await expect(again(owner)).rejects.toThrow('no member')
})

it('narrows a role to teams and widens it again; an owner is never narrowed', async () => {
  const seoul = await core.team(owner, 'Seoul')
  const editor = await core.member(owner, 'editor', { teamIds: [hq] })
  const memberId = editor.memberId ?? ''
  await narrowMember(owner, { memberId, teamIds: [seoul] })
  const narrow = await again(editor)
  expect(may(narrow.grants, 'post:write', seoul)).toBe(true)
  expect(may(narrow.grants, 'post:write', hq)).toBe(false)
  expect(await codeOf(removeTeamMember(owner, { teamId: seoul, memberId }))).toBe('member.needsTeam')
  await addTeamMember(owner, { teamId: hq, memberId })
  expect(may((await again(editor)).grants, 'post:write', hq)).toBe(true)
  await removeTeamMember(owner, { teamId: hq, memberId })
  await narrowMember(owner, { memberId, teamIds: null })
  expect(may((await again(editor)).grants, 'post:write', hq)).toBe(true)
  await narrowMember(owner, { memberId, teamIds: [seoul] })
  await changeRole(owner, { memberId, role: 'owner' })
  expect(may((await again(editor)).grants, 'owner:manage', null)).toBe(true)
  expect(await codeOf(narrowMember(owner, { memberId: owner.memberId ?? '', teamIds: [seoul] }))).toBe('done')
  const second = await again(editor)
  expect(await codeOf(narrowMember(second, { memberId, teamIds: [seoul] }))).toBe('member.lastOwner')
})

it('gives another role inside a team and takes it away', async () => {
  const viewer = await core.member(owner, 'viewer', { teamIds: [hq] })
  const memberId = viewer.memberId ?? ''
  await setTeamRole(owner, { memberId, teamId: hq, role: 'manager' })
  expect(may((await again(viewer)).grants, 'post:decide', hq)).toBe(true)
  await setTeamRole(owner, { memberId, teamId: hq, role: null })
  expect(may((await again(viewer)).grants, 'post:decide', hq)).toBe(false)
  const other = await core.team(owner, 'Elsewhere')
  expect(await codeOf(setTeamRole(owner, { memberId, teamId: other, role: 'agent' }))).toBe(
    'member.notInTeam',
  )
})

it('removes somebody with their teams and tokens; who comes back begins anew', async () => {
  const admin = await core.member(owner, 'admin', { teamIds: [hq] })
  const memberId = admin.memberId ?? ''
  const { secret } = await createToken(admin, { name: 'Script', scopes: ['post:read'] })
  expect((await tokenCtx(core.app, secret, 'r'))?.ctx.memberId).toBe(memberId)
  await removeMember(owner, { memberId })
  expect(await tokenCtx(core.app, secret, 'r')).toBeUndefined()
  expect(await codeOf(removeMember(owner, { memberId }))).toBe('request.notFound')
  const [account] = await owner.store.read
    .select()
    .from(user)
    .where(eq(user.id, admin.userId ?? ''))
  const email = account?.email ?? ''
  const invited = await inviteMember(owner, { email, role: 'viewer', teamIds: [], narrowed: false })
  const joined = { userId: admin.userId ?? '', email, name: admin.name }
  await acceptInvitation(core.app, secretOf(invited.path), joined)
  const back = await again(admin)
  expect(back.memberId).toBe(memberId)
  expect(back.grants.teams).toEqual({})
  expect(may(back.grants, 'member:manage')).toBe(false)
  expect(await tokenCtx(core.app, secret, 'r')).toBeUndefined()
})

it('invites with a link that works once, for seven days, until it is withdrawn or replaced', async () => {
  const nobody = newId()
  const input = { email: `Nina-${nobody}@Example.org `, role: 'editor', teamIds: [hq], narrowed: true }
  const first = (await perform(owner, inviteMember, input)) as { path: string; mail: string }
  expect(first.mail).toBe('off')
  const rows = await readInvitations(owner)
  expect(rows).toMatchObject([
    { email: `nina-${nobody}@example.org`, role: 'editor', narrowed: true, teamIds: [hq] },
  ])
  expect(JSON.stringify(await owner.store.read.select().from(invitation))).not.toContain(secretOf(first.path))

  const second = (await perform(owner, inviteMember, input)) as { path: string }
  expect(await readInvitation(core.app, secretOf(first.path))).toBeUndefined()
  expect(await codeOf(acceptInvitation(core.app, secretOf(first.path), { form }))).toBe('invitation.used')
  const { userId } = await acceptInvitation(core.app, secretOf(second.path), { form })
  const nina = await memberCtx(core.app, { workspaceId: owner.workspaceId }, { userId }, 'r')
  expect(nina?.grants.everywhere).toEqual([])
  expect(may(nina?.grants ?? owner.grants, 'post:write', hq)).toBe(true)
  expect(await codeOf(acceptInvitation(core.app, secretOf(second.path), { form }))).toBe('invitation.used')
  expect(await codeOf(perform(owner, inviteMember, input))).toBe('invitation.alreadyMember')

  const third = await perform(owner, inviteMember, { email: `late-${nobody}@example.org`, role: 'viewer' })
  const late = third as { id: string; path: string }
  core.setNow(Date.now() + INVITATION_MS + 1)
  expect(await codeOf(acceptInvitation(core.app, secretOf(late.path), { form }))).toBe('invitation.used')
  core.setNow(undefined)
  await withdrawInvitation(owner, { invitationId: late.id })
  expect(await codeOf(acceptInvitation(core.app, secretOf(late.path), { form }))).toBe('invitation.used')
  expect(await codeOf(withdrawInvitation(owner, { invitationId: late.id }))).toBe('request.notFound')
})

it('lets nobody invite beyond their own rights', async () => {
  const admin = await core.member(owner, 'admin')
  const manager = await core.member(owner, 'manager')
  const ask = (ctx: Ctx, role: string) => codeOf(perform(ctx, inviteMember, { email: 'x@example.org', role }))
  expect(await ask(admin, 'owner')).toBe('member.ownersOnly')
  expect(await ask(manager, 'viewer')).toBe('request.forbidden')
  expect(await ask(admin, 'admin')).toBe('done')
})

it('gives an accepted link no say over somebody who is in already', async () => {
  const open = await inviteMember(owner, {
    email: `${owner.userId}@example.net`,
    role: 'viewer',
    teamIds: [],
    narrowed: false,
  })
  const me = { userId: owner.userId ?? '', email: `${owner.userId}@example.net`, name: owner.name }
  expect(await codeOf(acceptInvitation(core.app, secretOf(open.path), me))).toBe('invitation.alreadyMember')
  expect(may((await again(owner)).grants, 'owner:manage', null)).toBe(true)
})

it('changes one’s own name in every workspace', async () => {
  const elsewhere = await core.workspace('Elsewhere')
  await owner.store.write((db) =>
    db
      .update(member)
      .set({ userId: owner.userId ?? '' })
      .where(and(eq(member.workspaceId, elsewhere.owner.workspaceId)))
      .then(() => undefined),
  )
  await perform(owner, changeAccount, { name: 'Olive', zone: 'Asia/Seoul', locale: 'ko' })
  const here = await again(owner)
  expect(here).toMatchObject({ name: 'Olive', zone: 'Asia/Seoul', locale: 'ko' })
  const there = { ...owner, workspaceId: elsewhere.owner.workspaceId }
  expect((await again(there)).name).toBe('Olive')
  expect(await log(there, 'member.changed')).toHaveLength(1)
  expect(await codeOf(perform(owner, changeAccount, { zone: 'Mars/Olympus' }))).toBe('request.invalid')
})

it('lets nobody in by a link of somebody who may no longer invite', async () => {
  const admin = await core.member(owner, 'admin', { name: 'Ada' })
  const form = { name: 'New', password: 'a sentence to keep', zone: 'UTC', locale: 'en' as const }
  const invite = async (email: string) =>
    (await perform(admin, inviteMember, { email, role: 'admin' })).path.replace('/join/', '')
  const [first, second] = [await invite('first@example.org'), await invite('second@example.org')]
  expect(await readInvitation(core.app, first)).toMatchObject({
    email: 'first@example.org',
    hasAccount: false,
  })
  await perform(owner, changeRole, { memberId: admin.memberId ?? '', role: 'editor' })
  expect(await readInvitation(core.app, first)).toBeUndefined()
  expect(await codeOf(acceptInvitation(core.app, first, { form }))).toBe('invitation.used')
  await perform(owner, changeRole, { memberId: admin.memberId ?? '', role: 'admin' })
  expect(await readInvitation(core.app, first)).toBeDefined()
  await perform(owner, removeMember, { memberId: admin.memberId ?? '' })
  expect(await codeOf(acceptInvitation(core.app, second, { form }))).toBe('invitation.used')
})
