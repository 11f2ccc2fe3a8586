import { desc, eq, sql } from 'drizzle-orm'
import { generateNKeysBetween } from 'fractional-indexing'
import { prepared } from '#db/prepared.ts'
import { post } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { rankBetween } from './rank.rules.ts'

const lastRank = prepared((db) =>
  db
    .select({ rank: post.rank })
    .from(post)
    .where(eq(post.workspaceId, sql.placeholder('workspaceId')))
    .orderBy(desc(post.rank))
    .limit(1),
)

async function last(tx: Tx): Promise<string | null> {
  const [row] = await lastRank(tx.db, { workspaceId: tx.ctx.workspaceId })
  return row?.rank ?? null
}

/**
 * Behind every other card of the workspace, whatever its stage: so ranks stay different when a card changes its stage
 * without being dragged.
 */
export const rankAtEnd = async (tx: Tx): Promise<string> => rankBetween(await last(tx), null)

/** The same for so many cards at once, in order. */
export const ranksAtEnd = async (tx: Tx, count: number): Promise<string[]> =>
  generateNKeysBetween(await last(tx), null, count)
