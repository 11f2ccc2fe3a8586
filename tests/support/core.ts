import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { member, team, teamMember, user } from '#db/schema.ts'
import { type Core, composeCore } from '#server/compose.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { memberCtx } from '#server/member/member-ctx.ts'
import type { BuiltInRole } from '#server/member/permission.rules.ts'
import type { Settings } from '#server/platform/settings.ts'
import { createWorkspace } from '#server/workspace/create-workspace.ts'
import { testDatabase } from './database.ts'
import { refuseWithoutWorkspace } from './workspace-guard.ts'

export const testSettings = (dataDir: string, databaseUrl: string | undefined): Settings => ({
  port: 0,
  baseUrl: undefined,
  dataDir,
  databaseUrl,
  redisUrl: undefined,
  liveblocksKey: undefined,
  appSecret: 'a secret for tests that is long enough',
  role: 'all',
  smtpUrl: undefined,
  smtpFrom: undefined,
  trustProxy: 0,
  metricsToken: undefined,
  outboundAllow: ['127.0.0.1', 'localhost'],
  logLevel: 'silent',
  presence: false,
})

export interface TestCore extends Core {
  /** Sets the clock, epoch ms; without it the real one runs. */
  setNow(at: number | undefined): void
  /** A workspace with its HQ team and owner. */
  workspace(name?: string): Promise<{ owner: Ctx; teamId: string }>
  /** Another member of the same workspace. `teams` narrows the role to them. */
  member(
    of: Ctx,
    role: BuiltInRole,
    options?: { name?: string; narrowedTo?: string[]; teamIds?: string[] },
  ): Promise<Ctx>
  team(of: Ctx, name: string, zone?: string): Promise<string>
  drop(): Promise<void>
}

/** The product without HTTP, on an empty database of the engine of this run. */
export async function testCore(): Promise<TestCore> {
  const database = await testDatabase()
  let now: number | undefined
  const core = await composeCore(testSettings(database.dataDir, database.url), {
    now: () => now ?? Date.now(),
    watch: refuseWithoutWorkspace,
  })
  const { app } = core

  async function account(name: string): Promise<string> {
    const id = newId()
    await app.store.write((db) =>
      db
        .insert(user)
        .values({ id, email: `${id}@example.org`, name, zone: 'UTC', locale: 'en', createdAt: app.now() })
        .then(() => undefined),
    )
    return id
  }

  return {
    ...core,
    setNow: (at) => {
      now = at
    },
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
    async member(of, role, { name = `A ${role}`, narrowedTo, teamIds = [] } = {}) {
      const userId = await account(name)
      const id = newId()
      await app.store.write(async (db) => {
        await db.insert(member).values({
          id,
          workspaceId: of.workspaceId,
          userId,
          name,
          hue: 3,
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
      await app.store.write((db) =>
        db
          .insert(team)
          .values({
            id,
            workspaceId: of.workspaceId,
            name,
            kind: 'region',
            zone,
            locale: 'en',
            country: 'US',
            createdAt: app.now(),
          })
          .then(() => undefined),
      )
      return id
    },
    async drop() {
      await core.close()
      await database.drop()
    },
  }
}
