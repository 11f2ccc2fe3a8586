import { and, eq } from 'drizzle-orm'
import { inSavepoint } from '#db/savepoint.ts'
import { checklistItem, comment, externalRef, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { asProblem } from '../platform/problem.ts'
import { archivePost } from '../post/archive-post.ts'
import { changeCard } from '../post/change-card.ts'
import { changePost } from '../post/change-post.ts'
import { editPost } from '../post/edit-post.ts'
import { loadPost } from '../post/load-post.ts'
import { movePost } from '../post/move-post.ts'
import { ranksAtEnd } from '../post/ranks-at-end.ts'
import { gather, nothingBeside, recount, refKey, writeBeside } from './card-beside.ts'
import { isWorking, type ListTarget, type TrelloPlan } from './import.rules.ts'
import { placeOf, saidOf, type TrelloCard } from './trello.rules.ts'

type Known = typeof externalRef.$inferSelect

/** What of a card becomes facts of a post; a later run takes over only what has changed of it in Trello. */
export interface CardFacts {
  title: string
  text: string
  labels: string[]
  assigneeId: string | null
  dueAt: number | null
  /** `idea`, `draft`, `archive`, or the id of a working stage. */
  place: ListTarget
}

/** Null: the card is left out. The first of its members who is one here works on it. */
export function factsOf(
  card: TrelloCard,
  plan: TrelloPlan,
  labels: (name: string) => string[],
): CardFacts | null {
  const place = placeOf(card, plan)
  if (place === null) return null
  return {
    title: card.title,
    text: card.text,
    labels: [...new Set(card.labels.flatMap(labels))],
    assigneeId:
      card.memberIds.map((id) => saidOf(plan.members, id) ?? null).find((id) => id !== null) ?? null,
    dueAt: card.dueAt,
    place,
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Takes over what changed in Trello since the last time. What was changed here and not there stays. True: something did. */
export async function updateCard(
  tx: Tx,
  source: string,
  one: { card: TrelloCard; facts: CardFacts | null; before: Known; known: ReadonlyMap<string, Known> },
): Promise<boolean> {
  const { card, facts, before, known } = one
  const here = and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, before.ourId))
  const [row] = await tx.db.select().from(post).where(here)
  if (!row || !facts) return false
  const was = before.was as Partial<CardFacts>
  const differ = (Object.keys(facts) as (keyof CardFacts)[]).filter((fact) => !same(was[fact], facts[fact]))
  const taken: Partial<CardFacts> = {}
  if (row.archivedAt === null)
    for (const fact of differ)
      if (await attempt(tx, (ctx) => setFact(ctx, tx, row.id, fact, facts)))
        Object.assign(taken, { [fact]: facts[fact] })
  const changed = Object.keys(taken).length > 0
  const beside = await updateBeside(tx, source, card, row.id, known)
  if (beside) await recount(tx, row.id)
  // What could not be taken over is tried again by a later run.
  if (changed) await remember(tx, before.id, { ...was, ...taken })
  return changed || beside
}

async function setFact(
  ctx: Ctx,
  tx: Tx,
  id: string,
  fact: keyof CardFacts,
  facts: CardFacts,
): Promise<unknown> {
  const row = await loadPost(tx, id)
  if (fact === 'title') return changePost(ctx, { id, title: facts.title })
  if (fact === 'labels') return changePost(ctx, { id, labelIds: facts.labels })
  if (fact === 'assigneeId') return changePost(ctx, { id, assigneeId: facts.assigneeId })
  if (fact === 'dueAt') return changeCard(tx, row, 'post.changed', { dueAt: facts.dueAt })
  if (fact === 'text')
    return editPost(ctx, editPost.input.parse({ postId: id, base: row.revision, text: facts.text }))
  if (facts.place === 'archive') return archivePost(ctx, { id })
  const stage = facts.place === 'idea' ? ('idea' as const) : ('draft' as const)
  const workingId = isWorking(facts.place) ? facts.place : null
  if (row.stage !== 'idea' && row.stage !== 'draft') return
  if (row.stage === stage && row.workingId === workingId) return
  const [rank = ''] = await ranksAtEnd(tx, 1)
  return movePost(ctx, { id, from: { stage: row.stage, rank: row.rank }, to: { stage, rank, workingId } })
}

/** A change that the rules refuse (published, somebody is writing in it) is left out; the others are made. */
async function attempt(tx: Tx, change: (ctx: Ctx) => Promise<unknown>): Promise<boolean> {
  const emitted = tx.pending.length
  try {
    await inSavepoint(tx.db, () => change({ ...tx.ctx, within: tx }))
    return true
  } catch (error) {
    const problem = asProblem(error)
    if (!problem || problem.status >= 500) throw error
    tx.pending.length = emitted
    return false
  }
}

async function updateBeside(
  tx: Tx,
  source: string,
  card: TrelloCard,
  postId: string,
  known: ReadonlyMap<string, Known>,
): Promise<boolean> {
  const { workspaceId } = tx.ctx
  const beside = nothingBeside()
  gather(tx, source, card, postId, known, beside)
  await writeBeside(tx, beside)
  let changed = beside.refs.length > 0
  for (const one of card.comments) {
    const before = known.get(refKey('comment', one.id))
    if (!before || same(before.was.body, one.body)) continue
    await tx.db
      .update(comment)
      .set({ body: one.body, editedAt: tx.now })
      .where(and(eq(comment.workspaceId, workspaceId), eq(comment.id, before.ourId)))
    await remember(tx, before.id, { body: one.body })
    changed = true
  }
  for (const item of card.checklists.flatMap((list) => list.items)) {
    const before = known.get(refKey('item', item.id))
    const { text, done } = item
    if (!before || (before.was.text === text && before.was.done === done)) continue
    const ticked = done ? { doneAt: tx.now, doneBy: tx.ctx.memberId } : { doneAt: null, doneBy: null }
    await tx.db
      .update(checklistItem)
      .set({ text, ...(same(before.was.done, done) ? {} : ticked) })
      .where(and(eq(checklistItem.workspaceId, workspaceId), eq(checklistItem.id, before.ourId)))
    await remember(tx, before.id, { text, done })
    changed = true
  }
  return changed
}

const remember = (tx: Tx, refId: string, was: Record<string, unknown>) =>
  tx.db
    .update(externalRef)
    .set({ was })
    .where(and(eq(externalRef.workspaceId, tx.ctx.workspaceId), eq(externalRef.id, refId)))
