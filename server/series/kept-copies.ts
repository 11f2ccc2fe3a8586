import { and, eq, inArray, or } from 'drizzle-orm'
import { inParts } from '#db/in-parts.ts'
import { bond } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import type { PostRow } from '../post/load-post.ts'
import type { KeptCopies, KeptCopyReason } from './series.rules.ts'

/** Of these copies those that are not gone: how many stay as they are, and why. */
export async function keptCopies(
  tx: Tx,
  copies: readonly PostRow[],
  gone: ReadonlySet<string>,
): Promise<{ kept: number; because: KeptCopies }> {
  const stay = copies.filter(({ id }) => !gone.has(id))
  const tied = await tiedToRegions(
    tx,
    stay.map(({ id }) => id),
  )
  const because: KeptCopies = {}
  for (const copy of stay) {
    const why = byStage[copy.stage] ?? (tied.has(copy.id) ? 'regions' : 'changed')
    because[why] = (because[why] ?? 0) + 1
  }
  return { kept: stay.length, because }
}

const byStage: Partial<Record<PostRow['stage'], KeptCopyReason>> = {
  in_review: 'inReview',
  approved: 'approved',
  scheduled: 'scheduled',
  published: 'published',
}

/** Those that HQ has given to regions, or a region has of HQ. */
async function tiedToRegions(tx: Tx, ids: string[]): Promise<Set<string>> {
  const tied = new Set<string>()
  await inParts(ids, async (part) => {
    const rows = await tx.db
      .select({ parentId: bond.parentId, childId: bond.childId })
      .from(bond)
      .where(
        and(
          eq(bond.workspaceId, tx.ctx.workspaceId),
          or(inArray(bond.parentId, part), inArray(bond.childId, part)),
        ),
      )
    for (const one of rows) tied.add(one.parentId).add(one.childId)
  })
  return tied
}
