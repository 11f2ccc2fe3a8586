import { and, count, eq, inArray, isNotNull } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { attachment, checklist, checklistItem, comment, externalRef, post, thread } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { ranksFor } from '../post/rank.rules.ts'
import type { TrelloCard } from './trello.rules.ts'

type Ref = typeof externalRef.$inferInsert
type Known = typeof externalRef.$inferSelect

/** What hangs on cards, as rows to add; filled by `gather`, written at once by `write`. */
export interface Beside {
  threads: (typeof thread.$inferInsert)[]
  comments: (typeof comment.$inferInsert)[]
  checklists: (typeof checklist.$inferInsert)[]
  items: (typeof checklistItem.$inferInsert)[]
  attachments: (typeof attachment.$inferInsert)[]
  refs: Ref[]
}

export const nothingBeside = (): Beside => ({
  threads: [],
  comments: [],
  checklists: [],
  items: [],
  attachments: [],
  refs: [],
})

/**
 * What a board is called among the references of a team: its own first, by which new ones are written, then what it was
 * called while boards were the whole workspace's. A file says itself which board it is, so no team's file may touch what
 * another's has made.
 */
export const refSources = (source: string | null, teamId: string): [own: string, before: string] => [
  `${source ?? ''}@${teamId}`,
  source ?? '',
]

/** References of one source by kind and id there. */
export const refKey = (kind: string, externalId: string): string => `${kind} ${externalId}`

/** Adds what of a card is not here yet: comments with who said them and when, checklists, links. */
export function gather(
  tx: Tx,
  source: string,
  card: TrelloCard,
  postId: string,
  known: ReadonlyMap<string, Known>,
  to: Beside,
): void {
  const { workspaceId } = tx.ctx
  const by = tx.ctx.memberId ?? ''
  const ref = (kind: Ref['kind'], externalId: string, ourId: string, was: Record<string, unknown>) =>
    to.refs.push({ id: newId(), workspaceId, source, kind, externalId, postId, ourId, was })
  for (const one of card.comments) {
    if (known.has(refKey('comment', one.id))) continue
    const [threadId, id] = [newId(), newId()]
    const base = { workspaceId, createdAt: one.at }
    to.threads.push({ ...base, id: threadId, postId, anchor: null, createdBy: by })
    const { at, author, body } = one
    to.comments.push({ id, workspaceId, threadId, body, mentionIds: [], memberId: by, author, at })
    ref('comment', one.id, id, { body })
  }
  const listRanks = ranksFor(card.checklists.length)
  for (const [index, list] of card.checklists.entries()) {
    const before = known.get(refKey('checklist', list.id))
    const listId = before?.ourId ?? newId()
    const base = { workspaceId, postId, createdAt: tx.now }
    if (!before) {
      to.checklists.push({
        ...base,
        id: listId,
        name: list.name,
        rank: listRanks[index] ?? 'a0',
        createdBy: by,
      })
      ref('checklist', list.id, listId, { name: list.name })
    }
    const ranks = ranksFor(list.items.length)
    for (const [place, item] of list.items.entries()) {
      if (known.has(refKey('item', item.id))) continue
      const id = newId()
      const done = item.done ? { doneAt: tx.now, doneBy: by } : {}
      to.items.push({
        ...base,
        ...done,
        id,
        checklistId: listId,
        text: item.text,
        rank: ranks[place] ?? 'a0',
      })
      ref('item', item.id, id, { text: item.text, done: item.done })
    }
  }
  for (const { id: externalId, name, url } of card.attachments) {
    if (known.has(refKey('attachment', externalId))) continue
    const id = newId()
    to.attachments.push({
      id,
      workspaceId,
      postId,
      name,
      assetId: null,
      url,
      createdBy: by,
      createdAt: tx.now,
    })
    ref('attachment', externalId, id, { name, url })
  }
}

const AT_ONCE = 500

/** Writes what was gathered. A checklist that was deleted here takes no more items. */
export async function writeBeside(tx: Tx, beside: Beside): Promise<void> {
  const parts = <T>(rows: readonly T[]) =>
    Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
      rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    )
  for (const part of parts(beside.threads)) await tx.db.insert(thread).values(part)
  for (const part of parts(beside.comments)) await tx.db.insert(comment).values(part)
  for (const part of parts(beside.checklists)) await tx.db.insert(checklist).values(part)
  const fresh = new Set(beside.checklists.map((one) => one.id))
  const old = [...new Set(beside.items.map((one) => one.checklistId))].filter((id) => !fresh.has(id))
  const there = old.length
    ? await tx.db
        .select({ id: checklist.id })
        .from(checklist)
        .where(and(eq(checklist.workspaceId, tx.ctx.workspaceId), inArray(checklist.id, old)))
    : []
  const lists = new Set([...fresh, ...there.map((one) => one.id)])
  const items = beside.items.filter((one) => lists.has(one.checklistId))
  for (const part of parts(items)) await tx.db.insert(checklistItem).values(part)
  for (const part of parts(beside.attachments)) await tx.db.insert(attachment).values(part)
  for (const part of parts(beside.refs)) await tx.db.insert(externalRef).values(part).onConflictDoNothing()
}

/** Counts again what a post's row keeps of its checklists and attachments. */
export async function recount(tx: Tx, postId: string): Promise<void> {
  const { workspaceId } = tx.ctx
  const ofPost = and(eq(checklistItem.workspaceId, workspaceId), eq(checklistItem.postId, postId))
  const [all] = await tx.db.select({ n: count() }).from(checklistItem).where(ofPost)
  const [done] = await tx.db
    .select({ n: count() })
    .from(checklistItem)
    .where(and(ofPost, isNotNull(checklistItem.doneAt)))
  const [files] = await tx.db
    .select({ n: count() })
    .from(attachment)
    .where(and(eq(attachment.workspaceId, workspaceId), eq(attachment.postId, postId)))
  await tx.db
    .update(post)
    .set({
      checksTotal: all?.n ?? 0,
      checksDone: done?.n ?? 0,
      attachments: files?.n ?? 0,
      updatedAt: tx.now,
    })
    .where(and(eq(post.workspaceId, workspaceId), eq(post.id, postId)))
}
