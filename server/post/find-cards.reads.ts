import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { post } from '#db/schema.ts'
import type { Ctx } from '../core/ctx.ts'
import { teamsWith } from '../member/permission.rules.ts'
import { cardsOf } from './card.reads.ts'
import type { Card } from './card.rules.ts'

/** Posts named or found at once, at most. */
const MOST_NAMED = 500
const MOST_FOUND = 20

const asked = z.object({
  ids: z.array(z.string().min(1).max(64)).max(MOST_NAMED).catch([]),
  /** Words of the title. */
  words: z.string().trim().max(200).nullable().catch(null),
})

/** A sign of LIKE taken as itself. */
const literally = (words: string) => words.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/**
 * Cards by their ids, or by words of their title (then the last changed first, at most twenty), of what the reader sees.
 * Archived ones are left out.
 */
export async function findCards(ctx: Ctx, wanted: { ids?: unknown; words?: unknown }): Promise<Card[]> {
  const { ids, words } = asked.parse({ ids: wanted.ids, words: wanted.words })
  if (words === null && !ids.length) return []
  const teams = teamsWith(ctx.grants, 'post:read')
  const rows = await ctx.store.read
    .select()
    .from(post)
    .where(
      and(
        eq(post.workspaceId, ctx.workspaceId),
        isNull(post.archivedAt),
        teams === 'all' ? undefined : inArray(post.teamId, teams),
        words === null
          ? inArray(post.id, ids)
          : sql`lower(${post.title}) like ${`%${literally(words.toLowerCase())}%`} escape '\\'`,
      ),
    )
    .orderBy(desc(post.updatedAt), desc(post.id))
    .limit(words === null ? MOST_NAMED : MOST_FOUND)
  return cardsOf(ctx.store.read, ctx.workspaceId, rows)
}
