import { eq } from 'drizzle-orm'
import { workspace } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'

/** The language new people and teams of the workspace begin with. */
export async function readWorkspaceLocale(ctx: Ctx): Promise<'en' | 'ko'> {
  const [row] = await ctx.store.read
    .select({ locale: workspace.locale })
    .from(workspace)
    .where(eq(workspace.id, ctx.workspaceId))
  return row?.locale ?? ctx.locale
}
