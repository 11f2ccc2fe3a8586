import { newId } from '#db/id.ts'
import type { ChannelKey, DemoPost } from '#db/seed/demo/demo.ts'
import { freeHue } from '../../label/label.rules.ts'
import { ranksFor } from '../../post/rank.rules.ts'
import type { Stage } from '../../post/stage.rules.ts'
import { resolveSendTime } from '../../time/send-time.rules.ts'
import { contentHash, type MediaItem, resolveContent } from '../../version/content.rules.ts'
import { channelOf, DAY, dayFrom, personOf, type Scene, teamOf } from './demo-scene.ts'
import { leadOf } from './plant-company.ts'
import { plantDelivery } from './plant-delivery.ts'
import { courseOf, tellCourse } from './post-course.ts'
import { seeded } from './random.ts'

/** Slots that passed without a post, so that the ledger has something to say. */
const TROUBLE: Record<
  string,
  { channel: ChannelKey; state: 'failed' | 'expired'; reason: string; day?: number }
> = {
  'refill-start': { channel: 'germany', state: 'failed', reason: 'network.transient' },
  'de-wald-kantine': { channel: 'germany', state: 'expired', reason: 'approval.missing', day: -1 },
  'es-sobremesa-abuela': { channel: 'spain', state: 'expired', reason: 'approval.missing', day: -2 },
}

/** Posts with their variants, versions, decisions and deliveries, and what happened to them until today. */
export function plantPosts(scene: Scene, posts: readonly DemoPost[]): void {
  plantLabels(scene, posts)
  const ranks = ranksFor(posts.length)
  const inOrder = posts.toSorted((a, b) => (a.day ?? 99) - (b.day ?? 99))
  for (const [index, one] of inOrder.entries()) plantPost(scene, one, ranks[index] ?? 'a0')
}

/** What posts are marked with, each in a hue of its own as far as there are enough. */
function plantLabels({ rows, labels, ctx, now }: Scene, posts: readonly DemoPost[]): void {
  const { workspaceId } = ctx
  for (const name of [...new Set(posts.flatMap((one) => one.labels))].sort()) {
    const id = newId()
    labels.set(name, id)
    const hue = freeHue(rows.label.map((one) => one.hue))
    rows.label.push({ id, workspaceId, name, hue, createdBy: null, createdAt: now - 120 * DAY })
  }
}

function plantPost(scene: Scene, one: DemoPost, rank: string): void {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  const id = newId()
  const home = teamOf(scene, one.team)
  const trouble = TROUBLE[one.key]
  const day = trouble?.day ?? one.day
  const slot =
    day === undefined
      ? null
      : resolveSendTime(`${dayFrom(scene, day, home.zone)}T${one.time ?? '10:00'}`, home.zone)
  const author = personOf(scene, one.author)
  const lead = leadOf(scene, one.team)
  const approver = lead === author ? personOf(scene, one.author === 'priya' ? 'imogen' : 'priya') : lead
  const course = courseOf(one, slot?.at ?? null, now)
  const media = coverFor(scene, one, home.locale)
  const variants = one.channels.map((key) => {
    const channel = channelOf(scene, key)
    const own = one.overrides?.[key] ?? null
    const content = resolveContent({ text: one.text, media }, { text: own, media: null, options: {} })
    const troubled = trouble?.channel === key
    const apart = one.ownTimes?.[key]
    const time = apart
      ? resolveSendTime(`${dayFrom(scene, apart.day, channel.zone)}T${apart.time}`, channel.zone)
      : null
    const stage: Stage = troubled && trouble.state === 'failed' ? 'scheduled' : one.stage
    return { id: newId(), key, channel, own, content, hash: contentHash(content), stage, troubled, time }
  })
  const stage = variants.some((variant) => variant.stage === 'scheduled') ? 'scheduled' : one.stage
  rows.post.push({
    id,
    workspaceId,
    teamId: home.id,
    campaignId: one.campaign ? (scene.campaigns.get(one.campaign) ?? null) : null,
    title: one.title,
    text: one.text,
    media,
    labels: one.labels.flatMap((name) => scene.labels.get(name) ?? []),
    assigneeId: one.assignee ? personOf(scene, one.assignee) : null,
    stage,
    rank,
    sendLocal: slot?.local ?? null,
    sendZone: slot?.zone ?? null,
    sendAt: slot?.at ?? null,
    revision: 1,
    createdBy: author,
    createdAt: course.created,
    updatedAt: course.last,
  })
  rows.postEdit.push({
    id: newId(),
    workspaceId,
    postId: id,
    memberId: author,
    revision: 1,
    at: course.written,
  })
  scene.posts.set(one.key, { id, teamId: home.id, post: one, name: one.title, course })
  for (const variant of variants) {
    const asked = variant.channel.approval !== 'none'
    const kept = course.submitted !== null
    // Given back, it waits for nobody.
    const open = kept && course.returned === null
    rows.variant.push({
      id: variant.id,
      workspaceId,
      postId: id,
      channelId: variant.channel.id,
      text: variant.own,
      options: {},
      stage: variant.stage,
      sendLocal: variant.time?.local ?? null,
      sendZone: variant.time?.zone ?? null,
      sendAt: variant.time?.at ?? null,
      versionHash: open ? variant.hash : null,
      submittedBy: open && asked ? author : null,
      submittedAt: open && asked ? course.submitted : null,
      createdAt: course.created,
    })
    if (!kept || course.submitted === null) continue
    rows.version.push({
      id: newId(),
      workspaceId,
      variantId: variant.id,
      hash: variant.hash,
      content: variant.content,
      authorIds: [author],
      createdBy: author,
      createdAt: course.submitted,
    })
    const decided = course.approved ?? course.returned
    if (asked && decided !== null)
      rows.decision.push({
        id: newId(),
        workspaceId,
        postId: id,
        variantId: variant.id,
        versionHash: variant.hash,
        step: 0,
        kind: course.returned === null ? 'approve' : 'changes',
        comment: one.changes ?? '',
        memberId: approver,
        at: decided,
      })
    if (slot && (course.scheduled !== null || variant.troubled))
      plantDelivery(scene, {
        post: one,
        postId: id,
        teamId: home.id,
        variant,
        at: variant.time?.at ?? slot.at,
        by: approver,
        createdAt: course.scheduled ?? course.submitted,
        media,
        trouble: variant.troubled ? trouble : undefined,
      })
  }
  tellCourse(scene, {
    one,
    id,
    teamId: home.id,
    author,
    approver,
    slot,
    course,
    rank,
    media,
    variants,
    stage,
  })
}

/** Most posts that left the state of an idea carry a picture. */
function coverFor(scene: Scene, { key, stage, campaign = '' }: DemoPost, language: string): MediaItem[] {
  const random = seeded(key)
  if (stage === 'idea' || random.next() < (stage === 'draft' ? 0.6 : 0.3)) return []
  const fitting = scene.covers.filter((cover) => cover.campaign === campaign)
  return fitting.length ? [random.pick(fitting).media(language)] : []
}

export type PlantedVariant = { id: string; key: ChannelKey; stage: Stage }
