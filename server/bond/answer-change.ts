import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { bond } from '#db/schema.ts'
import { emit, type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { refuseOthersPen } from '../post/pen.ts'
import { loadWithVariants, postToChange } from '../post/post-with-variants.ts'
import { bondFields, type Central, pick, stateOf } from './bond.rules.ts'
import { bringField } from './bring-field.ts'
import { authorsOf } from './central-posts.reads.ts'
import { type BondRow, bondOf, centralIn } from './load-bond.ts'
import type { BondField } from './names.rules.ts'
import { refuseLocked } from './refuse-locked.ts'

const input = z.object({
  /** The region's post. */
  id: z.string(),
  fields: bondFields.refine((list) => list.length > 0, 'bond.noField'),
  /** HQ's content in these fields as the person saw it (`stateOf`). */
  seen: z.string().max(64),
})

/**
 * Takes HQ's content of some fields into a region's post: an ordinary edit, after which they are HQ's again. `base` is
 * the post's revision that the person saw. Problems: bond.changedMeanwhile (409) when HQ has changed it again,
 * draft.changedMeanwhile (409), bond.parentGone, and those of an edit and a new send time: of these post.timePast and
 * post.timeSoon (409) ask, then send `confirmed`.
 */
export const takeChange = verb({
  name: 'bond.take',
  permission: 'post:write',
  input: input.extend({
    base: z.int().min(0),
    /** The person has been asked about a time that is past or near. */
    confirmed: z.boolean().default(false),
  }),
  run(ctx, { id, fields, seen, base, confirmed }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const { loaded, row, central, parent } = await asked(tx, id, fields, seen)
      await refuseOthersPen(tx, loaded)
      const writes = fields.includes('text') || fields.includes('media')
      if (writes && loaded.row.revision !== base) throw new Problem('draft.changedMeanwhile', { status: 409 })
      const authors = await authorsOf(tx, parent.row)
      const source = { central, zone: row.zone, by: ctx.memberId, authors, confirmed }
      for (const field of fields) await bringField(tx, id, field, source)
      await answer(tx, row, central, fields, 'bond.taken')
      return { id }
    })
  },
})

/**
 * Leaves a region's post as it is: HQ's change of these fields no longer waits for an answer. Problem: bond.fieldLocked
 * (409), for what is locked is not the region's to decline.
 */
export const declineChange = verb({
  name: 'bond.decline',
  permission: 'post:write',
  input,
  run(ctx, { id, fields, seen }): Promise<{ id: string }> {
    return transact(ctx, async (tx) => {
      const { row, central } = await asked(tx, id, fields, seen)
      await refuseLocked(tx, id, fields)
      await answer(tx, row, central, fields, 'bond.declined')
      return { id }
    })
  },
})

async function asked(tx: Tx, id: string, fields: readonly BondField[], seen: string) {
  const loaded = await postToChange(tx, id, 'post:write')
  const row = await bondOf(tx.db, tx.ctx.workspaceId, id)
  if (!row) throw notFound()
  const parent = await loadWithVariants(tx.db, tx.ctx.workspaceId, row.parentId)
  if (!parent) throw new Problem('bond.parentGone')
  const central = centralIn(parent)
  if (stateOf(central, fields) !== seen) throw new Problem('bond.changedMeanwhile', { status: 409 })
  return { loaded, row, central, parent }
}

async function answer(
  tx: Tx,
  row: BondRow,
  central: Central,
  fields: readonly BondField[],
  type: 'bond.taken' | 'bond.declined',
): Promise<void> {
  const others = (list: readonly BondField[]) => list.filter((field) => !fields.includes(field))
  await tx.db
    .update(bond)
    .set({
      base: { ...row.base, ...pick(central, fields) },
      told: others(row.told),
      declined: type === 'bond.declined' ? [...others(row.declined), ...fields] : others(row.declined),
    })
    .where(and(eq(bond.workspaceId, tx.ctx.workspaceId), eq(bond.id, row.id)))
  const now = await loadWithVariants(tx.db, tx.ctx.workspaceId, row.childId)
  emit(
    tx,
    type,
    { id: row.childId, title: now?.row.title ?? '', fields: [...fields] },
    { subjectId: row.childId, audience: { permission: 'post:read', teamId: row.teamId } },
  )
}
