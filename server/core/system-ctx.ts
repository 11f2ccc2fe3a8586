import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import { ROLES } from '../member/permission.rules.ts'
import { notFound } from '../platform/problem.ts'
import type { Ctx } from './ctx.ts'

/** The house itself at work in a workspace (jobs, readers, ingest): an owner's permissions, no member. */
export async function systemCtx(app: App, workspaceId: string, requestId = newId()): Promise<Ctx> {
  const [row] = await app.store.read.select().from(workspace).where(eq(workspace.id, workspaceId))
  if (!row) throw notFound()
  return {
    app,
    store: app.store,
    workspaceId,
    workspaceSlug: row.slug,
    memberId: null,
    userId: null,
    name: 'Hubbub',
    grants: { everywhere: [...ROLES.owner.permissions], teams: {} },
    zone: row.zone,
    locale: row.locale,
    requestId,
    now: app.now,
  }
}
