import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { member, team, teamMember, user, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Grants, grantsOf } from './permission.rules.ts'

type Key = { userId: string } | { memberId: string }

const memberWhere = (place: SQL, person: SQL) =>
  prepared((db) =>
    db
      .select({
        workspace: { id: workspace.id, slug: workspace.slug },
        member,
        zone: user.zone,
        locale: user.locale,
      })
      .from(member)
      .innerJoin(workspace, eq(workspace.id, member.workspaceId))
      .innerJoin(user, eq(user.id, member.userId))
      .where(and(place, person, isNull(member.removedAt))),
  )
const bySlug = eq(workspace.slug, sql.placeholder('slug'))
const byId = eq(member.workspaceId, sql.placeholder('workspaceId'))
const byUser = eq(member.userId, sql.placeholder('userId'))
const byMember = eq(member.id, sql.placeholder('memberId'))

// Every request asks one of them.
const placeOf = {
  slug: { userId: memberWhere(bySlug, byUser), memberId: memberWhere(bySlug, byMember) },
  workspaceId: { userId: memberWhere(byId, byUser), memberId: memberWhere(byId, byMember) },
}

/** The ctx of a person in a workspace (by slug or id), or undefined when they are no member of it. */
export async function memberCtx(
  app: App,
  where: { slug: string } | { workspaceId: string },
  who: Key,
  requestId: string,
): Promise<Ctx | undefined> {
  const find = placeOf['slug' in where ? 'slug' : 'workspaceId']['userId' in who ? 'userId' : 'memberId']
  const [row] = await find(app.store.read, { ...where, ...who })
  if (!row) return
  return {
    app,
    store: app.store,
    workspaceId: row.workspace.id,
    workspaceSlug: row.workspace.slug,
    memberId: row.member.id,
    userId: row.member.userId,
    name: row.member.name,
    grants: await grantsFor(app, row.member),
    zone: row.zone,
    locale: row.locale,
    requestId,
    now: app.now,
  }
}

const teamsOf = prepared((db) =>
  db
    .select({ teamId: teamMember.teamId, role: teamMember.role })
    .from(teamMember)
    .innerJoin(team, eq(team.id, teamMember.teamId))
    .where(
      and(
        eq(teamMember.workspaceId, sql.placeholder('workspaceId')),
        eq(teamMember.memberId, sql.placeholder('memberId')),
        isNull(team.archivedAt),
      ),
    ),
)

/** What a member may do now: role, narrowing and the roles inside teams. Teams that were archived give nothing. */
export async function grantsFor(app: App, row: typeof member.$inferSelect): Promise<Grants> {
  const teams = await teamsOf(app.store.read, { workspaceId: row.workspaceId, memberId: row.id })
  return grantsOf({
    role: row.role,
    narrowedTo: row.narrowed ? teams.map((one) => one.teamId) : null,
    teams,
  })
}

/** The workspaces a person belongs to, by name. */
export async function workspacesOf(app: App, userId: string) {
  return app.store.read
    .select({
      id: workspace.id,
      slug: workspace.slug,
      name: workspace.name,
      demo: workspace.demo,
      role: member.role,
    })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .where(and(eq(member.userId, userId), isNull(member.removedAt)))
    .orderBy(workspace.name)
}

/** Every active membership of an account, in whatever workspace. */
export async function membershipsOf(app: App, userId: string) {
  return app.store.read
    .select({ memberId: member.id, workspaceId: member.workspaceId })
    .from(member)
    .where(and(eq(member.userId, userId), isNull(member.removedAt)))
}
