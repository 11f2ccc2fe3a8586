import { and, eq, inArray } from 'drizzle-orm'
import { generateNKeysBetween } from 'fractional-indexing'
import { attachment, checklist, checklistItem, comment, externalRef } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { byRank } from '../post/rank.rules.ts'
import { gather, nothingBeside, refKey, writeBeside } from './card-beside.ts'
import type { TrelloCard } from './trello.rules.ts'

type Known = typeof externalRef.$inferSelect
type Refs = ReadonlyMap<string, Known>

/** What hangs on a post now, by our ids. */
interface Hanging {
  lists: Map<string, typeof checklist.$inferSelect>
  items: Map<string, typeof checklistItem.$inferSelect>
  links: Map<string, typeof attachment.$inferSelect>
}

/**
 * Takes over what changed in Trello of a card's comments, checklists and links: what is new, what says something else, and
 * what is gone there, unless it was changed here. What was deleted here stays away. True: something did.
 */
export async function updateBeside(
  tx: Tx,
  source: string,
  card: TrelloCard,
  postId: string,
  known: Refs,
): Promise<boolean> {
  const beside = nothingBeside()
  gather(tx, source, card, postId, known, beside)
  const now = await hangingOn(tx, postId)
  putBehind(beside.items, now)
  await writeBeside(tx, beside)
  const changes = [
    await saidAnew(tx, card, known),
    await listsAnew(tx, card, known, now),
    await itemsAnew(tx, card, known, now),
    await linksAnew(tx, card, known, now),
    await removeGone(tx, card, known, now),
  ]
  return beside.refs.length > 0 || changes.includes(true)
}

async function hangingOn(tx: Tx, postId: string): Promise<Hanging> {
  const { workspaceId } = tx.ctx
  const of = <T extends typeof checklist | typeof checklistItem | typeof attachment>(table: T) =>
    and(eq(table.workspaceId, workspaceId), eq(table.postId, postId))
  const byId = <R extends { id: string }>(rows: R[]) => new Map(rows.map((row) => [row.id, row]))
  return {
    lists: byId(await tx.db.select().from(checklist).where(of(checklist))),
    items: byId(await tx.db.select().from(checklistItem).where(of(checklistItem))),
    links: byId(await tx.db.select().from(attachment).where(of(attachment))),
  }
}

/** New items of a list that is here already stand behind those it has. */
function putBehind(fresh: (typeof checklistItem.$inferInsert)[], { lists, items }: Hanging): void {
  for (const [listId, added] of Map.groupBy(fresh, (one) => one.checklistId)) {
    if (!lists.has(listId)) continue
    const last = [...items.values()]
      .filter((one) => one.checklistId === listId)
      .sort(byRank)
      .at(-1)
    const ranks = generateNKeysBetween(last?.rank ?? null, null, added.length)
    for (const [at, one] of added.entries()) one.rank = ranks[at] ?? one.rank
  }
}

async function saidAnew(tx: Tx, card: TrelloCard, known: Refs): Promise<boolean> {
  let changed = false
  for (const one of card.comments) {
    const before = known.get(refKey('comment', one.id))
    if (!before || before.was.body === one.body) continue
    await tx.db
      .update(comment)
      .set({ body: one.body, editedAt: tx.now })
      .where(and(eq(comment.workspaceId, tx.ctx.workspaceId), eq(comment.id, before.ourId)))
    await remember(tx, before.id, { body: one.body })
    changed = true
  }
  return changed
}

async function listsAnew(tx: Tx, card: TrelloCard, known: Refs, { lists }: Hanging): Promise<boolean> {
  let changed = false
  for (const { id, name } of card.checklists) {
    const before = known.get(refKey('checklist', id))
    if (!before || before.was.name === name) continue
    await remember(tx, before.id, { name })
    if (!lists.has(before.ourId)) continue
    await tx.db
      .update(checklist)
      .set({ name })
      .where(and(eq(checklist.workspaceId, tx.ctx.workspaceId), eq(checklist.id, before.ourId)))
    changed = true
  }
  return changed
}

/** Of an item only what changed in Trello: who has reworded it here keeps their words when it is ticked there. */
async function itemsAnew(tx: Tx, card: TrelloCard, known: Refs, { items }: Hanging): Promise<boolean> {
  let changed = false
  for (const { id, text, done } of card.checklists.flatMap((list) => list.items)) {
    const before = known.get(refKey('item', id))
    if (!before || (before.was.text === text && before.was.done === done)) continue
    await remember(tx, before.id, { text, done })
    if (!items.has(before.ourId)) continue
    const ticked = done ? { doneAt: tx.now, doneBy: tx.ctx.memberId } : { doneAt: null, doneBy: null }
    await tx.db
      .update(checklistItem)
      .set({
        ...(before.was.text === text ? {} : { text }),
        ...(before.was.done === done ? {} : ticked),
      })
      .where(and(eq(checklistItem.workspaceId, tx.ctx.workspaceId), eq(checklistItem.id, before.ourId)))
    changed = true
  }
  return changed
}

async function linksAnew(tx: Tx, card: TrelloCard, known: Refs, { links }: Hanging): Promise<boolean> {
  let changed = false
  for (const { id, name, url } of card.attachments) {
    const before = known.get(refKey('attachment', id))
    if (!before || (before.was.name === name && before.was.url === url)) continue
    await remember(tx, before.id, { name, url })
    if (!links.has(before.ourId)) continue
    await tx.db
      .update(attachment)
      .set({ name, url })
      .where(and(eq(attachment.workspaceId, tx.ctx.workspaceId), eq(attachment.id, before.ourId)))
    changed = true
  }
  return changed
}

/**
 * Removes what was brought and is no longer in Trello. A file tells of all checklists and links of a card; of its comments
 * only the newest, so a comment that is not in it may still be there.
 */
async function removeGone(
  tx: Tx,
  { id: cardId, there }: TrelloCard,
  known: Refs,
  { lists, items, links }: Hanging,
): Promise<boolean> {
  const card = known.get(refKey('card', cardId))
  const gone = [...known.values()].filter(
    ({ kind, postId, externalId }) =>
      postId === card?.ourId &&
      ((kind === 'attachment' && there.links?.has(externalId) === false) ||
        ((kind === 'checklist' || kind === 'item') && there.checks?.has(externalId) === false)),
  )
  if (!gone.length) return false
  const asBrought = ({ kind, ourId, was }: Known): boolean => {
    const item = items.get(ourId)
    const link = links.get(ourId)
    if (kind === 'item') return item?.text === was.text && (item?.doneAt !== null) === was.done
    if (kind === 'attachment') return link?.name === was.name && link?.url === was.url
    return lists.get(ourId)?.name === was.name
  }
  const drop = gone.filter((one) => one.kind !== 'checklist' && asBrought(one))
  const dropped = new Set(drop.map((one) => one.ourId))
  // A list goes when nothing is left in it.
  const left = new Set([...items.values()].flatMap((one) => (dropped.has(one.id) ? [] : [one.checklistId])))
  drop.push(...gone.filter((one) => one.kind === 'checklist' && asBrought(one) && !left.has(one.ourId)))
  if (!drop.length) return false
  const { workspaceId } = tx.ctx
  const ours = drop.map((one) => one.ourId)
  for (const table of [checklistItem, checklist, attachment])
    await tx.db.delete(table).where(and(eq(table.workspaceId, workspaceId), inArray(table.id, ours)))
  const refs = drop.map((one) => one.id)
  await tx.db
    .delete(externalRef)
    .where(and(eq(externalRef.workspaceId, workspaceId), inArray(externalRef.id, refs)))
  return true
}

export const remember = (tx: Tx, refId: string, was: Record<string, unknown>) =>
  tx.db
    .update(externalRef)
    .set({ was })
    .where(and(eq(externalRef.workspaceId, tx.ctx.workspaceId), eq(externalRef.id, refId)))
