/**
 * Every permission, as data. `workspace` permissions concern the company as a whole: only a workspace role that is
 * not narrowed to teams gives them. `team` permissions hold everywhere or inside named teams.
 */
const SCOPE = {
  'workspace:delete': 'workspace',
  'owner:manage': 'workspace',
  'workspace:manage': 'workspace',
  'member:manage': 'workspace',
  'role:manage': 'workspace',
  'team:manage': 'workspace',
  'token:manage': 'workspace',
  'webhook:manage': 'workspace',
  'job:manage': 'workspace',
  'privacy:manage': 'workspace',
  'export:run': 'workspace',
  'audit:read': 'workspace',
  'channel:read': 'team',
  'channel:manage': 'team',
  'approval:manage': 'team',
  'stage:manage': 'team',
  'campaign:read': 'team',
  'campaign:write': 'team',
  'campaign:publish': 'team',
  'canvas:read': 'team',
  'canvas:write': 'team',
  'post:read': 'team',
  'post:write': 'team',
  'post:submit': 'team',
  'post:decide': 'team',
  'post:schedule': 'team',
  'post:publish': 'team',
  'post:share': 'team',
  'publishing:pause': 'team',
  'import:run': 'team',
  'comment:read': 'team',
  'comment:write': 'team',
  'comment:share': 'team',
  'asset:read': 'team',
  'asset:write': 'team',
  'conversation:read': 'team',
  'conversation:write': 'team',
  'conversation:reply': 'team',
  'conversation:assign': 'team',
  'conversation:moderate': 'team',
  'reply:decide': 'team',
  'inbox:manage': 'team',
  'listening:manage': 'team',
  'sentiment:correct': 'team',
  'person:write': 'team',
  'incident:read': 'team',
  'incident:write': 'team',
  'dashboard:read': 'team',
  'dashboard:write': 'team',
  'dashboard:share': 'team',
  'report:write': 'team',
  'chat:read': 'team',
  'chat:write': 'team',
  'practice:play': 'team',
} as const satisfies Record<`${string}:${string}`, 'workspace' | 'team'>

export type Permission = keyof typeof SCOPE
export const PERMISSIONS = Object.keys(SCOPE) as Permission[]

export const isPermission = (value: string): value is Permission => Object.hasOwn(SCOPE, value)

/** Whether a permission concerns the whole workspace, or can be held inside single teams. */
export const scopeOf = (permission: Permission): 'workspace' | 'team' => SCOPE[permission]

export const BUILT_IN_ROLES = ['owner', 'admin', 'manager', 'editor', 'agent', 'analyst', 'viewer'] as const
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number]
export const isBuiltInRole = (value: string): value is BuiltInRole =>
  (BUILT_IN_ROLES as readonly string[]).includes(value)

/** Roles that can be held inside a team; owner and admin concern the whole workspace. */
export const TEAM_ROLES = ['manager', 'editor', 'agent', 'analyst', 'viewer'] as const
export type TeamRole = (typeof TEAM_ROLES)[number]

/** `ownTeams` are held only in the teams the member belongs to, even when the role itself is not narrowed. */
export type RoleSet = { permissions: readonly Permission[]; ownTeams?: readonly Permission[] }

const reads = PERMISSIONS.filter((permission) => permission.endsWith(':read'))
const viewer: Permission[] = [
  ...reads.filter((permission) => permission !== 'audit:read'),
  'comment:write',
  'chat:write',
]
const editor: Permission[] = [
  ...viewer,
  'campaign:write',
  'canvas:write',
  'post:write',
  'post:submit',
  'post:schedule',
  'post:share',
  'comment:share',
  'asset:write',
  'practice:play',
]
const agent: Permission[] = [
  ...viewer,
  'conversation:write',
  'conversation:reply',
  'conversation:assign',
  'conversation:moderate',
  'sentiment:correct',
  'person:write',
  'practice:play',
]
const analyst: Permission[] = [...viewer, ...reads, 'dashboard:write', 'dashboard:share', 'report:write']
const manager: Permission[] = [
  ...editor,
  ...agent,
  'campaign:publish',
  'post:decide',
  'post:publish',
  'publishing:pause',
  'import:run',
  'reply:decide',
  'inbox:manage',
  'listening:manage',
  'incident:write',
  'dashboard:write',
  'dashboard:share',
  'report:write',
]
const touchesOwners: readonly Permission[] = ['workspace:delete', 'owner:manage']
const unique = (list: readonly Permission[]): Permission[] => [...new Set(list)]

/** The built-in roles (PRODUCT "Team"). Custom roles are made from the same list of permissions. */
export const ROLES: Record<BuiltInRole, RoleSet> = {
  owner: { permissions: PERMISSIONS },
  admin: { permissions: PERMISSIONS.filter((permission) => !touchesOwners.includes(permission)) },
  manager: { permissions: unique(manager), ownTeams: ['channel:manage', 'approval:manage', 'stage:manage'] },
  editor: { permissions: unique(editor) },
  agent: { permissions: unique(agent) },
  analyst: { permissions: unique(analyst) },
  viewer: { permissions: unique(viewer) },
}

/** What a member may do: everywhere in the workspace, and inside single teams. JSON; empty means nothing. */
export type Grants = { everywhere: Permission[]; teams: Record<string, Permission[]> }
export const NO_GRANTS: Grants = { everywhere: [], teams: {} }

/** A role as stored: a built-in name, or the set of a custom role. */
export type RoleLike = BuiltInRole | RoleSet

export type MemberRoles = {
  role: RoleLike
  /** Team ids the workspace role is narrowed to; null: it holds everywhere. */
  narrowedTo: readonly string[] | null
  /** The teams the member belongs to, with the other role held inside, if any. */
  teams: readonly { teamId: string; role: RoleLike | null }[]
}

export const roleSet = (role: RoleLike): RoleSet => (typeof role === 'string' ? ROLES[role] : role)

/** The union of the workspace role and the team roles; permissions unknown to this version are left out. */
export function grantsOf(member: MemberRoles): Grants {
  const workspace = roleSet(member.role)
  const teams = new Map<string, Set<Permission>>()
  const give = (teamId: string, list: readonly Permission[]) => {
    const held = teams.get(teamId) ?? new Set()
    for (const permission of list)
      if (isPermission(permission) && SCOPE[permission] === 'team') held.add(permission)
    teams.set(teamId, held)
  }
  const own = workspace.ownTeams ?? []
  for (const teamId of member.narrowedTo ?? []) give(teamId, [...workspace.permissions, ...own])
  for (const { teamId, role } of member.teams) {
    if (!member.narrowedTo) give(teamId, own)
    if (role) give(teamId, [...roleSet(role).permissions, ...(roleSet(role).ownTeams ?? [])])
  }
  const held = [...teams].filter(([, list]) => list.size > 0).map(([id, list]) => [id, [...list].sort()])
  return {
    everywhere: member.narrowedTo ? [] : unique(workspace.permissions).filter(isPermission).sort(),
    teams: Object.fromEntries(held),
  }
}

/**
 * May this be done? With a team id: in that team. With null: on something that belongs to no team, so the permission
 * must hold everywhere. Without the third argument: in any team at all (then narrow with `teamsWith`).
 */
export function may(grants: Grants, permission: Permission, teamId?: string | null): boolean {
  if (grants.everywhere.includes(permission)) return true
  if (teamId === null) return false
  if (teamId === undefined) return Object.values(grants.teams).some((list) => list.includes(permission))
  return Object.hasOwn(grants.teams, teamId) && grants.teams[teamId]!.includes(permission)
}

/** The teams in which a permission is held: `'all'`, or team ids (perhaps none). */
export function teamsWith(grants: Grants, permission: Permission): 'all' | string[] {
  if (grants.everywhere.includes(permission)) return 'all'
  return Object.keys(grants.teams).filter((teamId) => grants.teams[teamId]!.includes(permission))
}

/** Grants cut down to a list of permissions: what an API token with these scopes may do for its owner. */
export function cutGrants(grants: Grants, allowed: readonly Permission[]): Grants {
  const cut = (list: Permission[]) => list.filter((permission) => allowed.includes(permission))
  const teams = Object.entries(grants.teams).map(([id, list]) => [id, cut(list)] as const)
  return {
    everywhere: cut(grants.everywhere),
    teams: Object.fromEntries(teams.filter(([, list]) => list.length)),
  }
}
