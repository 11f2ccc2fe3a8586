import { newId } from '#db/id.ts'
import { conversation, delivery, message, person, post, snapshot, variant } from '#db/schema.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { withGains } from '#server/metric/gain.rules.ts'

type Snapshot = typeof snapshot.$inferInsert
type Message = typeof message.$inferInsert
type Delivery = typeof delivery.$inferInsert & { campaignId: string | null }

export interface FigureScene {
  deliveries: Delivery[]
  snapshots: Snapshot[]
  messages: (Message & { postId: string | null })[]
}

export interface FigurePlan {
  teamId: string
  channelIds: string[]
  campaignId: string | null
  /** Epoch ms. */
  from: number
  to: number
  posts: number
  /** Snapshots of each metric a post has. */
  looks: number
  conversations: number
  /** Messages of each conversation. */
  turns: number
  metrics: string[]
  random: () => number
}

async function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) await insert(rows.slice(at, at + 500))
}

/** Fills a workspace with deliveries, their snapshots and conversations at random instants, and gives what it wrote. */
export async function plantFigureScene(ctx: Ctx, plan: FigurePlan): Promise<FigureScene> {
  const { random, teamId, channelIds, from, to } = plan
  const { workspaceId } = ctx
  const instant = (low = from, high = to) => Math.floor(low + random() * (high - low))
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const scene: FigureScene = { deliveries: [], snapshots: [], messages: [] }
  const posts: (typeof post.$inferInsert)[] = []
  const variants: (typeof variant.$inferInsert)[] = []
  const points: Omit<Snapshot, 'gain'>[] = []
  for (let index = 0; index < plan.posts; index++) {
    const postId = newId()
    const channelId = pick(channelIds)
    const sentAt = instant()
    const campaignId = random() < 0.3 ? plan.campaignId : null
    const common = { workspaceId, createdAt: sentAt, stage: 'published' as const }
    posts.push({
      ...common,
      ...{ id: postId, teamId, campaignId, title: `Post ${index}`, text: '', media: [], labels: [] },
      ...{ rank: `a${index}`, updatedAt: sentAt },
    })
    const variantId = newId()
    variants.push({ ...common, id: variantId, postId, channelId, options: {} as never })
    const state = random() < 0.85 ? 'sent' : 'failed'
    const id = newId()
    scene.deliveries.push({
      ...{ id, workspaceId, postId, variantId, channelId, campaignId, versionHash: 'x', state },
      ...{ dueAt: sentAt, tryAt: sentAt, sentAt: state === 'sent' ? sentAt : null },
      ...{ createdAt: sentAt, updatedAt: sentAt },
    })
    for (const metric of plan.metrics) {
      let value = 0
      const ats = new Set(Array.from({ length: plan.looks }, () => instant(sentAt)))
      for (const at of [...ats].sort((a, b) => a - b)) {
        // Likes are taken back now and then.
        value = Math.max(0, value + Math.floor(random() * 20) - 3)
        points.push({
          id: newId(),
          workspaceId,
          channelId,
          subject: 'delivery',
          subjectId: id,
          metric,
          value,
          at,
        })
      }
    }
  }
  scene.snapshots = withGains(points as ((typeof points)[number] & { at: number; value: number })[])
  const people: (typeof person.$inferInsert)[] = []
  const conversations: (typeof conversation.$inferInsert)[] = []
  for (let index = 0; index < plan.conversations; index++) {
    const personId = newId()
    const id = newId()
    const channelId = pick(channelIds)
    const postId = random() < 0.5 && posts.length ? (pick(posts).id ?? null) : null
    const createdAt = instant()
    people.push({
      id: personId,
      workspaceId,
      network: 'x',
      remoteId: personId,
      handle: 'p',
      name: 'P',
      createdAt,
    })
    conversations.push({
      ...{ id, workspaceId, teamId, channelId, personId, kind: 'reply', remoteThread: id, postId },
      ...{ state: 'open', priority: 'normal', lastMessageAt: createdAt, lastText: '', createdAt },
    })
    for (let turn = 0; turn < plan.turns; turn++) {
      const at = instant()
      const inbound = random() < 0.7
      scene.messages.push({
        ...{ id: newId(), workspaceId, conversationId: id, channelId, postId, text: 'hi', media: [] },
        ...{ direction: inbound ? 'in' : 'out', at, receivedAt: at },
        sentiment: inbound ? pick(['negative', 'neutral', 'positive', null] as const) : null,
        sendState: inbound ? null : pick(['sent', 'failed'] as const),
      })
    }
  }
  await ctx.store.write(async (db) => {
    await inChunks(posts, async (rows) => db.insert(post).values(rows))
    await inChunks(variants, async (rows) => db.insert(variant).values(rows))
    await inChunks(scene.deliveries, async (rows) => db.insert(delivery).values(rows))
    await inChunks(scene.snapshots, async (rows) => db.insert(snapshot).values(rows))
    await inChunks(people, async (rows) => db.insert(person).values(rows))
    await inChunks(conversations, async (rows) => db.insert(conversation).values(rows))
    await inChunks(scene.messages, async (rows) => db.insert(message).values(rows))
  })
  return scene
}
