import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { member, team, teamMember } from '#db/schema.ts'
import { type Grants, grantsOf, may, type Permission } from './permission.rules.ts'

/** A member as others need them: who it is and what they may do. */
export interface Known {
  id: string
  name: string
  role: string
  grants: Grants
  teamIds: string[]
  /** The other role held inside a team, by team. */
  teamRoles: Record<string, string>
}

/** Everybody in the workspace who has not left, with what they may do now. Two queries, whatever the number. */
export async function readPeople(db: Db, workspaceId: string): Promise<Known[]> {
  const rows = await db
    .select()
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), isNull(member.removedAt)))
  const places = await db
    .select({ memberId: teamMember.memberId, teamId: teamMember.teamId, role: teamMember.role })
    .from(teamMember)
    .innerJoin(team, eq(team.id, teamMember.teamId))
    .where(and(eq(teamMember.workspaceId, workspaceId), isNull(team.archivedAt)))
  const byMember = Map.groupBy(places, (place) => place.memberId)
  return rows.map((row) => {
    const teams = byMember.get(row.id) ?? []
    const teamIds = teams.map((one) => one.teamId)
    const grants = grantsOf({ role: row.role, narrowedTo: row.narrowed ? teamIds : null, teams })
    const { id, name, role } = row
    const teamRoles = Object.fromEntries(teams.flatMap((one) => (one.role ? [[one.teamId, one.role]] : [])))
    return { id, name, role, grants, teamIds, teamRoles }
  })
}

/** Those of them who hold a permission in a team. */
export const whoMay = (people: Known[], permission: Permission, teamId: string): Known[] =>
  people.filter((one) => may(one.grants, permission, teamId))
