import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { invitation, member, team, teamMember, user } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'

/** The people of the workspace with address, role and teams; for those who manage members. */
export async function readMembers(ctx: Ctx) {
  const [people, memberships] = await Promise.all([
    ctx.store.read
      .select({
        id: member.id,
        name: member.name,
        email: user.email,
        role: member.role,
        narrowed: member.narrowed,
        createdAt: member.createdAt,
      })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(and(eq(member.workspaceId, ctx.workspaceId), isNull(member.removedAt)))
      .orderBy(asc(member.name), asc(member.id)),
    ctx.store.read
      .select({ memberId: teamMember.memberId, teamId: teamMember.teamId, role: teamMember.role })
      .from(teamMember)
      .innerJoin(team, eq(team.id, teamMember.teamId))
      .where(and(eq(teamMember.workspaceId, ctx.workspaceId), isNull(team.archivedAt))),
  ])
  return people.map((one) => ({
    ...one,
    teams: memberships.filter((row) => row.memberId === one.id).map(({ teamId, role }) => ({ teamId, role })),
  }))
}

/** Invitations that still open the door. Never their links: only hashes of them exist. */
export async function readInvitations(ctx: Ctx) {
  return ctx.store.read
    .select({
      id: invitation.id,
      email: invitation.email,
      role: invitation.role,
      narrowed: invitation.narrowed,
      teamIds: invitation.teamIds,
      invitedBy: invitation.invitedBy,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(
      and(
        eq(invitation.workspaceId, ctx.workspaceId),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, ctx.now()),
      ),
    )
    .orderBy(asc(invitation.createdAt))
}

/** The teams with their people and the role each holds inside, if another. */
export async function readTeams(ctx: Ctx) {
  const [teams, memberships] = await Promise.all([
    ctx.store.read
      .select({
        id: team.id,
        name: team.name,
        kind: team.kind,
        zone: team.zone,
        locale: team.locale,
        country: team.country,
      })
      .from(team)
      .where(and(eq(team.workspaceId, ctx.workspaceId), isNull(team.archivedAt)))
      .orderBy(asc(team.kind), asc(team.name)),
    ctx.store.read
      .select({
        teamId: teamMember.teamId,
        memberId: teamMember.memberId,
        role: teamMember.role,
        name: member.name,
        workspaceRole: member.role,
      })
      .from(teamMember)
      .innerJoin(member, eq(member.id, teamMember.memberId))
      .where(and(eq(teamMember.workspaceId, ctx.workspaceId), isNull(member.removedAt)))
      .orderBy(asc(member.name)),
  ])
  return teams.map((one) => ({
    ...one,
    people: memberships.filter((row) => row.teamId === one.id).map(({ teamId: _, ...person }) => person),
  }))
}
