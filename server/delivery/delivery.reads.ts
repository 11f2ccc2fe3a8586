import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { prepared } from '#db/prepared.ts'
import { channel, delivery, member, pause, post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import type { Prepared } from '../network/connector.ts'
import { sentOf } from './claim-delivery.ts'
import { ledgerLine, type NotSentReason } from './delivery.rules.ts'
import type { DeliveryView } from './delivery-view.rules.ts'

/** Rows of one ledger at most; a longer span is read in pieces. */
const MOST = 2_000

/**
 * The send ledger of a span (epoch ms, `to` excluded) in the teams the reader sees: every slot in order, each "sent" or
 * "not sent, because ...". Slots that were moved or taken back before they passed are no slots any more.
 */
export async function readLedger(
  ctx: Ctx,
  { from, to }: { from: number; to: number },
): Promise<DeliveryView[]> {
  const rows = await rowsWhere(ctx, and(gte(delivery.dueAt, from), lt(delivery.dueAt, to)))
  return rows.filter(isSlot).map((row) => viewOf(row, ctx.now()))
}

/** All slots of one post, the oldest first. */
export async function readPostDeliveries(ctx: Ctx, postId: string): Promise<DeliveryView[]> {
  const rows = await rowsWhere(ctx, eq(delivery.postId, postId))
  return rows.filter(isSlot).map((row) => viewOf(row, ctx.now()))
}

/** What waits for a person: held by a pause, missed, failed or unclear. The oldest first. */
export async function readWaiting(ctx: Ctx): Promise<DeliveryView[]> {
  const rows = await rowsWhere(ctx, inArray(delivery.state, ['held', 'failed', 'expired', 'ambiguous']))
  return rows.map((row) => viewOf(row, ctx.now()))
}

const pausesOf = prepared((db) =>
  db
    .select({
      id: pause.id,
      scope: pause.scope,
      value: pause.value,
      reason: pause.reason,
      startedAt: pause.startedAt,
      startedBy: member.name,
    })
    .from(pause)
    .leftJoin(member, eq(member.id, pause.startedBy))
    .where(and(eq(pause.workspaceId, sql.placeholder('workspaceId')), isNull(pause.endedAt)))
    .orderBy(desc(pause.startedAt)),
)

/** The pauses that hold now, the newest first. */
export async function readPauses(ctx: Ctx) {
  return pausesOf(ctx.store.read, { workspaceId: ctx.workspaceId })
}

async function rowsWhere(ctx: Ctx, what: SQL | undefined) {
  const teams = teamsWith(ctx.grants, 'post:read')
  if (teams !== 'all' && !teams.length) return []
  return ctx.store.read
    .select({
      delivery,
      title: post.title,
      teamId: post.teamId,
      channelName: channel.name,
      network: channel.network,
      zone: channel.zone,
    })
    .from(delivery)
    .innerJoin(post, eq(post.id, delivery.postId))
    .innerJoin(channel, eq(channel.id, delivery.channelId))
    .where(
      and(
        eq(delivery.workspaceId, ctx.workspaceId),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
        what,
      ),
    )
    .orderBy(asc(delivery.dueAt), asc(delivery.id))
    .limit(MOST)
}

type Row = Awaited<ReturnType<typeof rowsWhere>>[number]

const isSlot = ({ delivery: row }: Row): boolean =>
  row.state !== 'cancelled' || row.updatedAt >= row.dueAt || (row.reason ?? '') !== 'delivery.cancelled'

function viewOf({ delivery: row, ...rest }: Row, now: number): DeliveryView {
  const because = row.reason as NotSentReason | null
  const sent = sentOf(row)
  const made = row.prepared as Prepared | null
  return {
    ...rest,
    id: row.id,
    postId: row.postId,
    channelId: row.channelId,
    state: row.state,
    dueAt: row.dueAt,
    tryAt: row.tryAt,
    line: ledgerLine({ state: row.state, dueAt: row.dueAt, sentAt: row.sentAt, because }, now),
    detail: row.detail,
    url: sent[0]?.url ?? null,
    parts: made ? { sent: sent.length, all: made.parts.length } : null,
  }
}
