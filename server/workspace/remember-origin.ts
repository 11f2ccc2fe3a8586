import { and, eq, isNull, ne, or } from 'drizzle-orm'
import { workspace } from '#db/schema.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { replacesOrigin } from './origin.rules.ts'

/** How long what was seen counts as known before the row is looked at again, ms. */
const KNOWN_FOR = 60_000

/**
 * Keeps the address at which a workspace is used, for links in mail while BASE_URL is not set. Only of those who manage
 * the workspace: an address is what the browser says, and nobody else may choose where the links of others lead.
 */
export function originKeeper(app: App): (ctx: Ctx) => Promise<void> {
  const seen = new Map<string, { origin: string; at: number }>()
  return async (ctx) => {
    const origin = ctx.via?.origin
    if (app.settings.baseUrl || !origin || !may(ctx.grants, 'workspace:manage')) return
    const last = seen.get(ctx.workspaceId)
    if (last && (last.origin === origin || app.now() - last.at < KNOWN_FOR)) return
    seen.set(ctx.workspaceId, { origin, at: app.now() })
    const here = eq(workspace.id, ctx.workspaceId)
    const [row] = await app.store.read.select({ origin: workspace.origin }).from(workspace).where(here)
    if (!row || !replacesOrigin(row.origin, origin)) return
    const another = or(isNull(workspace.origin), ne(workspace.origin, origin))
    await app.store.write((db) =>
      db
        .update(workspace)
        .set({ origin })
        .where(and(here, another))
        .then(() => undefined),
    )
  }
}
