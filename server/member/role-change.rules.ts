import {
  type Grants,
  grantsOf,
  may,
  type Permission,
  type RoleLike,
  type RoleSet,
  roleSet,
  type TeamRole,
} from './permission.rules.ts'

/** Why a change of a member's role, or their removal, is refused. */
export type RoleRefusal = 'request.forbidden' | 'member.ownersOnly' | 'member.lastOwner' | 'role.beyondOwn'

export type RoleChange = {
  actor: { memberId: string; grants: Grants }
  target: { memberId: string; role: RoleLike; narrowedTo: readonly string[] | null }
  /** The role wanted, workspace-wide or inside a team; null removes the member (or lets them leave). */
  next: { role: RoleLike; narrowedTo: readonly string[] | null } | null
  /** Active owners of the workspace now, the target included. */
  owners: number
}

/** An owner is a member with the built-in role owner that is not narrowed: only such a one can run everything. */
export const isOwner = (member: { role: RoleLike; narrowedTo: readonly string[] | null }): boolean =>
  member.role === 'owner' && !member.narrowedTo

/** May this workspace role be given, changed or taken? Anybody may leave, except the last owner. */
export function changeRole({
  actor,
  target,
  next,
  owners,
}: RoleChange): { ok: true } | { refuse: RoleRefusal } {
  const leaving = next === null && actor.memberId === target.memberId
  if (!leaving && !may(actor.grants, 'member:manage', null)) return { refuse: 'request.forbidden' }
  const touchesOwner = target.role === 'owner' || next?.role === 'owner'
  if (touchesOwner && !leaving && !may(actor.grants, 'owner:manage', null))
    return { refuse: 'member.ownersOnly' }
  if (isOwner(target) && owners <= 1 && !(next && isOwner(next))) return { refuse: 'member.lastOwner' }
  if (next && !withinOwn(actor.grants, next.role, next.narrowedTo)) return { refuse: 'role.beyondOwn' }
  return { ok: true }
}

/** May the actor give this role inside a team? Null takes it away. */
export function giveTeamRole(
  actor: { grants: Grants },
  teamId: string,
  role: TeamRole | RoleSet | null,
): { ok: true } | { refuse: RoleRefusal } {
  if (!may(actor.grants, 'member:manage', null)) return { refuse: 'request.forbidden' }
  if (role && !withinOwn(actor.grants, role, [teamId])) return { refuse: 'role.beyondOwn' }
  return { ok: true }
}

/** May the actor make or change a custom role with these permissions? Nobody hands out more than they hold. */
export function makeRole(
  actor: { grants: Grants },
  permissions: readonly Permission[],
): { ok: true } | { refuse: RoleRefusal } {
  if (!may(actor.grants, 'role:manage', null)) return { refuse: 'request.forbidden' }
  return permissions.every((permission) => may(actor.grants, permission, null))
    ? { ok: true }
    : { refuse: 'role.beyondOwn' }
}

function withinOwn(grants: Grants, role: RoleLike, narrowedTo: readonly string[] | null): boolean {
  const given = grantsOf({ role, narrowedTo, teams: [] })
  const own = roleSet(role).ownTeams ?? []
  return (
    [...given.everywhere, ...own].every((permission) => may(grants, permission, null)) &&
    Object.entries(given.teams).every(([teamId, list]) => list.every((p) => may(grants, p, teamId)))
  )
}
