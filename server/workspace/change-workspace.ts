import { eq } from 'drizzle-orm'
import { workspace } from '#db/schema.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound } from '../platform/problem.ts'
import { workspaceSettings } from './workspace.rules.ts'

/** Changes the company's name, zone or language. Its address (slug) stays, so that links keep working. */
export const changeWorkspace = verb({
  name: 'workspace.change',
  permission: 'workspace:manage',
  input: workspaceSettings.partial(),
  async run(ctx, set) {
    return transact(ctx, async (tx) => {
      const here = eq(workspace.id, ctx.workspaceId)
      const [row] = await tx.db.select().from(workspace).where(here)
      if (!row) throw notFound()
      const { name, zone, locale } = { ...row, ...set }
      await tx.db.update(workspace).set({ name, zone, locale }).where(here)
      const audience = { permission: 'post:read' } as const
      emit(tx, 'workspace.changed', { name, zone, locale }, { subjectId: ctx.workspaceId, audience })
      return { name, zone, locale }
    })
  },
})
