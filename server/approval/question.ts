import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { decision, member, teamMember, type variant } from '#db/schema.ts'
import { readVersion } from '../version/take-version.ts'
import type { Question } from './approval.rules.ts'
import { flow, type Person } from './flow.rules.ts'

/** The people of a workspace as approval sees them: roles are those that hold in the given team. */
export async function peopleFor(db: Db, workspaceId: string, teamId: string): Promise<Person[]> {
  const members = await db
    .select({ id: member.id, role: member.role, narrowed: member.narrowed })
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), isNull(member.removedAt)))
  const places = await db
    .select({ memberId: teamMember.memberId, teamId: teamMember.teamId, role: teamMember.role })
    .from(teamMember)
    .where(eq(teamMember.workspaceId, workspaceId))
  const byMember = Map.groupBy(places, (row) => row.memberId)
  return members.map(({ id, role, narrowed }) => {
    const own = byMember.get(id) ?? []
    const here = own.find((row) => row.teamId === teamId)
    const roles = new Set<string>()
    if (!narrowed || here) roles.add(role)
    if (here?.role) roles.add(here.role)
    return { id, roles: [...roles], teamIds: own.map((row) => row.teamId) }
  })
}

/**
 * All that decides whether one content of a variant is approved: the channel's flow, the decisions, the authors of
 * that very version, and the people. `evaluate`, `mayDecide` and `approvedToSend` answer it.
 */
export async function approvalQuestion(
  db: Db,
  one: Pick<typeof variant.$inferSelect, 'id' | 'workspaceId' | 'submittedBy'>,
  place: { teamId: string; flow: unknown },
  hash: string,
): Promise<Question> {
  const rules = flow.parse(place.flow)
  const rows = await db
    .select()
    .from(decision)
    .where(and(eq(decision.workspaceId, one.workspaceId), eq(decision.variantId, one.id)))
  const kept = await readVersion(db, one.workspaceId, one.id, hash)
  const authors = new Set(kept?.authorIds ?? [])
  if (one.submittedBy) authors.add(one.submittedBy)
  return {
    flow: rules,
    decisions: rows,
    currentHash: hash,
    authorIds: [...authors],
    people: rules.mode === 'none' ? [] : await peopleFor(db, one.workspaceId, place.teamId),
  }
}
