import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { externalRef, post } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { ranksAtEnd } from '../post/ranks-at-end.ts'
import { gather, nothingBeside, refKey, refSources, writeBeside } from './card-beside.ts'
import { isWorking, type TrelloPlan } from './import.rules.ts'
import type { ImportRow } from './load-import.ts'
import type { Filled } from './run-import.job.ts'
import type { TrelloCard } from './trello.rules.ts'
import { type CardFacts, factsOf, type LabelIds, newLabels, updateCard } from './update-card.ts'
import { labelIdsByName, rememberMade } from './write-posts.ts'

type Known = typeof externalRef.$inferSelect

/** Makes posts of cards that are new here, and takes over what has changed in Trello of those that are not. */
export async function fillCards(
  tx: Tx,
  run: ImportRow,
  plan: TrelloPlan,
  cards: readonly TrelloCard[],
): Promise<Filled> {
  const [source] = refSources(run.source, run.teamId)
  const known = await knownOf(tx, run, cards)
  const labels = await labelIdsByName(
    tx,
    cards.flatMap((card) => {
      const before = known.get(refKey('card', card.id))
      if (factsOf(card, plan, before !== undefined) === null) return []
      return before ? newLabels(card, before.was) : card.labels
    }),
  )
  const fresh: { card: TrelloCard; facts: CardFacts }[] = []
  const changed: string[] = []
  for (const card of cards) {
    const before = known.get(refKey('card', card.id))
    const facts = factsOf(card, plan, before !== undefined)
    if (before) {
      if (await updateCard(tx, source, { card, facts, before, known }, labels)) changed.push(before.ourId)
    } else if (facts) fresh.push({ card, facts })
  }
  const made = await makeCards(tx, run, fresh, labels)
  const shown = [...made.filter((row) => row.archivedAt === null).map((row) => row.id), ...changed]
  return {
    done: cards.length,
    made: made.length,
    updated: changed.length,
    bad: 0,
    rows: await livePosts(tx, shown),
  }
}

async function livePosts(tx: Tx, ids: readonly string[]): Promise<Filled['rows']> {
  if (!ids.length) return []
  const rows = await tx.db
    .select()
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), inArray(post.id, [...ids])))
  return rows.filter((row) => row.archivedAt === null)
}

/** What of these cards the team has already; posts that are gone are nowhere, and come again. */
async function knownOf(
  tx: Tx,
  { source, teamId }: ImportRow,
  cards: readonly TrelloCard[],
): Promise<Map<string, Known>> {
  const { workspaceId } = tx.ctx
  const of = and(
    eq(externalRef.workspaceId, workspaceId),
    inArray(externalRef.source, refSources(source, teamId)),
  )
  const found = await tx.db
    .select({ postId: externalRef.postId })
    .from(externalRef)
    .innerJoin(post, eq(post.id, externalRef.postId))
    .where(
      and(
        of,
        eq(post.workspaceId, workspaceId),
        eq(post.teamId, teamId),
        eq(externalRef.kind, 'card'),
        inArray(
          externalRef.externalId,
          cards.map((card) => card.id),
        ),
      ),
    )
  if (!found.length) return new Map()
  const beside = await tx.db
    .select()
    .from(externalRef)
    .where(
      and(
        of,
        inArray(
          externalRef.postId,
          found.map((one) => one.postId),
        ),
      ),
    )
  return new Map(beside.map((one) => [refKey(one.kind, one.externalId), one]))
}

async function makeCards(
  tx: Tx,
  run: ImportRow,
  fresh: readonly { card: TrelloCard; facts: CardFacts }[],
  labels: LabelIds,
): Promise<{ id: string; archivedAt: number | null }[]> {
  if (!fresh.length) return []
  const { workspaceId, memberId } = tx.ctx
  const [source] = refSources(run.source, run.teamId)
  const ranks = await ranksAtEnd(tx, fresh.length)
  const beside = nothingBeside()
  const rows = fresh.map(({ card, facts }, index) => {
    const id = newId()
    const items = card.checklists.flatMap((list) => list.items)
    const { title, text, labelNames, assigneeId, dueAt, place } = facts
    beside.refs.push({
      id: newId(),
      workspaceId,
      source,
      kind: 'card',
      externalId: card.id,
      postId: id,
      ourId: id,
      was: { ...facts },
    })
    gather(tx, source, card, id, new Map(), beside)
    return {
      id,
      workspaceId,
      teamId: run.teamId,
      title,
      text,
      media: [],
      labels: [...new Set(labelNames.flatMap(labels))],
      assigneeId,
      dueAt,
      stage: place === 'idea' ? ('idea' as const) : ('draft' as const),
      workingId: isWorking(place) ? place : null,
      rank: ranks[index] ?? '',
      checksTotal: items.length,
      checksDone: items.filter((item) => item.done).length,
      attachments: card.attachments.length,
      createdBy: memberId,
      createdAt: tx.now,
      updatedAt: tx.now,
      archivedAt: place === 'archive' ? tx.now : null,
    }
  })
  await tx.db.insert(post).values(rows)
  await writeBeside(tx, beside)
  await rememberMade(tx, run.id, rows)
  return rows
}
