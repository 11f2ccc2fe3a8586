import { and, eq, sql } from 'drizzle-orm'
import { bond } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'

/** Changes a label in what bonds keep of HQ's content as it changes on the posts: it is no change of HQ's. */
export async function relabelBonds(
  tx: Tx,
  labelId: string,
  change: (ids: string[]) => string[],
): Promise<void> {
  const { workspaceId } = tx.ctx
  const rows = await tx.db
    .select({ id: bond.id, base: bond.base })
    .from(bond)
    .where(and(eq(bond.workspaceId, workspaceId), sql`cast(${bond.base} as text) like ${`%"${labelId}"%`}`))
  for (const { id, base } of rows)
    await tx.db
      .update(bond)
      .set({ base: { ...base, labels: change(base.labels) } })
      .where(and(eq(bond.workspaceId, workspaceId), eq(bond.id, id)))
}
