import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BUILT_IN_ROLES,
  cutGrants,
  type Grants,
  grantsOf,
  isPermission,
  type MemberRoles,
  may,
  PERMISSIONS,
  type Permission,
  scopeOf,
  teamsWith,
} from './permission.rules.ts'

/** One row per permission; columns owner, admin, manager, editor, agent, analyst, viewer. x yes, . no, t own teams only. */
const TABLE: Record<Permission, string> = {
  'workspace:delete': 'x......',
  'owner:manage': 'x......',
  'workspace:manage': 'xx.....',
  'member:manage': 'xx.....',
  'role:manage': 'xx.....',
  'team:manage': 'xx.....',
  'token:manage': 'xx.....',
  'webhook:manage': 'xx.....',
  'job:manage': 'xx.....',
  'privacy:manage': 'xx.....',
  'export:run': 'xx.....',
  'audit:read': 'xx...x.',
  'channel:read': 'xxxxxxx',
  'channel:manage': 'xxt....',
  'approval:manage': 'xxt....',
  'stage:manage': 'xxt....',
  'campaign:read': 'xxxxxxx',
  'campaign:write': 'xxxx...',
  'campaign:publish': 'xxx....',
  'canvas:read': 'xxxxxxx',
  'canvas:write': 'xxxx...',
  'post:read': 'xxxxxxx',
  'post:write': 'xxxx...',
  'post:submit': 'xxxx...',
  'post:decide': 'xxx....',
  'post:schedule': 'xxxx...',
  'post:publish': 'xxx....',
  'post:share': 'xxxx...',
  'publishing:pause': 'xxx....',
  'import:run': 'xxx....',
  'comment:read': 'xxxxxxx',
  'comment:write': 'xxxxxxx',
  'comment:share': 'xxxx...',
  'asset:read': 'xxxxxxx',
  'asset:write': 'xxxx...',
  'conversation:read': 'xxxxxxx',
  'conversation:write': 'xxx.x..',
  'conversation:reply': 'xxx.x..',
  'conversation:assign': 'xxx.x..',
  'conversation:moderate': 'xxx.x..',
  'reply:decide': 'xxx....',
  'inbox:manage': 'xxx....',
  'listening:manage': 'xxx....',
  'sentiment:correct': 'xxx.x..',
  'person:write': 'xxx.x..',
  'incident:read': 'xxxxxxx',
  'incident:write': 'xxx....',
  'dashboard:read': 'xxxxxxx',
  'dashboard:write': 'xxx..x.',
  'dashboard:share': 'xxx..x.',
  'report:write': 'xxx..x.',
  'chat:read': 'xxxxxxx',
  'chat:write': 'xxxxxxx',
  'practice:play': 'xxxxx..',
}

describe('the built-in roles', () => {
  const cells = PERMISSIONS.flatMap((permission) =>
    BUILT_IN_ROLES.map((role, column) => ({ permission, role, cell: TABLE[permission][column] })),
  )
  it.each(cells)('$role $permission: $cell', ({ permission, role, cell }) => {
    const grants = grantsOf({ role, narrowedTo: null, teams: [{ teamId: 'seoul', role: null }] })
    expect(may(grants, permission, null)).toBe(cell === 'x')
    expect(may(grants, permission, 'berlin')).toBe(cell === 'x')
    expect(may(grants, permission, 'seoul')).toBe(cell !== '.')
    expect(teamsWith(grants, permission)).toEqual(cell === 'x' ? 'all' : cell === 't' ? ['seoul'] : [])
  })

  it.each(cells)('narrowed $role in seoul, $permission', ({ permission, role, cell }) => {
    const grants = grantsOf({ role, narrowedTo: ['seoul'], teams: [] })
    const held = cell !== '.' && scopeOf(permission) === 'team'
    expect(may(grants, permission)).toBe(held)
    expect(may(grants, permission, 'seoul')).toBe(held)
    expect(may(grants, permission, 'berlin')).toBe(false)
    expect(may(grants, permission, null)).toBe(false)
  })
})

describe('grants', () => {
  const role = fc.oneof(
    fc.constantFrom(...BUILT_IN_ROLES),
    fc.record({ permissions: fc.subarray(PERMISSIONS) }),
  )
  const teamId = fc.constantFrom('hq', 'seoul', 'berlin', '__proto__', 'constructor')
  const member: fc.Arbitrary<MemberRoles> = fc.record({
    role,
    narrowedTo: fc.option(fc.uniqueArray(teamId)),
    teams: fc.array(fc.record({ teamId, role: fc.option(role) })),
  })

  it('survive JSON and agree between may and teamsWith', () => {
    fc.assert(
      fc.property(member, fc.constantFrom(...PERMISSIONS), teamId, (roles, permission, team) => {
        const grants = JSON.parse(JSON.stringify(grantsOf(roles))) as Grants
        const teams = teamsWith(grants, permission)
        expect(may(grants, permission, team)).toBe(teams === 'all' || teams.includes(team))
        expect(may(grants, permission)).toBe(teams === 'all' || teams.length > 0)
        expect(may(grants, permission, null)).toBe(teams === 'all')
      }),
    )
  })

  it('never give workspace permissions through a team or a narrowed role', () => {
    fc.assert(
      fc.property(member, (roles) => {
        const grants = grantsOf(roles)
        for (const list of Object.values(grants.teams)) expect(list.map(scopeOf)).not.toContain('workspace')
        if (roles.narrowedTo) expect(grants.everywhere).toEqual([])
      }),
    )
  })

  it('only shrink when cut to the scopes of a token', () => {
    fc.assert(
      fc.property(member, fc.subarray(PERMISSIONS), teamId, (roles, scopes, team) => {
        const grants = grantsOf(roles)
        const cut = cutGrants(grants, scopes)
        for (const permission of PERMISSIONS) {
          const wanted = scopes.includes(permission) && may(grants, permission, team)
          expect(may(cut, permission, team)).toBe(wanted)
        }
      }),
    )
  })

  it('add a second role inside one team', () => {
    const grants = grantsOf({
      role: 'viewer',
      narrowedTo: null,
      teams: [{ teamId: 'seoul', role: 'manager' }],
    })
    expect(may(grants, 'post:decide', 'seoul')).toBe(true)
    expect(may(grants, 'channel:manage', 'seoul')).toBe(true)
    expect(may(grants, 'post:decide', 'berlin')).toBe(false)
    expect(may(grants, 'post:read', 'berlin')).toBe(true)
  })

  it('ignore permissions this version does not know, and inherited names', () => {
    const strange = { permissions: ['post:read', 'rocket:launch'] as Permission[] }
    expect(grantsOf({ role: strange, narrowedTo: null, teams: [] }).everywhere).toEqual(['post:read'])
    expect(isPermission('constructor')).toBe(false)
  })
})
