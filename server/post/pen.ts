import { and, eq } from 'drizzle-orm'
import { member, post } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { enqueue, withdraw } from '../job/enqueue.ts'
import { forbidden, Problem } from '../platform/problem.ts'
import { freePen } from './free-pen.job.ts'
import { holderOf, PEN_LEASE_MS } from './pen.rules.ts'
import type { LoadedPost } from './post-with-variants.ts'

/** The member who acts; the system itself never writes with a pen. */
export function writerId(tx: Tx): string {
  if (!tx.ctx.memberId) throw forbidden('post:write')
  return tx.ctx.memberId
}

/** Who holds the pen of a loaded post now. */
export const penHolder = ({ row }: LoadedPost, now: number): string | null =>
  holderOf({ memberId: row.penMemberId, until: row.penUntil }, now)

/** Refuses, with the holder's name, when somebody else holds the pen. */
export async function refuseOthersPen(tx: Tx, loaded: LoadedPost): Promise<void> {
  const holder = penHolder(loaded, tx.now)
  if (holder === null || holder === tx.ctx.memberId) return
  throw new Problem('pen.held', { status: 409, params: { name: await memberName(tx, holder) } })
}

/** Gives the pen to a member (or to nobody) and says so when it comes from somebody else; the lease is watched. */
export async function movePen(tx: Tx, loaded: LoadedPost, memberId: string | null): Promise<void> {
  const { row } = loaded
  const until = memberId ? tx.now + PEN_LEASE_MS : null
  await tx.db
    .update(post)
    .set({ penMemberId: memberId, penUntil: until })
    .where(and(eq(post.workspaceId, tx.ctx.workspaceId), eq(post.id, row.id)))
  if (penHolder(loaded, tx.now) === memberId) return
  // Taken back also while it runs, so that whoever takes the pen is always waited for.
  await withdraw(tx, freePen, row.id)
  if (until !== null) await enqueue(tx, freePen, { postId: row.id }, { runAt: until, key: row.id })
  emit(
    tx,
    'pen.moved',
    { postId: row.id, memberId },
    { subjectId: row.id, audience: { permission: 'post:read', teamId: row.teamId } },
  )
}

export async function memberName(tx: Tx, memberId: string): Promise<string> {
  const [row] = await tx.db
    .select({ name: member.name })
    .from(member)
    .where(and(eq(member.workspaceId, tx.ctx.workspaceId), eq(member.id, memberId)))
  return row?.name ?? ''
}
