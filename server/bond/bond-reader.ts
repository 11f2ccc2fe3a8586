import { and, eq } from 'drizzle-orm'
import { bond } from '#db/schema.ts'
import type { Reader } from '../event/reader.ts'
import { followBond, followParent } from './follow-parent.ts'
import { type Kept, tellMover } from './kept-time.ts'
import { bondOf } from './load-bond.ts'

/** Events after which a post may say something else, or at another time. */
const CHANGES: ReadonlySet<string> = new Set([
  'post.edited',
  'post.changed',
  'post.rescheduled',
  'post.restored',
  'post.scheduled',
  'variant.rescheduled',
])

/** Those of them that may give it another time. */
const TIMES: ReadonlySet<string> = new Set([
  'post.rescheduled',
  'post.restored',
  'post.scheduled',
  'variant.rescheduled',
])

/** Events after which a region's own post can follow again: it was off the board, had a slot, or was going out. */
const FREED: ReadonlySet<string> = new Set([
  'delivery.dropped',
  'delivery.notSent',
  'post.restored',
  'post.unscheduled',
])

/** Carries what HQ changes on to the regions: into what it has locked, and as a question everywhere else. */
export const bondReader: Reader = {
  name: 'bond',
  async handle(tx, { type, subjectId, data, memberId }) {
    if (!subjectId) return
    if (type === 'campaign.locked') {
      const { teamId } = data as { teamId: string }
      const bonds = await tx.db
        .select()
        .from(bond)
        .where(
          and(
            eq(bond.workspaceId, tx.ctx.workspaceId),
            eq(bond.campaignId, subjectId),
            eq(bond.teamId, teamId),
          ),
        )
      const kept: Kept[] = []
      for (const one of bonds) kept.push(...(await followBond(tx, one, memberId, 'locked')))
      await tellMover(tx, kept, memberId)
      return
    }
    if (FREED.has(type)) {
      const mine = await bondOf(tx.db, tx.ctx.workspaceId, subjectId)
      if (mine) await followBond(tx, mine, null, 'edited')
    }
    if (!CHANGES.has(type)) return
    const apart = type === 'variant.rescheduled'
    await followParent(tx, subjectId, memberId, apart ? 'timedApart' : TIMES.has(type) ? 'timed' : 'edited')
    // On other channels a region's post says there what HQ has locked.
    if (type === 'post.changed' && (data as { set?: { channelIds?: unknown } }).set?.channelIds) {
      const mine = await bondOf(tx.db, tx.ctx.workspaceId, subjectId)
      if (mine?.locked.length) await followBond(tx, mine, memberId, 'edited')
    }
  },
}
