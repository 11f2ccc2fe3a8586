import { and, count, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { externalRef, importRun, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { may } from '../member/permission.rules.ts'
import { stagesOf } from '../stage/stages-of.ts'
import { refSources } from './card-beside.ts'
import type { TrelloPlan } from './import.rules.ts'
import type { ImportRow } from './load-import.ts'
import { readPlaces } from './places.reads.ts'
import { readTrello } from './read-trello.ts'
import { asBefore, guessTrello, placeOf } from './trello.rules.ts'

/** What an import would make of a Trello board under a plan. */
export async function lookAtTrello(
  ctx: Ctx,
  run: ImportRow,
  bytes: Buffer,
  teamId: string,
  chosen: TrelloPlan | null,
) {
  const board = readTrello(bytes)
  const places = await readPlaces(ctx, teamId)
  const stages = (await stagesOf(ctx.store.read, ctx.workspaceId, teamId)).map(({ id, name }) => ({
    id,
    name,
  }))
  const plan =
    chosen ??
    asBefore(guessTrello(board, places.members, stages), await lastPlan(ctx, run, teamId), board, {
      stages,
      people: places.members,
    })
  const [known] = await ctx.store.read
    .select({ n: count() })
    .from(externalRef)
    .innerJoin(post, eq(post.id, externalRef.postId))
    .where(
      and(
        eq(externalRef.workspaceId, ctx.workspaceId),
        inArray(externalRef.source, refSources(run.source, teamId)),
        eq(post.workspaceId, ctx.workspaceId),
        eq(post.teamId, teamId),
        eq(externalRef.kind, 'card'),
      ),
    )
  const wanted = board.cards.filter((card) => placeOf(card, plan) !== null)
  const sum = (of: (card: (typeof wanted)[number]) => number) =>
    wanted.reduce((all, card) => all + of(card), 0)
  const used = new Set(wanted.flatMap((card) => card.memberIds))
  return {
    kind: 'trello' as const,
    plan,
    board: board.name,
    stages: may(ctx.grants, 'post:read', teamId) ? stages : [],
    lists: board.lists.map((list) => ({
      ...list,
      cards: board.cards.filter((card) => card.listId === list.id && !card.closed).length,
    })),
    members: board.members
      .filter((one) => used.has(one.id))
      .map(({ id, name, username }) => ({ id, name, username })),
    people: places.members.map(({ id, name }) => ({ id, name })),
    counts: {
      total: board.cards.length,
      good: wanted.length,
      closed: board.cards.filter((card) => card.closed).length,
      comments: sum((card) => card.comments.length),
      checklists: sum((card) => card.checklists.length),
      attachments: sum((card) => card.attachments.length),
      due: wanted.filter((card) => card.dueAt !== null).length,
      several: wanted.filter((card) => card.memberIds.length > 1).length,
      known: known?.n ?? 0,
    },
    commentsMissing: board.commentsMissing,
    linksMissing: board.linksMissing,
    cut: board.cut,
    sample: wanted.slice(0, 8).map((card) => ({
      id: card.id,
      title: card.title,
      place: placeOf(card, plan),
      labels: card.labels,
      dueAt: card.dueAt,
      comments: card.comments.length,
      checks: card.checklists.flatMap((list) => list.items).length,
    })),
  }
}

/** What was chosen when the board was brought to this team the last time. */
async function lastPlan(ctx: Ctx, { source }: ImportRow, teamId: string): Promise<TrelloPlan | null> {
  const [last] = await ctx.store.read
    .select({ plan: importRun.plan })
    .from(importRun)
    .where(
      and(
        eq(importRun.workspaceId, ctx.workspaceId),
        eq(importRun.teamId, teamId),
        eq(importRun.source, source ?? ''),
        isNotNull(importRun.startedAt),
      ),
    )
    .orderBy(desc(importRun.startedAt))
    .limit(1)
  return last?.plan?.kind === 'trello' ? last.plan : null
}
