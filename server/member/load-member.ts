import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { member, team, teamMember } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, type Tx } from '../core/transact.ts'
import { notFound, Problem } from '../platform/problem.ts'
import type { TeamRole } from './permission.rules.ts'
import type { RoleRefusal } from './role-change.rules.ts'

export type MemberRow = typeof member.$inferSelect
export interface LoadedMember {
  row: MemberRow
  /** The teams they belong to, archived ones left out. */
  teams: { teamId: string; role: TeamRole | null }[]
  narrowedTo: string[] | null
}

/** An active member of this workspace with their teams; `request.notFound` for anybody else. */
export async function loadMember(tx: Tx, memberId: string, field = 'memberId'): Promise<LoadedMember> {
  const { workspaceId } = tx.ctx
  const [row] = await tx.db
    .select()
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), eq(member.id, memberId), isNull(member.removedAt)))
  if (!row) throw new Problem('request.notFound', { status: 404, field })
  const teams = await tx.db
    .select({ teamId: teamMember.teamId, role: teamMember.role })
    .from(teamMember)
    .innerJoin(team, eq(team.id, teamMember.teamId))
    .where(
      and(
        eq(teamMember.workspaceId, workspaceId),
        eq(teamMember.memberId, memberId),
        isNull(team.archivedAt),
      ),
    )
  return { row, teams, narrowedTo: row.narrowed ? teams.map((one) => one.teamId) : null }
}

/** How many active owners there are: members with the role owner that is not narrowed. */
export async function countOwners(tx: Tx): Promise<number> {
  const owners = await tx.db
    .select({ id: member.id })
    .from(member)
    .where(
      and(
        eq(member.workspaceId, tx.ctx.workspaceId),
        eq(member.role, 'owner'),
        eq(member.narrowed, false),
        isNull(member.removedAt),
      ),
    )
  return owners.length
}

/** The names of active teams, in the order of the ids; `request.notFound` when one is not this workspace's. */
export async function teamNames(
  db: Db,
  workspaceId: string,
  teamIds: readonly string[],
  field: string,
): Promise<string[]> {
  if (!teamIds.length) return []
  const rows = await db
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(and(eq(team.workspaceId, workspaceId), isNull(team.archivedAt)))
  return teamIds.map((id) => {
    const found = rows.find((row) => row.id === id)
    if (!found) throw new Problem('request.notFound', { status: 404, field })
    return found.name
  })
}

/** The actor as the rules see them. A verb is performed by a member; the system itself changes no roles. */
export function actorOf(ctx: Ctx): { memberId: string; grants: Ctx['grants'] } {
  if (!ctx.memberId) throw notFound()
  return { memberId: ctx.memberId, grants: ctx.grants }
}

const STATUS = {
  'request.forbidden': 403,
  'member.ownersOnly': 403,
  'member.lastOwner': 409,
  'role.beyondOwn': 403,
} as const satisfies Record<RoleRefusal, number>

/** Turns a refusal of the rules into the problem a person reads. */
export function orRefuse(verdict: { ok: true } | { refuse: RoleRefusal }): void {
  if ('refuse' in verdict) throw new Problem(verdict.refuse, { status: STATUS[verdict.refuse] })
}

export type MemberChange =
  | 'role'
  | 'everywhere'
  | 'narrowed'
  | 'teamRole'
  | 'joinedTeam'
  | 'leftTeam'
  | 'name'

/** Tells everybody what a member is like now, read back from the rows, and what it was that changed. */
export async function tellMember(
  tx: Tx,
  memberId: string,
  change: MemberChange,
  about: { team?: string; teamRole?: TeamRole | null } = {},
): Promise<void> {
  const { row, teams } = await loadMember(tx, memberId)
  const face = { id: row.id, name: row.name, role: row.role }
  emit(
    tx,
    'member.changed',
    {
      member: face,
      narrowed: row.narrowed,
      teamIds: teams.map((one) => one.teamId),
      change,
      team: about.team ?? '',
      teamRole: about.teamRole ?? 'none',
    },
    { subjectId: row.id, audience: { permission: 'post:read' } },
  )
}
