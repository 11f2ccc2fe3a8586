import { and, eq } from 'drizzle-orm'
import { team } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import { bondOf } from './load-bond.ts'
import type { BondField } from './names.rules.ts'

/**
 * Refuses with `bond.fieldLocked` (409), naming the field and the team that can unlock it, when HQ has locked one of
 * the fields of a region's post.
 */
export async function refuseLocked(tx: Tx, postId: string, fields: readonly BondField[]): Promise<void> {
  if (!fields.length) return
  const found = await bondOf(tx.db, tx.ctx.workspaceId, postId)
  const field = fields.find((one) => found?.locked.includes(one))
  if (!field) return
  const [hq] = await tx.db
    .select({ name: team.name })
    .from(team)
    .where(and(eq(team.workspaceId, tx.ctx.workspaceId), eq(team.kind, 'hq')))
  throw new Problem('bond.fieldLocked', {
    status: 409,
    field,
    params: { what: field, team: hq?.name ?? 'HQ' },
  })
}
