import { and, eq, inArray } from 'drizzle-orm'
import { team } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import type { LoadedPost } from '../post/post-with-variants.ts'
import type { BondRow } from './load-bond.ts'
import type { KeptReason } from './names.rules.ts'

/** A region's post that could not follow HQ's locked time, or not to the minute. */
export interface Kept {
  parent: Pick<LoadedPost['row'], 'id' | 'title'>
  teamId: string
  why: KeptReason
}

/** Tells a region of a time of HQ's that one of its posts did not take. */
export function tellRegion(tx: Tx, { childId, teamId }: BondRow, title: string, why: KeptReason): void {
  const audience = { permission: 'post:read' as const, teamId }
  emit(tx, 'bond.timeKept', { id: childId, title, why }, { subjectId: childId, audience })
}

/**
 * Tells whoever gave HQ's posts their time in which regions it did not come to be: once a post and reason. Only them:
 * how other teams stand is for those who publish (drift.reads.ts).
 */
export async function tellMover(tx: Tx, kept: readonly Kept[], by: string | null): Promise<void> {
  if (!by || !kept.length) return
  const ids = [...new Set(kept.map(({ teamId }) => teamId))]
  const teams = await tx.db
    .select({ id: team.id, name: team.name })
    .from(team)
    .where(and(eq(team.workspaceId, tx.ctx.workspaceId), inArray(team.id, ids)))
    .orderBy(team.name)
  for (const group of Map.groupBy(kept, ({ parent, why }) => `${parent.id} ${why}`).values()) {
    const [first] = group
    if (!first) continue
    const { parent, why } = first
    const there = teams.filter(({ id }) => group.some(({ teamId }) => teamId === id))
    const names = there.map(({ name }) => name).join(', ')
    const about = { id: parent.id, title: parent.title, teams: names, why }
    emit(tx, 'bond.timeKeptThere', about, { subjectId: parent.id, audience: { memberId: by } })
  }
}
