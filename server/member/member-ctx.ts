import { and, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { member, team, teamMember, user, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Grants, grantsOf } from './permission.rules.ts'

type Key = { userId: string } | { memberId: string }

/** The ctx of a person in a workspace (by slug or id), or undefined when they are no member of it. */
export async function memberCtx(
  app: App,
  where: { slug: string } | { workspaceId: string },
  who: Key,
  requestId: string,
): Promise<Ctx | undefined> {
  const [row] = await app.store.read
    .select({ workspace, member, zone: user.zone, locale: user.locale })
    .from(member)
    .innerJoin(workspace, eq(workspace.id, member.workspaceId))
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(
        'slug' in where ? eq(workspace.slug, where.slug) : eq(member.workspaceId, where.workspaceId),
        'userId' in who ? eq(member.userId, who.userId) : eq(member.id, who.memberId),
        isNull(member.removedAt),
      ),
    )
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
