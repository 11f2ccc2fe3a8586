import { and, eq } from 'drizzle-orm'
import { bond } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { liveDeliveries } from '../delivery/live.ts'
import { type LoadedPost, loadWithVariants } from '../post/post-with-variants.ts'
import { asksFirst, resolveSendTime } from '../time/send-time.rules.ts'
import {
  type Central,
  changedFields,
  fieldStates,
  keptOf,
  ownTimeIn,
  pick,
  runs,
  type Time,
  timeIn,
  timeOf,
} from './bond.rules.ts'
import { bringField } from './bring-field.ts'
import { authorsOf } from './central-posts.reads.ts'
import { type Cause, keptTime } from './kept-time.rules.ts'
import { type Kept, tellMover, tellRegion } from './kept-time.ts'
import { type BondRow, bondsOf, centralIn, childIn } from './load-bond.ts'
import { BOND_FIELDS, type BondField } from './names.rules.ts'
import { isOut } from './out.ts'

/**
 * After HQ has changed a post (`by`): each region's post is brought along where HQ locked it, and told of the rest. Where a
 * locked time could not come to be, the region and `by` are told, once.
 */
export async function followParent(tx: Tx, parentId: string, by: string | null, cause: Cause): Promise<void> {
  const bonds = await bondsOf(tx.db, tx.ctx.workspaceId, parentId)
  if (!bonds.length) return
  const parent = await loadWithVariants(tx.db, tx.ctx.workspaceId, parentId)
  if (!parent) return
  const kept: Kept[] = []
  for (const one of bonds) kept.push(...(await followOne(tx, one, parent, by, cause)))
  await tellMover(tx, kept, by)
}

/**
 * The same for one region's post: after HQ has locked fields of it, or the region has given it other channels. Gives it
 * back, for `tellMover`, when its time could not follow.
 */
export async function followBond(tx: Tx, one: BondRow, by: string | null, cause: Cause): Promise<Kept[]> {
  const parent = await loadWithVariants(tx.db, tx.ctx.workspaceId, one.parentId)
  return parent ? followOne(tx, one, parent, by, cause) : []
}

async function followOne(
  tx: Tx,
  one: BondRow,
  parent: LoadedPost,
  by: string | null,
  cause: Cause,
): Promise<Kept[]> {
  const central = centralIn(parent)
  const child = await loadWithVariants(tx.db, tx.ctx.workspaceId, one.childId)
  if (!child) return []
  const from = tx.pending.length
  const out = await isOut(tx.db, child.row)
  const behind = one.locked.filter((field) => !runs(field, childIn(child), central, one.zone))
  const free = behind.length && !out ? await whatMayChange(tx, child, central, one.zone) : []
  const due = behind.filter((field) => free.includes(field))
  if (due.length) {
    const authors = await authorsOf(tx, parent.row)
    const source = { central, zone: one.zone, by, authors, confirmed: true }
    for (const field of due) await bringField(tx, one.childId, field, source)
  }
  const now = (await loadWithVariants(tx.db, tx.ctx.workspaceId, one.childId)) ?? child
  // What it says already, by being brought or by itself, it has taken.
  const same = BOND_FIELDS.filter((field) => runs(field, childIn(now), central, one.zone))
  // Of a bond that knows no such times it is known now that these changed.
  const before = cause === 'timedApart' && !one.base.ownTimes ? { ...one.base, ownTimes: {} } : one.base
  const base = { ...keptOf(before, central), ...pick(central, same) }
  const declined = one.declined.filter((field) => !changedFields(base, central).includes(field))
  const states = fieldStates({ ...one, child: childIn(now), base, parent: central, declined })
  // Nobody is asked about what has gone out.
  const waiting = states.filter((it) => it.waiting && !it.locked && !out).map(({ field }) => field)
  const fresh = waiting.filter((field) => !one.told.includes(field))
  const told = JSON.stringify(waiting) !== JSON.stringify(one.told)
  const brought = due.includes('time')
  const stays = behind.includes('time') && !brought
  const { why, news, keptFrom } = keptTime({ ...one, central, brought, stays, out, cause })
  const known = keptFrom === one.keptFrom && declined.length === one.declined.length
  if (!told && known && one.base.ownTimes && !changedFields(one.base, base).length) return []
  await tx.db
    .update(bond)
    .set({ base, told: waiting, declined, keptFrom })
    .where(and(eq(bond.workspaceId, tx.ctx.workspaceId), eq(bond.id, one.id)))
  if (told)
    emit(
      tx,
      'bond.changed',
      { id: one.childId, title: now.row.title, fields: waiting, fresh },
      { subjectId: one.childId, audience: { permission: 'post:read', teamId: one.teamId } },
    )
  if (news && why) tellRegion(tx, one, now.row.title, why)
  // The house carries it out, but it is HQ's doing.
  for (const event of tx.pending.slice(from)) event.past = { at: tx.now, memberId: by }
  return news && why ? [{ parent: parent.row, teamId: one.teamId, why }] : []
}

/** What of a region's post HQ can still change before it goes out: no slot to a time that is here, and none without a time. */
async function whatMayChange(
  tx: Tx,
  loaded: LoadedPost,
  central: Central,
  zone: string | null,
): Promise<readonly BondField[]> {
  const { row } = loaded
  const live = [...(await liveDeliveries(tx, row.id)).values()]
  const slotted = row.stage === 'scheduled' || live.some(({ state }) => state !== 'sent')
  const late = slotted && timesToBe(loaded, central, zone).some((time) => isLate(time, tx.now))
  return BOND_FIELDS.filter((field) => field !== 'time' || !late)
}

/** The times that HQ's would give a region's post and its channels, where they are others than they have. */
function timesToBe({ row, variants }: LoadedPost, central: Central, zone: string | null): (Time | null)[] {
  const common = timeIn(central.time, zone)
  const differ = (a: Time | null, b: Time | null) => a?.local !== b?.local || a?.zone !== b?.zone
  const open = variants.filter((one) => one.row.stage !== 'published')
  const own = open.flatMap(({ row, channel }) => {
    const to = ownTimeIn(central, channel.network, zone)
    return differ(timeOf(row), to) ? [to ?? common] : []
  })
  return differ(timeOf(row), common) ? [common, ...own] : own
}

const isLate = (time: Time | null, now: number): boolean =>
  !time || asksFirst(resolveSendTime(time.local, time.zone).at, now) !== null
