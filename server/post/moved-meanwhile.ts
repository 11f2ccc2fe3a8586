import { and, desc, eq } from 'drizzle-orm'
import { event, member } from '#db/schema.ts'
import type { Tx } from '../core/transact.ts'
import { Problem } from '../platform/problem.ts'
import type { CardPatch } from './card.rules.ts'

/** The facts of a card that a drag takes for granted. */
export type Place = Pick<CardPatch, 'stage' | 'rank' | 'sendLocal' | 'sendZone' | 'own'>

/** How far back the one who moved it is looked for. */
const LOOK_BACK = 30

/**
 * The answer to whoever moved a card from a place where it no longer is: who was first. Of two people who drag the
 * same card the first wins, and the other is told by name. `now`: what stands, for who chooses between the two.
 */
export async function movedMeanwhile(
  tx: Tx,
  id: string,
  facts: (keyof Place)[],
  now?: CardPatch,
): Promise<Problem> {
  const name = await lastToChange(tx, id, facts)
  return new Problem('post.movedMeanwhile', { status: 409, params: { name, ...nowOf(now) } })
}

/** What a post shows now, as a parameter of a problem: JSON of a patch of its card. */
export const nowOf = (now: CardPatch | undefined): Record<string, string> =>
  now ? { now: JSON.stringify(now) } : {}

/** Who last changed one of these facts of a card. */
export async function lastToChange(tx: Tx, id: string, facts: (keyof CardPatch)[]): Promise<string> {
  const rows = await tx.db
    .select({ data: event.data, name: member.name })
    .from(event)
    .leftJoin(member, eq(member.id, event.memberId))
    .where(and(eq(event.workspaceId, tx.ctx.workspaceId), eq(event.subjectId, id)))
    .orderBy(desc(event.n))
    .limit(LOOK_BACK)
  const moved = rows.find(({ data }) => {
    const set = (data as { set?: CardPatch }).set
    return set && facts.some((fact) => set[fact] !== undefined)
  })
  return moved?.name ?? 'Hubbub'
}
