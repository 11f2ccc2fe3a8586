import { newId } from '#db/id.ts'
import { inParts } from '#db/in-parts.ts'
import { attachment, importItem, post, variant } from '#db/schema.ts'
import { linkName } from '../attachment/attachment.rules.ts'
import type { Tx } from '../core/transact.ts'
import { byName } from '../label/label.rules.ts'
import { labelIdsOf, labelsOf } from '../label/resolve-labels.ts'
import { ranksAtEnd } from '../post/ranks-at-end.ts'
import type { Draft } from './import-row.rules.ts'

export type PostRow = typeof post.$inferSelect

/** The ids of labels by name; those of `names` are made where they are missing. */
export async function labelIdsByName(tx: Tx, names: readonly string[]): Promise<(name: string) => string[]> {
  await labelIdsOf(tx, [...new Set(names)])
  const known = await labelsOf(tx.db, tx.ctx.workspaceId)
  return (name) => {
    const found = byName(known, name)
    return found ? [found.id] : []
  }
}

/** Makes the posts of a batch with all that hangs on them, and remembers them for an undo. Gives their rows. */
export async function writePosts(
  tx: Tx,
  about: { importId: string; teamId: string },
  drafts: readonly Draft[],
): Promise<PostRow[]> {
  if (!drafts.length) return []
  const { workspaceId, memberId } = tx.ctx
  const ranks = await ranksAtEnd(tx, drafts.length)
  const labels = await labelIdsByName(
    tx,
    drafts.flatMap((one) => one.labels),
  )
  const rows = drafts.map((one, index) => ({
    id: newId(),
    workspaceId,
    teamId: about.teamId,
    campaignId: one.campaignId,
    title: one.title,
    text: one.text,
    media: [],
    labels: [...new Set(one.labels.flatMap(labels))],
    assigneeId: one.assigneeId,
    stage: one.stage,
    workingId: one.workingId,
    rank: ranks[index] ?? '',
    sendLocal: one.sendLocal,
    sendZone: one.sendZone,
    sendAt: one.sendAt,
    dueAt: one.dueAt,
    attachments: one.links.length,
    createdBy: memberId,
    createdAt: tx.now,
    updatedAt: tx.now,
  }))
  const made: PostRow[] = []
  // As they stand now, with what the columns fall back to.
  await inParts(rows, async (part) => made.push(...(await tx.db.insert(post).values(part).returning())))
  const own = <T>(of: (draft: Draft, postId: string) => T[]) =>
    drafts.flatMap((draft, index) => of(draft, rows[index]?.id ?? ''))
  const base = { workspaceId, createdAt: tx.now }
  await inParts(
    own((one, postId) =>
      one.channelIds.map((channelId) => ({
        ...base,
        id: newId(),
        postId,
        channelId,
        options: {},
        stage: one.stage,
      })),
    ),
    (part) => tx.db.insert(variant).values(part),
  )
  await inParts(
    own((one, postId) =>
      one.links.map((url) => ({
        ...base,
        id: newId(),
        postId,
        name: linkName(url),
        assetId: null,
        url,
        createdBy: memberId,
      })),
    ),
    (part) => tx.db.insert(attachment).values(part),
  )
  await rememberMade(tx, about.importId, made)
  return made
}

/** What an undo takes away. */
export async function rememberMade(
  tx: Tx,
  importId: string,
  rows: readonly Pick<PostRow, 'id'>[],
): Promise<void> {
  const { workspaceId } = tx.ctx
  await inParts(
    rows.map((row) => ({ id: newId(), workspaceId, importId, postId: row.id, touchedAt: tx.now })),
    (part) => tx.db.insert(importItem).values(part),
  )
}
