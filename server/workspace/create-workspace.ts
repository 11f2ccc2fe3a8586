import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { member, team, teamMember, workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { NO_GRANTS } from '../member/permission.rules.ts'
import { nameText } from '../platform/clean-input.rules.ts'
import { Problem } from '../platform/problem.ts'

export const workspaceInput = z.object({
  name: nameText().min(1).max(80),
  zone: z.string().min(1),
  locale: z.enum(['en', 'ko']),
  country: z.string().length(2).default('US'),
  demo: z.boolean().default(false),
})

/**
 * A company with its HQ team and its first owner. Gives the owner's ctx in it. `before` writes in the same transaction
 * what must commit with it (the owner's account).
 */
export async function createWorkspace(
  app: App,
  owner: { userId: string; name: string },
  input: z.output<typeof workspaceInput>,
  requestId = newId(),
  before?: (db: Db) => Promise<void>,
): Promise<Ctx> {
  const id = newId()
  const now = app.now()
  const slug = await freeSlug(app, input.name)
  const founding: Ctx = {
    app,
    store: app.store,
    workspaceId: id,
    workspaceSlug: slug,
    memberId: null,
    userId: null,
    name: 'Hubbub',
    grants: NO_GRANTS,
    zone: input.zone,
    locale: input.locale,
    requestId,
    now: app.now,
  }
  const row = {
    id,
    slug,
    name: input.name,
    zone: input.zone,
    locale: input.locale,
    demo: input.demo,
    createdAt: now,
  }
  await transact(
    founding,
    async (tx) => {
      const hq = { id: newId(), name: 'HQ', kind: 'hq' as const, zone: input.zone }
      const first = { id: newId(), name: owner.name, role: 'owner' as const }
      await tx.db.insert(team).values({
        ...hq,
        workspaceId: id,
        locale: input.locale,
        country: input.country,
        createdAt: now,
      })
      await tx.db.insert(member).values({
        ...first,
        workspaceId: id,
        userId: owner.userId,
        mailKinds: {},
        createdAt: now,
      })
      await tx.db
        .insert(teamMember)
        .values({ workspaceId: id, teamId: hq.id, memberId: first.id, role: null })
      emit(
        tx,
        'workspace.created',
        { name: input.name },
        { subjectId: id, audience: { permission: 'post:read' } },
      )
      emit(tx, 'team.created', { team: hq }, { subjectId: hq.id, audience: { permission: 'post:read' } })
      emit(
        tx,
        'member.joined',
        { member: first },
        { subjectId: first.id, audience: { permission: 'post:read' } },
      )
    },
    async (db) => {
      await before?.(db)
      await db.insert(workspace).values(row)
    },
  )
  const ctx = await memberCtx(app, { workspaceId: id }, { userId: owner.userId }, requestId)
  if (!ctx) throw new Problem('request.notFound', { status: 404 })
  return ctx
}

/** Latin letters, digits and dashes of the name; a number is added when it is taken. */
async function freeSlug(app: App, name: string): Promise<string> {
  const base =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll('ł', 'l')
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'company'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? base : `${base}-${n}`
    const taken = await app.store.read
      .select({ id: workspace.id })
      .from(workspace)
      .where(eq(workspace.slug, slug))
    if (!taken.length) return slug
  }
}
