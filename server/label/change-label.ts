import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { label } from '#db/schema.ts'
import { permit } from '../core/ctx.ts'
import { emit, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { byName, labelHue, labelName } from './label.rules.ts'
import { addLabel, labelAudience, labelsOf } from './resolve-labels.ts'

/** Makes a label; one of that name that is there already is given back. Problem: label.tooMany. */
export const createLabel = verb({
  name: 'label.create',
  permission: 'post:write',
  input: z.object({ id: z.uuid().optional(), name: labelName, hue: labelHue.optional() }),
  run(ctx, { id = newId(), name, hue }) {
    return transact(ctx, async (tx) => {
      const known = await labelsOf(tx.db, ctx.workspaceId)
      const same = known.find((one) => one.id === id) ?? byName(known, name)
      if (same) return { id: same.id }
      return { id: (await addLabel(tx, known, { id, name, hue })).id }
    })
  },
})

/**
 * Renames or recolours a label, for all teams: so it takes the right to plan everywhere. Problem: label.exists (merge
 * them instead).
 */
export const changeLabel = verb({
  name: 'label.change',
  permission: 'post:write',
  input: z.object({ id: z.string(), name: labelName.optional(), hue: labelHue.optional() }),
  run(ctx, { id, name, hue }) {
    permit(ctx, 'post:write', null)
    return transact(ctx, async (tx) => {
      const known = await labelsOf(tx.db, ctx.workspaceId)
      const now = known.find((one) => one.id === id)
      if (!now) throw notFound()
      const face = { id, name: name ?? now.name, hue: hue ?? now.hue }
      const same = byName(known, face.name)
      if (same && same.id !== id)
        throw new Problem('label.exists', { field: 'name', params: { name: same.name } })
      if (face.name === now.name && face.hue === now.hue) return { id }
      await tx.db
        .update(label)
        .set({ name: face.name, hue: face.hue })
        .where(and(eq(label.workspaceId, ctx.workspaceId), eq(label.id, id)))
      emit(tx, 'label.changed', { label: face }, { subjectId: id, audience: labelAudience })
      return { id }
    })
  },
})
