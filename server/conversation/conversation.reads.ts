import {
  and,
  count,
  desc,
  eq,
  inArray,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { z } from 'zod'
import { channel, conversation, conversationSeen, person } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { claimedBy } from './conversation.rules.ts'
import { type InboxQuery, inView, VIEWS, type View } from './inbox.rules.ts'

/** How many a page of the list has. */
const PAGE = 50

const table = conversation

/** Conversations of this workspace that the member may read. */
export function readable(ctx: Ctx): SQL | undefined {
  const teams = teamsWith(ctx.grants, 'conversation:read')
  return and(
    eq(table.workspaceId, ctx.workspaceId),
    teams === 'all' ? undefined : inArray(table.teamId, teams),
  )
}

function viewed(ctx: Ctx, view: View): SQL | undefined {
  if (view === 'all') return undefined
  if (view === 'waiting') return inArray(table.state, ['pending', 'snoozed'])
  if (view === 'unassigned') return and(ne(table.state, 'closed'), isNull(table.assigneeId))
  if (view === 'mine') return and(ne(table.state, 'closed'), eq(table.assigneeId, ctx.memberId ?? ''))
  return eq(table.state, view)
}

/** Words in a name, a handle or the last message, in either case. */
function searched(q: string): SQL | undefined {
  const pattern = `%${q.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
  const within = (column: SQLWrapper) => sql`lower(${column}) like ${pattern} escape '\\'`
  return or(within(person.name), within(person.handle), within(table.lastText))
}

const columns = {
  id: table.id,
  teamId: table.teamId,
  channelId: table.channelId,
  network: channel.network,
  personId: table.personId,
  name: person.name,
  handle: person.handle,
  avatarUrl: person.avatarUrl,
  kind: table.kind,
  state: table.state,
  priority: table.priority,
  assigneeId: table.assigneeId,
  claimMemberId: table.claimMemberId,
  claimUntil: table.claimUntil,
  snoozedUntil: table.snoozedUntil,
  closedReason: table.closedReason,
  sentiment: table.sentiment,
  lastInboundAt: table.lastInboundAt,
  lastMessageAt: table.lastMessageAt,
  lastText: table.lastText,
  seenAt: conversationSeen.seenAt,
}

/** Rows of the list, newest first. */
async function rowsWhere(ctx: Ctx, where: SQL | undefined, limit: number) {
  const rows = await ctx.store.read
    .select(columns)
    .from(table)
    .innerJoin(person, eq(person.id, table.personId))
    .innerJoin(channel, eq(channel.id, table.channelId))
    .leftJoin(
      conversationSeen,
      and(
        eq(conversationSeen.conversationId, table.id),
        eq(conversationSeen.memberId, ctx.memberId ?? ''),
        eq(conversationSeen.workspaceId, ctx.workspaceId),
      ),
    )
    .where(and(readable(ctx), where))
    .orderBy(desc(table.lastMessageAt), desc(table.id))
    .limit(limit)
  const now = ctx.now()
  return rows.map(({ seenAt, claimMemberId, claimUntil, ...row }) => {
    const claim = claimMemberId && claimUntil ? { memberId: claimMemberId, until: claimUntil } : null
    return {
      ...row,
      claim: claimedBy(claim, now) ? claim : null,
      /** They wrote since the member last looked. */
      unread: row.state === 'open' && (row.lastInboundAt ?? 0) > (seenAt ?? 0),
    }
  })
}

/** A conversation as the list draws it. The words in it are of people outside: text, never markup. */
export type InboxRow = Awaited<ReturnType<typeof rowsWhere>>[number]

const placeShape = z.tuple([z.number(), z.string()])
/** Where the next page begins: an opaque word for the client. */
const placeOf = (row: InboxRow) => JSON.stringify([row.lastMessageAt, row.id])

/**
 * A page of the list after a place, newest first; `next` null at the end. Keyset, so that what arrives meanwhile shifts
 * nothing. A place that cannot be read starts from the top.
 */
export async function readInbox(
  ctx: Ctx,
  query: InboxQuery,
  after: string | null = null,
): Promise<{ rows: InboxRow[]; next: string | null }> {
  const place = placeShape.safeParse(parsed(after)).data
  const where = and(
    viewed(ctx, query.view),
    query.channel ? eq(table.channelId, query.channel) : undefined,
    query.sentiment ? eq(table.sentiment, query.sentiment) : undefined,
    query.q ? searched(query.q) : undefined,
    place &&
      or(lt(table.lastMessageAt, place[0]), and(eq(table.lastMessageAt, place[0]), lt(table.id, place[1]))),
  )
  const rows = await rowsWhere(ctx, where, PAGE + 1)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return { rows: page, next: rows.length > PAGE && last ? placeOf(last) : null }
}

/** Conversations by id, those of them that may be read: what a client fetches when it was told of changes. */
export async function readInboxRows(ctx: Ctx, ids: readonly string[]): Promise<InboxRow[]> {
  if (!ids.length) return []
  return rowsWhere(ctx, inArray(table.id, ids.slice(0, 200)), 200)
}

export type InboxCounts = Record<View, number>

/** How many conversations each view holds for the member. */
export async function readInboxCounts(ctx: Ctx): Promise<InboxCounts> {
  const mine = sql<number>`case when ${table.assigneeId} is null then 0 when ${table.assigneeId} = ${ctx.memberId ?? ''} then 1 else 2 end`
  const groups = await ctx.store.read
    .select({ state: table.state, whose: mine, n: count() })
    .from(table)
    .where(readable(ctx))
    .groupBy(table.state, sql`2`)
  const counts = Object.fromEntries(VIEWS.map((view) => [view, 0])) as InboxCounts
  for (const { state, whose, n } of groups) {
    const assigneeId = [null, ctx.memberId, '-'][Number(whose)] ?? null
    for (const view of VIEWS) if (inView({ state, assigneeId }, view, ctx.memberId)) counts[view] += n
  }
  return counts
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}
