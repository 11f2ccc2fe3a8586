import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { member } from '#db/schema.ts'
import { type Tx, transact } from '../core/transact.ts'
import { verb } from '../core/verb.ts'
import { notFound, Problem } from '../platform/problem.ts'
import { type Claim, claimedBy, takeClaim } from './conversation.rules.ts'
import { type ConversationRow, loadConversation, setConversation, tellReaders } from './load-conversation.ts'

/** Told again only when the lease has run down by this much, ms: typing renews it with every pause. */
const RENEW_AFTER = 20_000

export const claimOf = (row: Pick<ConversationRow, 'claimMemberId' | 'claimUntil'>): Claim | null =>
  row.claimMemberId && row.claimUntil ? { memberId: row.claimMemberId, until: row.claimUntil } : null

/**
 * "I am on it", for 90 s since the last sign of life. It locks nobody out. Problem: conversation.claimed (by whom;
 * `force` takes it over).
 */
export const claimConversation = verb({
  name: 'conversation.claim',
  permission: 'conversation:write',
  input: z.object({ id: z.string(), force: z.boolean().default(false) }),
  run: (ctx, { id, force }): Promise<Claim> =>
    transact(ctx, async (tx) => {
      const row = await loadConversation(tx, id, 'conversation:write')
      const claim = await claimFor(tx, row, force)
      if (!claim) throw notFound()
      return claim
    }),
})

/** Claims or renews within another change; null when nobody stands behind the act (the house itself). */
export async function claimFor(tx: Tx, row: ConversationRow, force: boolean): Promise<Claim | null> {
  const { memberId } = tx.ctx
  if (!memberId) return null
  const before = claimOf(row)
  const taken = takeClaim(before, memberId, tx.now, force)
  if ('refuse' in taken) {
    const name = await nameOf(tx, taken.by)
    throw new Problem(taken.refuse, { status: 409, params: { name, memberId: taken.by } })
  }
  const mine = claimedBy(before, tx.now) === memberId
  if (mine && before && taken.claim.until - before.until < RENEW_AFTER) return before
  await setConversation(tx, row.id, { claimMemberId: memberId, claimUntil: taken.claim.until })
  tellReaders(tx, row, 'conversation.claimed', taken.claim)
  return taken.claim
}

/** Gives one's own claim back; not holding it is no problem. */
export const releaseConversation = verb({
  name: 'conversation.release',
  permission: 'conversation:write',
  input: z.object({ id: z.string() }),
  run: (ctx, { id }): Promise<object> =>
    transact(ctx, async (tx) => {
      const row = await loadConversation(tx, id, 'conversation:write')
      if (row.claimMemberId === null || row.claimMemberId !== ctx.memberId) return {}
      await setConversation(tx, id, { claimMemberId: null, claimUntil: null })
      tellReaders(tx, row, 'conversation.released', { memberId: row.claimMemberId })
      return {}
    }),
})

/** What a member of the workspace is called. */
export async function nameOf(tx: Tx, memberId: string | null): Promise<string> {
  if (!memberId) return 'Hubbub'
  const [row] = await tx.db
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.workspaceId, tx.ctx.workspaceId), eq(member.id, memberId)))
  return row?.name ?? 'Hubbub'
}
