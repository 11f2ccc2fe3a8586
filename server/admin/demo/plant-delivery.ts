import { newId } from '#db/id.ts'
import type { ChannelKey, DemoPost } from '#db/seed/demo/demo.ts'
import type { Content, MediaItem } from '../../version/content.rules.ts'
import { channelOf, HOUR, happened, type Scene, teamOf } from './demo-scene.ts'
import { seeded } from './random.ts'

const MINUTE = 60_000

interface Planned {
  post: DemoPost
  postId: string
  teamId: string
  variant: { id: string; key: ChannelKey; content: Content; hash: string }
  /** The slot, epoch ms. */
  at: number
  by: string
  createdAt: number
  media: MediaItem[]
  trouble: { state: 'failed' | 'expired'; reason: string } | undefined
}

/** A variant's delivery: waiting for its slot, gone out to its practice page, or stopped with its reason. */
export function plantDelivery(scene: Scene, planned: Planned): void {
  const { post, postId, variant, at, trouble } = planned
  const { workspaceId } = scene.ctx
  const channel = channelOf(scene, variant.key)
  const id = newId()
  const key = newId()
  const entryId = newId()
  const went = !trouble && at < scene.now
  const sentAt = at + seeded(id).whole(600, 4_000)
  const { locale } = teamOf(scene, channel.team)
  const prepared = {
    network: 'practice',
    createdAt: at,
    draft: { parts: [{ text: variant.content.text, media: planned.media }], language: locale },
    parts: [{ key, createdAt: at }],
    replyTo: null,
    repeatable: true,
  }
  const remote = { remoteId: entryId, url: null, ref: { entryId, threadId: entryId } }
  scene.rows.delivery.push({
    id,
    workspaceId,
    postId,
    variantId: variant.id,
    channelId: channel.id,
    versionHash: variant.hash,
    dueAt: at,
    tryAt: at,
    state: trouble?.state ?? (went ? 'sent' : 'planned'),
    reason: trouble?.reason ?? null,
    detail: null,
    attempts: trouble?.state === 'failed' ? 4 : went ? 1 : 0,
    failures: trouble?.state === 'failed' ? 4 : 0,
    prepared: went || trouble?.state === 'failed' ? prepared : null,
    remote: went ? [remote] : null,
    sentAt: went ? sentAt : null,
    createdBy: planned.by,
    createdAt: planned.createdAt,
    updatedAt: went ? sentAt : trouble ? at + (trouble.state === 'failed' ? HOUR : 1_000) : planned.createdAt,
  })
  const about = {
    subjectId: postId,
    by: null,
    audience: { permission: 'post:read' as const, teamId: planned.teamId },
  }
  const slot = { id: postId, title: post.title, deliveryId: id, channelId: channel.id }
  if (trouble) {
    const stopped = at + (trouble.state === 'failed' ? 36 * MINUTE : 1_000)
    happened(
      scene,
      { ...about, at: stopped, type: 'delivery.notSent' },
      {
        ...slot,
        set: { trouble: trouble.state, updatedAt: stopped },
        state: trouble.state,
        because: trouble.reason,
      },
    )
  }
  if (!went) return
  const out = { stage: 'published' as const, updatedAt: sentAt }
  happened(scene, { ...about, at: sentAt, type: 'delivery.sent' }, { ...slot, set: out, url: null, sentAt })
  scene.rows.practiceEntry.push({
    id: entryId,
    workspaceId,
    pageId: channel.pageId,
    authorId: channel.pageId,
    kind: 'post',
    threadId: entryId,
    parentId: null,
    text: variant.content.text,
    media: planned.media.map(({ assetId, mime = 'image/jpeg', alt }) => ({ id: assetId, mime, alt })),
    language: locale,
    key,
    n: 0,
    touched: 0,
    at: sentAt,
  })
  scene.sent.push({ post, postId, channel: variant.key, deliveryId: id, entryId, at: sentAt })
}
