import { asc, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { newId } from '#db/id.ts'
import { label } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { byName, freeHue, type LabelFace, MAX_LABELS_OF_WORKSPACE } from './label.rules.ts'

export const labelAudience = { permission: 'post:read' } as const

/** The labels of the workspace by name. */
export async function labelsOf(db: Db, workspaceId: string): Promise<LabelFace[]> {
  const { id, name, hue } = label
  return db
    .select({ id, name, hue })
    .from(label)
    .where(eq(label.workspaceId, workspaceId))
    .orderBy(asc(label.name))
}

/** Makes a label of a name that is free. Problem: label.tooMany. */
export async function addLabel(
  tx: Tx,
  known: readonly LabelFace[],
  made: { id?: string | undefined; name: string; hue?: number | undefined },
): Promise<LabelFace> {
  if (known.length >= MAX_LABELS_OF_WORKSPACE)
    throw new Problem('label.tooMany', { params: { limit: MAX_LABELS_OF_WORKSPACE } })
  const face = {
    id: made.id ?? newId(),
    name: made.name,
    hue: made.hue ?? freeHue(known.map((one) => one.hue)),
  }
  const { workspaceId, memberId: createdBy } = tx.ctx
  await tx.db.insert(label).values({ ...face, workspaceId, createdBy, createdAt: tx.now })
  emit(tx, 'label.created', { label: face }, { subjectId: face.id, audience: labelAudience })
  return face
}

/** The ids of labels by their names; those that are not there yet are made. */
export async function labelIdsOf(tx: Tx, names: readonly string[]): Promise<string[]> {
  if (!names.length) return []
  const known = await labelsOf(tx.db, tx.ctx.workspaceId)
  const ids: string[] = []
  for (const name of names) {
    let face = byName(known, name)
    if (!face) {
      face = await addLabel(tx, known, { name })
      known.push(face)
    }
    ids.push(face.id)
  }
  return [...new Set(ids)]
}

/** Refuses labels that are not the workspace's own, with the field. */
export async function checkLabels(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  const known = new Set((await labelsOf(tx.db, tx.ctx.workspaceId)).map((one) => one.id))
  if (!ids.every((id) => known.has(id))) throw notFound()
}

/** The labels a post shall have, as its row keeps them; undefined: nothing is said of them. */
export async function wantedLabels(
  tx: Tx,
  { labels, labelIds }: { labels?: readonly string[] | undefined; labelIds?: readonly string[] | undefined },
): Promise<string[] | undefined> {
  if (labelIds) {
    await checkLabels(tx, labelIds)
    return [...new Set(labelIds)]
  }
  return labels && labelIdsOf(tx, labels)
}
