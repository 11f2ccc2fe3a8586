import type { DemoPost } from '#db/seed/demo/demo.ts'
import type { CardPatch } from '../../post/card.rules.ts'
import type { Stage } from '../../post/stage.rules.ts'
import { stageIndex } from '../../post/stage.rules.ts'
import type { Resolved } from '../../time/send-time.rules.ts'
import type { MediaItem } from '../../version/content.rules.ts'
import { type Course, channelOf, DAY, HOUR, happened, personOf, type Scene } from './demo-scene.ts'
import { seeded } from './random.ts'

/** A way through the stages that ends where the post stands, before its slot and before now. */
export function courseOf({ key, stage, changes }: DemoPost, slot: number | null, now: number): Course {
  const random = seeded(`course ${key}`)
  const reached = stageIndex(stage)
  const end = Math.min(slot ?? now, now) - random.between(2, 20) * HOUR
  const began = end - random.between(3, 11) * DAY
  const part = (share: number) => Math.floor(began + (end - began) * share)
  const written = part(0.2 + random.next() * 0.15)
  const submitted = reached >= 2 || changes ? part(0.5 + random.next() * 0.1) : null
  const approved = reached >= 3 ? part(0.75 + random.next() * 0.1) : null
  const returned = changes ? part(0.85) : null
  const scheduled = reached >= 4 ? part(0.95) : null
  const sent = stage === 'published' ? slot : null
  return {
    created: part(0),
    written,
    submitted,
    approved,
    returned,
    scheduled,
    last: sent ?? scheduled ?? approved ?? returned ?? submitted ?? written,
  }
}

interface Told {
  one: DemoPost
  id: string
  teamId: string
  author: string
  approver: string
  slot: Resolved | null
  course: Course
  rank: string
  media: MediaItem[]
  variants: {
    id: string
    channel: { id: string; name: string; approval: string }
    troubled: boolean
    /** A time of its own. */
    time: Resolved | null
  }[]
  stage: Stage
}

/** Writes a post's way into the log. */
export function tellCourse(scene: Scene, told: Told): void {
  const { one, id, teamId, author, approver, slot, course } = told
  const audience = { permission: 'post:read' as const, teamId }
  const title = one.title
  const card = {
    id,
    teamId,
    campaignId: one.campaign ? (scene.campaigns.get(one.campaign) ?? null) : null,
    title,
    labels: one.labels.flatMap((name) => scene.labels.get(name) ?? []),
    assigneeId: one.assignee ? personOf(scene, one.assignee) : null,
    stage: 'idea' as const,
    workingId: null,
    rank: told.rank,
    sendLocal: null,
    sendZone: null,
    sendAt: null,
    channelIds: one.channels.map((key) => channelOf(scene, key).id),
    dueAt: null,
    seriesId: null,
    checksDone: 0,
    checksTotal: 0,
    attachments: 0,
    own: null,
    cover: null,
    openThreads: 0,
    approval: null,
    trouble: null,
    timeLocked: null,
    updatedAt: course.created,
  }
  const about = { subjectId: id, audience }
  happened(scene, { ...about, at: course.created, by: author, type: 'post.created' }, { post: card })
  const moved = (at: number | null, by: string, set: CardPatch) => {
    if (at === null) return
    const data = { id, title, set: { ...set, updatedAt: at } }
    happened(scene, { ...about, at, by, type: set.sendAt ? 'post.rescheduled' : 'post.moved' }, data)
  }
  if (one.stage !== 'idea') moved(course.written, author, { stage: 'draft' })
  if (slot && one.stage !== 'idea')
    moved(course.written + HOUR / 2, author, {
      sendLocal: slot.local,
      sendZone: slot.zone,
      sendAt: slot.at,
    })
  if (one.stage !== 'idea') tellOwnTimes(scene, told)
  const asked = told.variants.filter(({ channel }) => channel.approval !== 'none').map((one) => one.id)
  const set = (stage: Stage, at: number) => ({ id, title, set: { stage, updatedAt: at } })
  if (course.submitted !== null && asked.length)
    happened(
      scene,
      { ...about, at: course.submitted, by: author, type: 'post.submitted' },
      { ...set('in_review', course.submitted), variantIds: asked, askedIds: [approver] },
    )
  if (course.returned !== null && one.changes && asked.length)
    happened(
      scene,
      { ...about, at: course.returned, by: approver, type: 'approval.decided' },
      {
        ...set('draft', course.returned),
        kind: 'changes',
        comment: one.changes,
        variantIds: asked,
        approved: false,
        writerIds: [author],
      },
    )
  if (course.approved !== null && asked.length)
    happened(
      scene,
      { ...about, at: course.approved, by: approver, type: 'approval.decided' },
      {
        ...set('approved', course.approved),
        kind: 'approve',
        comment: '',
        variantIds: asked,
        approved: true,
        writerIds: [author],
      },
    )
  if (course.scheduled !== null && slot)
    happened(
      scene,
      { ...about, at: course.scheduled, by: approver, type: 'post.scheduled' },
      { id, title, set: { stage: 'scheduled', sendAt: slot.at, updatedAt: course.scheduled }, slots: [] },
    )
}

/** The channels that were given a time of their own, right after the post got its own. */
function tellOwnTimes(scene: Scene, { one, id, teamId, author, course, variants }: Told): void {
  const audience = { permission: 'post:read' as const, teamId }
  const at = course.written + HOUR / 2 + 60_000
  const own = variants.flatMap(({ channel, time }) => (time ? [{ channel, time }] : []))
  for (const [index, { channel, time }] of own.entries()) {
    const times = own.slice(0, index + 1).map((other) => ({
      channelId: other.channel.id,
      sendLocal: other.time.local,
      sendZone: other.time.zone,
      sendAt: other.time.at,
      stage: 'draft' as const,
    }))
    happened(
      scene,
      { subjectId: id, audience, at, by: author, type: 'variant.rescheduled' },
      {
        ...{ id, title: one.title, set: { own: times, updatedAt: at }, channels: channel.name },
        ...{ sendLocal: time.local, sendZone: time.zone, sendAt: time.at },
      },
    )
  }
}
