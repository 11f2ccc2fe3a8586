import { and, asc, desc, eq, gt, gte, lt, lte, ne, or } from 'drizzle-orm'
import { event, post } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { CardPatch } from './card.rules.ts'
import { LONGEST_RANK, rankBetween, spreadBetween, withinReach } from './rank.rules.ts'

type Place = Pick<typeof post.$inferSelect, 'id' | 'teamId' | 'title' | 'rank' | 'archivedAt'>
const place = {
  ...{ id: post.id, teamId: post.teamId, title: post.title },
  ...{ rank: post.rank, archivedAt: post.archivedAt },
}

/**
 * Neighbours on each side that are spread out: a few, and four times as many when these stand too close. So however many
 * are written anew, a good part of them has been put so close one by one: nobody has a whole board rewritten by a few moves.
 */
const SIDES = [8, 32, 128, 512, 2_048, 8_192, 32_768, Number.MAX_SAFE_INTEGER]

/** The cards that a card was dropped between, as its mover saw them. */
export interface Beside {
  above?: string | null | undefined
  below?: string | null | undefined
}

/**
 * The rank that a card gets which was dropped at `wanted`: that one, save where it is far past the ends, its neighbours
 * have been spread out since, or no short one is left there. Then its neighbours are spread out around it: each keeps its
 * place, and everybody hears of the new ranks.
 */
export async function rankFor(tx: Tx, id: string, wanted: string, beside: Beside = {}): Promise<string> {
  const [first, last] = [await end(tx, asc(post.rank), id), await end(tx, desc(post.rank), id)]
  const rank = withinReach(await whereSeen(tx, wanted, beside), first, last)
  return rank.length > LONGEST_RANK ? spread(tx, id, rank) : rank
}

async function end(tx: Tx, order: ReturnType<typeof asc>, id: string): Promise<string | null> {
  const [row] = await tx.db
    .select({ rank: post.rank })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), ne(post.id, id)))
    .orderBy(order)
    .limit(1)
  return row?.rank ?? null
}

/** Spreads out what stands around a rank; gives the one for the card in their midst (`id`). */
async function spread(tx: Tx, id: string, rank: string): Promise<string> {
  const others = and(eq(post.workspaceId, tx.ctx.workspaceId), ne(post.id, id))
  const under = or(lt(post.rank, rank), and(eq(post.rank, rank), lt(post.id, id)))
  const over = or(gt(post.rank, rank), and(eq(post.rank, rank), gt(post.id, id)))
  for (const side of SIDES) {
    const below = await tx.db
      .select(place)
      .from(post)
      .where(and(others, lte(post.rank, rank), under))
      .orderBy(desc(post.rank), desc(post.id))
      .limit(Math.min(side + 1, LIMIT))
    const above = await tx.db
      .select(place)
      .from(post)
      .where(and(others, gte(post.rank, rank), over))
      .orderBy(asc(post.rank), asc(post.id))
      .limit(Math.min(side + 1, LIMIT))
    const low = below[side]?.rank ?? null
    const high = above[side]?.rank ?? null
    const before = below.slice(0, side).reverse()
    const after = above.slice(0, side)
    const ranks = spreadBetween(low, high, before.length + 1 + after.length)
    if (!ranks) continue
    const own = ranks.splice(before.length, 1)
    for (const [index, one] of [...before, ...after].entries()) await give(tx, one, ranks[index] ?? one.rank)
    return own[0] ?? rank
  }
  throw new Error('no room among ranks')
}

/** Rows of one reading; a workspace with more posts is read from the ends that are near. */
const LIMIT = 1_000_000

async function give(
  tx: Tx,
  { id, teamId, title, rank: was, archivedAt }: Place,
  rank: string,
): Promise<void> {
  if (rank === was) return
  await tx.db
    .update(post)
    .set({ rank })
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, id)))
  const audience = { permission: 'post:read' as const, teamId }
  // What is off the board is on nobody's: it comes back with the rank it has then.
  if (archivedAt === null)
    emit(tx, 'post.spread', { id, title, set: { rank }, was }, { subjectId: id, audience })
}

/** Events of a card that are looked at for the last that gave it a rank. */
const LOOK_BACK = 30

/** The ranks that a card had until it was spread out, the last first, since somebody last put it where it is. */
async function spreadFrom(tx: Tx, id: string): Promise<string[]> {
  const rows = await tx.db
    .select({ type: event.type, data: event.data })
    .from(event)
    .where(and(eq(event.workspaceId, tx.ctx.workspaceId), eq(event.subjectId, id)))
    .orderBy(desc(event.n))
    .limit(LOOK_BACK)
  const were: string[] = []
  for (const { type, data } of rows) {
    const { set, was } = data as { set?: CardPatch; was?: string }
    if (type === 'post.spread' && was !== undefined) were.push(was)
    else if (set?.rank !== undefined) break
  }
  return were
}

/** Whether a card has only been spread out since it had this rank: nobody has moved it. */
export const isOnlySpread = async (tx: Tx, id: string, rank: string): Promise<boolean> =>
  (await spreadFrom(tx, id)).includes(rank)

/** The rank between the two cards that it was dropped between, when these have been spread out since they were seen. */
async function whereSeen(tx: Tx, wanted: string, { above, below }: Beside): Promise<string> {
  const low = above ? await rankOf(tx, above) : null
  const high = below ? await rankOf(tx, below) : null
  const passed = [low !== null && low >= wanted && above, high !== null && high <= wanted && below]
  const ids = passed.filter((one) => typeof one === 'string')
  if (!ids.length || (low !== null && high !== null && low >= high)) return wanted
  for (const id of ids) if (!(await spreadFrom(tx, id)).length) return wanted
  return rankBetween(low, high)
}

async function rankOf(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.db
    .select({ rank: post.rank })
    .from(post)
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, id)))
  return row?.rank ?? null
}
