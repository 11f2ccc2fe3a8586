import { newId } from '#db/id.ts'
import { members } from '#db/seed/demo/company.ts'
import type { DemoThread } from '#db/seed/demo/demo.ts'
import { threads } from '#db/seed/demo/threads.ts'
import { type Course, happened, personOf, type Scene } from './demo-scene.ts'

const MINUTE = 60_000

/** What the teams say to each other about drafts. */
export function plantThreads(scene: Scene): void {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  for (const one of threads) {
    const place = scene.posts.get(one.post)
    const [first] = one.comments
    if (!place || !first) continue
    const id = newId()
    const start = one.quote ? place.post.text.indexOf(one.quote) : -1
    const end = start + (one.quote?.length ?? 0)
    const last = one.comments.at(-1) ?? first
    const at = clockOf(place.course, one, now)
    const said = one.comments.map((comment) => ({
      ...comment,
      commentId: newId(),
      memberId: personOf(scene, comment.by),
      mentionIds: members
        .filter(({ key }) => comment.text.includes(`@${key}`))
        .map(({ key }) => personOf(scene, key)),
    }))
    rows.thread.push({
      id,
      workspaceId,
      postId: place.id,
      anchor:
        start < 0
          ? null
          : { kind: 'range', variantId: null, versionHash: null, start, end, quote: one.quote, gone: false },
      resolvedAt: one.resolved ? at(last.ago) + 5 * MINUTE : null,
      resolvedBy: one.resolved ? personOf(scene, last.by) : null,
      createdBy: personOf(scene, first.by),
      createdAt: at(first.ago),
    })
    const change = { id: place.id, title: place.name, threadId: id }
    const about = {
      subjectId: place.id,
      audience: { permission: 'post:read' as const, teamId: place.teamId },
    }
    for (const [index, { commentId, memberId, mentionIds, ago, text }] of said.entries()) {
      rows.comment.push({
        id: commentId,
        workspaceId,
        threadId: id,
        body: text,
        mentionIds,
        memberId,
        at: at(ago),
      })
      const told = { ...change, set: {}, commentId, mentionIds }
      const what = { ...about, at: at(ago), by: memberId }
      if (index === 0)
        happened(scene, { ...what, type: 'comment.started' }, { ...told, quote: one.quote ?? null })
      else
        happened(
          scene,
          { ...what, type: 'comment.replied' },
          { ...told, inThread: [...new Set(said.slice(0, index).map((before) => before.memberId))] },
        )
    }
    if (one.resolved)
      happened(
        scene,
        { ...about, at: at(last.ago) + 5 * MINUTE, by: personOf(scene, last.by), type: 'thread.resolved' },
        { ...change, set: {} },
      )
  }
}

/**
 * When each comment was made, by its minutes before now: as the demo says while the post is being worked on; drawn
 * into the time before it was approved when it is not.
 */
function clockOf(course: Course, { comments }: DemoThread, now: number): (ago: number) => number {
  const begins = now - (comments[0]?.ago ?? 0) * MINUTE
  const ends = now - (comments.at(-1)?.ago ?? 0) * MINUTE
  const from = course.written
  const until = course.approved ?? now
  if (begins > from && ends + 5 * MINUTE < until) return (ago) => now - ago * MINUTE
  const pace = Math.min(1, ((until - from) * 0.8) / Math.max(1, ends - begins))
  const start = from + (until - from) * 0.1
  return (ago) => Math.floor(start + (now - ago * MINUTE - begins) * pace)
}
