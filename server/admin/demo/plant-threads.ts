import { newId } from '#db/id.ts'
import { members } from '#db/seed/demo/company.ts'
import { threads } from '#db/seed/demo/threads.ts'
import { personOf, type Scene } from './demo-scene.ts'

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
    rows.thread.push({
      id,
      workspaceId,
      postId: place.id,
      anchor:
        start < 0
          ? null
          : { kind: 'range', variantId: null, versionHash: null, start, end, quote: one.quote, gone: false },
      resolvedAt: one.resolved ? now - last.ago * MINUTE + 5 * MINUTE : null,
      resolvedBy: one.resolved ? personOf(scene, last.by) : null,
      createdBy: personOf(scene, first.by),
      createdAt: now - first.ago * MINUTE,
    })
    for (const { by, ago, text } of one.comments)
      rows.comment.push({
        id: newId(),
        workspaceId,
        threadId: id,
        body: text,
        mentionIds: members
          .filter(({ key }) => text.includes(`@${key}`))
          .map(({ key }) => personOf(scene, key)),
        memberId: personOf(scene, by),
        at: now - ago * MINUTE,
      })
  }
}
