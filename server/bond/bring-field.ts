import type { Tx } from '../core/transact.ts'
import { changeCard } from '../post/change-card.ts'
import { saveContent } from '../post/edit-post.ts'
import { noteEdit } from '../post/note-edit.ts'
import { type LoadedPost, loadWithVariants } from '../post/post-with-variants.ts'
import { retimePost } from '../post/reschedule-post.ts'
import { retimeVariants } from '../post/reschedule-variant.ts'
import { canonicalJson } from '../version/content.rules.ts'
import { type Central, ownTimeIn, timeIn, timeOf } from './bond.rules.ts'
import type { BondField } from './names.rules.ts'

interface Source {
  central: Central
  /** As in `timeIn`. */
  zone: string | null
  /** Who brings it (null: the house). */
  by: string | null
  /** Everybody who wrote it at HQ: like who brings it, they may not approve it here. */
  authors: readonly string[]
  /** Nobody is to be asked any more about a time that is past or near. */
  confirmed: boolean
}

/**
 * Makes a region's post say in one field what HQ says, as an ordinary edit does it: approvals are judged again, slots
 * move along. Variants that are out stay as they went.
 */
export async function bringField(tx: Tx, childId: string, field: BondField, from: Source): Promise<void> {
  const { central, zone, by, authors, confirmed } = from
  const { row, variants } = await load(tx, childId)
  if (field === 'title' || field === 'labels') {
    if (canonicalJson(row[field]) === canonicalJson(central[field])) return
    return changeCard(tx, row, 'post.changed', { [field]: central[field] })
  }
  if (field === 'time') {
    const seen = { sendLocal: row.sendLocal, sendZone: row.sendZone }
    const byHq = { byHq: true }
    await retimePost(tx, { id: childId, from: seen, to: timeIn(central.time, zone), confirmed }, byHq)
    // A channel goes at the time of its own that HQ has for its network; without one, with the post again.
    for (const { row: own, channel } of variants) {
      const to = ownTimeIn(central, channel.network, zone)
      if (own.stage === 'published' || canonicalJson(timeOf(own)) === canonicalJson(to)) continue
      const from = { sendLocal: own.sendLocal, sendZone: own.sendZone }
      await retimeVariants(tx, { postId: childId, channelIds: [channel.id], from, to, confirmed }, byHq)
    }
    return
  }
  const { common, own } = central[field]
  const save = async (variantId: string | null, value: unknown) => {
    const now = await load(tx, childId)
    const edit = { postId: childId, variantId, base: now.row.revision, [field]: value }
    const { revision } = await saveContent(tx, now, edit, by)
    for (const memberId of authors) await noteEdit(tx, { postId: childId, variantId, memberId }, revision)
  }
  if (canonicalJson(row[field]) !== canonicalJson(common)) await save(null, common)
  for (const one of variants) {
    const wanted = own[one.channel.network] ?? null
    if (one.row.stage !== 'published' && canonicalJson(one.row[field]) !== canonicalJson(wanted))
      await save(one.row.id, wanted)
  }
}

async function load(tx: Tx, postId: string): Promise<LoadedPost> {
  const loaded = await loadWithVariants(tx.db, tx.ctx.workspaceId, postId)
  if (!loaded) throw new Error('a bond without its post')
  return loaded
}
