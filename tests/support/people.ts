import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { member, team, teamMember, user } from '#db/schema.ts'
import type { App } from '#server/app.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { memberCtx } from '#server/member/member-ctx.ts'
import type { BuiltInRole } from '#server/member/permission.rules.ts'
import { createWorkspace } from '#server/workspace/create-workspace.ts'

export interface MemberOptions {
  name?: string
  /** Team ids the workspace role is narrowed to. */
  narrowedTo?: string[]
  teamIds?: string[]
  locale?: 'en' | 'ko'
}

/** Makes companies and people straight in the database. */
export interface People {
  /** A workspace with its HQ team and owner. */
  workspace(name?: string): Promise<{ owner: Ctx; teamId: string }>
  /** Another member of the same workspace. */
  member(of: Ctx, role: BuiltInRole, options?: MemberOptions): Promise<Ctx>
  /** A regional team. */
  team(of: Ctx, name: string, zone?: string): Promise<string>
}

export function people(app: App): People {
  async function account(name: string, locale: 'en' | 'ko' = 'en'): Promise<string> {
    const id = newId()
    await app.store.write((db) =>
      db
        .insert(user)
        .values({ id, email: `${id}@example.org`, name, zone: 'UTC', locale, createdAt: app.now() })
        .then(() => undefined),
    )
    return id
  }
  return {
    async workspace(name = 'Acme') {
      const userId = await account('Olivia Owner')
      const owner = await createWorkspace(
        app,
        { userId, name: 'Olivia Owner' },
        { name, zone: 'UTC', locale: 'en', country: 'US', demo: false },
      )
      const [hq] = await app.store.read
        .select({ id: team.id })
        .from(team)
        .where(eq(team.workspaceId, owner.workspaceId))
      if (!hq) throw new Error('the workspace has no HQ')
      return { owner, teamId: hq.id }
    },
    async member(of, role, { name = `A ${role}`, narrowedTo, teamIds = [], locale } = {}) {
      const userId = await account(name, locale)
      const id = newId()
      await app.store.write(async (db) => {
        await db.insert(member).values({
          id,
          workspaceId: of.workspaceId,
          userId,
          name,
          role,
          narrowed: narrowedTo !== undefined,
          mailKinds: {},
          createdAt: app.now(),
        })
        for (const teamId of new Set([...(narrowedTo ?? []), ...teamIds]))
          await db
            .insert(teamMember)
            .values({ workspaceId: of.workspaceId, teamId, memberId: id, role: null })
      })
      const ctx = await memberCtx(app, { workspaceId: of.workspaceId }, { userId }, newId())
      if (!ctx) throw new Error('the member was not made')
      return ctx
    },
    async team(of, name, zone = 'UTC') {
      const id = newId()
      const row = { id, workspaceId: of.workspaceId, name, kind: 'region' as const, zone }
      await app.store.write((db) =>
        db
          .insert(team)
          .values({ ...row, locale: 'en', country: 'US', createdAt: app.now() })
          .then(() => undefined),
      )
      return id
    },
  }
}
