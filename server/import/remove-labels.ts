import { and, eq, inArray, isNull } from 'drizzle-orm'
import { event, label, pause, post, savedView } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { labelAudience } from '../label/resolve-labels.ts'
import type { ImportRow } from './load-import.ts'

/**
 * Takes away the labels that an import has made, unless a post (archived ones too), a pause or a saved view has them.
 * A label came with the batch in whose transaction it was made.
 */
export async function removeLabels(tx: Tx, { id: importId, memberId }: ImportRow): Promise<void> {
  const { workspaceId } = tx.ctx
  const batches = await tx.db
    .select({ at: event.at })
    .from(event)
    .where(
      and(eq(event.workspaceId, workspaceId), eq(event.subjectId, importId), eq(event.type, 'import.filled')),
    )
  const times = new Set(batches.map((one) => one.at))
  const labels = await tx.db
    .select()
    .from(label)
    .where(and(eq(label.workspaceId, workspaceId), eq(label.createdBy, memberId)))
  const made = labels.filter((one) => times.has(one.createdAt))
  if (!made.length) return
  const posts = await tx.db
    .select({ labels: post.labels })
    .from(post)
    .where(eq(post.workspaceId, workspaceId))
  const used = new Set(posts.flatMap((one) => one.labels))
  const pauses = await tx.db
    .select({ value: pause.value })
    .from(pause)
    .where(and(eq(pause.workspaceId, workspaceId), eq(pause.scope, 'label'), isNull(pause.endedAt)))
  for (const { value } of pauses) if (value) used.add(value)
  const views = await tx.db
    .select({ query: savedView.query })
    .from(savedView)
    .where(eq(savedView.workspaceId, workspaceId))
  const gone = made.filter(({ id }) => !used.has(id) && !views.some(({ query }) => query.includes(id)))
  if (!gone.length) return
  await tx.db.delete(label).where(
    and(
      eq(label.workspaceId, workspaceId),
      inArray(
        label.id,
        gone.map((one) => one.id),
      ),
    ),
  )
  for (const { id, name } of gone)
    emit(tx, 'label.removed', { id, name }, { subjectId: id, audience: labelAudience })
}
