import { describe, expect, it } from 'vitest'
import { type BuiltInRole, grantsOf } from './permission.rules.ts'
import { changeRole, giveTeamRole, makeRole } from './role-change.rules.ts'

const as = (role: BuiltInRole, memberId = 'actor') => ({
  memberId,
  grants: grantsOf({ role, narrowedTo: null, teams: [] }),
})
const holding = (role: BuiltInRole, memberId = 'target') => ({ memberId, role, narrowedTo: null })
const wanted = (role: BuiltInRole) => ({ role, narrowedTo: null })
const OK = { ok: true }

describe('changing a role', () => {
  it.each([
    ['owner', 'viewer', 'owner', 1, OK],
    ['owner', 'owner', 'admin', 2, OK],
    ['owner', 'owner', 'admin', 1, { refuse: 'member.lastOwner' }],
    ['owner', 'owner', null, 1, { refuse: 'member.lastOwner' }],
    ['owner', 'owner', null, 2, OK],
    ['admin', 'viewer', 'admin', 1, OK],
    ['admin', 'viewer', 'owner', 1, { refuse: 'member.ownersOnly' }],
    ['admin', 'owner', 'viewer', 2, { refuse: 'member.ownersOnly' }],
    ['admin', 'owner', null, 2, { refuse: 'member.ownersOnly' }],
    ['admin', 'manager', null, 1, OK],
    ['manager', 'viewer', 'editor', 1, { refuse: 'request.forbidden' }],
    ['viewer', 'viewer', null, 1, { refuse: 'request.forbidden' }],
  ] as const)('%s turns %s into %s (%i owners)', (actor, target, next, owners, answer) => {
    expect(
      changeRole({ actor: as(actor), target: holding(target), next: next && wanted(next), owners }),
    ).toEqual(answer)
  })

  it('lets anybody leave but the last owner', () => {
    const leave = (role: BuiltInRole, owners: number) =>
      changeRole({ actor: as(role, 'me'), target: holding(role, 'me'), next: null, owners })
    expect(leave('viewer', 1)).toEqual(OK)
    expect(leave('owner', 2)).toEqual(OK)
    expect(leave('owner', 1)).toEqual({ refuse: 'member.lastOwner' })
  })

  it('counts narrowing the last owner as losing them', () => {
    const next = { role: 'owner', narrowedTo: ['seoul'] } as const
    expect(changeRole({ actor: as('owner'), target: holding('owner'), next, owners: 1 })).toEqual({
      refuse: 'member.lastOwner',
    })
  })

  it('never lets anybody hand out more than they hold', () => {
    const narrow = { permissions: ['member:manage', 'role:manage', 'post:read'] } as const
    const clerk = { memberId: 'c', grants: grantsOf({ role: narrow, narrowedTo: null, teams: [] }) }
    const to = (next: BuiltInRole) =>
      changeRole({ actor: clerk, target: holding('viewer'), next: wanted(next), owners: 1 })
    expect(to('editor')).toEqual({ refuse: 'role.beyondOwn' })
    expect(giveTeamRole(clerk, 'seoul', 'editor')).toEqual({ refuse: 'role.beyondOwn' })
    expect(giveTeamRole(clerk, 'seoul', null)).toEqual(OK)
    expect(makeRole(clerk, ['post:read'])).toEqual(OK)
    expect(makeRole(clerk, ['post:write'])).toEqual({ refuse: 'role.beyondOwn' })
    expect(giveTeamRole(as('manager'), 'seoul', 'viewer')).toEqual({ refuse: 'request.forbidden' })
  })
})
