import { and, eq } from 'drizzle-orm'
import { inSavepoint } from '#db/savepoint.ts'
import { type externalRef, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Tx } from '../core/transact.ts'
import { asProblem } from '../platform/problem.ts'
import { archivePost, restorePost } from '../post/archive-post.ts'
import { changeCard } from '../post/change-card.ts'
import { changePost } from '../post/change-post.ts'
import { editPost } from '../post/edit-post.ts'
import { loadPost } from '../post/load-post.ts'
import { movePost } from '../post/move-post.ts'
import { ranksAtEnd } from '../post/ranks-at-end.ts'
import { recount } from './card-beside.ts'
import { isWorking, type ListTarget, type TrelloPlan } from './import.rules.ts'
import { placeOf, saidOf, type TrelloCard } from './trello.rules.ts'
import { remember, updateBeside } from './update-beside.ts'

type Known = typeof externalRef.$inferSelect

/** What of a card becomes facts of a post; a later run takes over only what has changed of it in Trello. */
export interface CardFacts {
  title: string
  text: string
  /** By their names in Trello. */
  labelNames: string[]
  assigneeId: string | null
  dueAt: number | null
  /** `idea`, `draft`, `archive`, or the id of a working stage. */
  place: ListTarget
}

/**
 * Null: the card is left out. The first of its members who is one here works on it. `brought`: it is here already, so one
 * that is archived now has been since.
 */
export function factsOf(card: TrelloCard, plan: TrelloPlan, brought: boolean): CardFacts | null {
  const place = placeOf(card, brought ? { ...plan, closed: 'archive' } : plan)
  if (place === null) return null
  return {
    title: card.title,
    text: card.text,
    labelNames: card.labels,
    assigneeId:
      card.memberIds.map((id) => saidOf(plan.members, id) ?? null).find((id) => id !== null) ?? null,
    dueAt: card.dueAt,
    place,
  }
}

/** As remembered; earlier versions kept the ids of the labels instead of their names. */
type WasFacts = Partial<CardFacts> & { labels?: string[] }

/** The ids of a label by its name, none if there is none. */
export type LabelIds = (name: string) => string[]

/** The labels of a card that are new since it was brought: what was taken off here, or renamed, is not made again. */
export const newLabels = (card: TrelloCard, was: WasFacts): string[] =>
  card.labels.filter((name) => !was.labelNames?.includes(name))

/** A post's labels with what was put on the card in Trello and without what was taken off there. */
function labelsAfter(now: readonly string[], was: WasFacts, names: string[], ids: LabelIds): string[] {
  const wanted = names.flatMap(ids)
  const before = was.labelNames ? was.labelNames.flatMap(ids) : (was.labels ?? [])
  const kept = was.labelNames?.filter((name) => names.includes(name)) ?? []
  const added = was.labelNames
    ? names.filter((name) => !kept.includes(name)).flatMap(ids)
    : wanted.filter((id) => !before.includes(id))
  const gone = before.filter((id) => !wanted.includes(id))
  return [...new Set([...now.filter((id) => !gone.includes(id)), ...added])]
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Takes over what changed in Trello since the last time. What was changed here and not there stays. True: something did. */
export async function updateCard(
  tx: Tx,
  source: string,
  one: { card: TrelloCard; facts: CardFacts | null; before: Known; known: ReadonlyMap<string, Known> },
  labels: LabelIds,
): Promise<boolean> {
  const { card, facts, before, known } = one
  const here = and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, before.ourId))
  const [row] = await tx.db.select().from(post).where(here)
  if (!row || !facts) return false
  const was: WasFacts = { ...before.was }
  const asIds =
    was.labels && !was.labelNames && same([...was.labels].sort(), facts.labelNames.flatMap(labels).sort())
  if (asIds) was.labelNames = facts.labelNames
  const differ = (Object.keys(facts) as (keyof CardFacts)[]).filter((fact) => !same(was[fact], facts[fact]))
  const taken: Partial<CardFacts> = {}
  // What Trello had archived and has again comes back; what was archived here stays so.
  const back = row.archivedAt !== null && was.place === 'archive' && facts.place !== 'archive'
  const onBoard = row.archivedAt === null || (back && (await attempt(tx, (ctx) => restorePost(ctx, row))))
  if (onBoard)
    for (const fact of differ)
      if (await attempt(tx, (ctx) => setFact(ctx, tx, row.id, fact, { facts, was, labels })))
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
  { facts, was, labels }: { facts: CardFacts; was: WasFacts; labels: LabelIds },
): Promise<unknown> {
  const row = await loadPost(tx, id)
  if (fact === 'title') return changePost(ctx, { id, title: facts.title })
  if (fact === 'labelNames')
    return changePost(ctx, { id, labelIds: labelsAfter(row.labels, was, facts.labelNames, labels) })
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
