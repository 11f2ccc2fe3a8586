import { newId } from '#db/id.ts'
import { bond, post, postEdit, variant } from '#db/schema.ts'
import { emit, type Tx } from '../core/transact.ts'
import { cardsOf } from '../post/card.reads.ts'
import { resolveSendTime } from '../time/send-time.rules.ts'
import { ownTimeIn, type Time, timeIn } from './bond.rules.ts'
import type { Parent } from './central-posts.reads.ts'
import type { BondField } from './names.rules.ts'

export type Region = { id: string; name: string; zone: string }

interface Place {
  campaignId: string
  region: Region
  /** The region's. */
  channels: { id: string; network: string }[]
  locked: BondField[]
  /** As in `timeIn`. */
  zone: string | null
  /** One a post, in order. */
  ranks: string[]
}

/** Rows of one statement (PostgreSQL takes 65,535 values, SQLite 32,766), and cards read at once. */
const AT_ONCE = 400

async function inParts<T>(rows: readonly T[], insert: (part: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await insert(rows.slice(at, at + AT_ONCE))
}

const sendTimeOf = (time: Time | null) => ({
  sendLocal: time?.local ?? null,
  sendZone: time?.zone ?? null,
  sendAt: time ? resolveSendTime(time.local, time.zone).at : null,
})

/** Makes a region's posts of HQ posts: drafts with HQ's content, on the region's channels of the same networks, and their bonds. */
export async function plantChildren(tx: Tx, parents: readonly Parent[], place: Place): Promise<void> {
  if (!parents.length) return
  const { workspaceId, memberId } = tx.ctx
  const { campaignId, region, channels, locked, zone, ranks } = place
  const base = { workspaceId, createdAt: tx.now }
  const children = parents.map((parent, index) => ({ parent, id: newId(), rank: ranks[index] ?? '' }))
  const rows = children.map(({ parent: { central }, id, rank }) => {
    return {
      ...base,
      id,
      teamId: region.id,
      campaignId,
      title: central.title,
      text: central.text.common,
      media: central.media.common,
      labels: central.labels,
      stage: 'draft' as const,
      rank,
      ...sendTimeOf(timeIn(central.time, zone)),
      createdBy: memberId,
      updatedAt: tx.now,
    }
  })
  const made: (typeof post.$inferSelect)[] = []
  await inParts(rows, async (part) => made.push(...(await tx.db.insert(post).values(part).returning())))
  await inParts(
    children.flatMap(({ parent: { central, networks }, id }) =>
      channels
        .filter(({ network }) => networks.has(network))
        .map(({ id: channelId, network }) => ({
          ...base,
          id: newId(),
          postId: id,
          channelId,
          text: central.text.own[network] ?? null,
          media: central.media.own[network] ?? null,
          ...sendTimeOf(ownTimeIn(central, network, zone)),
          options: {},
          stage: 'draft' as const,
        })),
    ),
    (part) => tx.db.insert(variant).values(part),
  )
  // HQ's writers wrote these words: none of them may approve them here.
  await inParts(
    children.flatMap(({ parent, id }) =>
      parent.authors.map((author) => ({
        id: newId(),
        workspaceId,
        postId: id,
        variantId: null,
        memberId: author,
        revision: 0,
        at: tx.now,
      })),
    ),
    (part) => tx.db.insert(postEdit).values(part),
  )
  await inParts(
    children.map(({ parent, id }) => ({
      ...base,
      id: newId(),
      campaignId,
      parentId: parent.row.id,
      childId: id,
      teamId: region.id,
      zone,
      locked,
      base: parent.central,
      declined: [],
      told: [],
    })),
    (part) => tx.db.insert(bond).values(part),
  )
  const audience = { permission: 'post:read' as const, teamId: region.id }
  for (let at = 0; at < made.length; at += AT_ONCE)
    for (const card of await cardsOf(tx.db, workspaceId, made.slice(at, at + AT_ONCE)))
      emit(tx, 'post.created', { post: card }, { subjectId: card.id, audience })
}
