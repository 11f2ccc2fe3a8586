import { newId } from '#db/id.ts'
import { type DemoFrame, kickOff } from '#db/seed/demo/kick-off.ts'
import type { CanvasObject, CanvasObjects } from '../../canvas/canvas.rules.ts'
import { packObjects } from '../../canvas/pack.ts'
import { MAX_WORDS } from '../../comment/canvas-thread.rules.ts'
import { ranksFor } from '../../post/rank.rules.ts'
import { DAY, happened, personOf, type Scene, teamOf } from './demo-scene.ts'

const MINUTE = 60_000
const NOTE = { w: 228, h: 156 }
const CARD = { w: 260, h: 132 }
const plain = { locked: false, group: null }

type Bare = CanvasObject extends infer O ? (O extends CanvasObject ? Omit<O, 'z'> : never) : never

/** The kick-off of a campaign on a canvas: frames, notes, arrows, live cards of its posts, and what is said on them. */
export async function plantCanvas(scene: Scene): Promise<void> {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  const { id: teamId } = teamOf(scene, kickOff.team as 'hq')
  const by = personOf(scene, kickOff.by)
  const [createdAt, changedAt] = [now - kickOff.began * DAY, now - kickOff.changed * DAY]
  const id = newId()
  const face = { id, teamId, campaignId: scene.campaigns.get(kickOff.campaign) ?? null, name: kickOff.name }
  const { packed, hash, objects } = await packObjects(drawn(scene))
  rows.canvas.push({ ...face, workspaceId, objects, createdBy: by, createdAt, changedAt })
  const kept = { id: newId(), workspaceId, canvasId: id, reason: 'auto' as const, label: '' }
  rows.canvasSnapshot.push({ ...kept, objects, hash, packed, createdBy: null, createdAt: changedAt })
  const about = { subjectId: id, audience: { permission: 'canvas:read' as const, teamId } }
  happened(scene, { ...about, at: createdAt, by, type: 'canvas.created' }, { canvas: face })
  for (const { on, comments } of kickOff.talk) plantTalk(scene, id, about, on, comments)
}

type Said = (typeof kickOff.talk)[number]['comments']
type About = { subjectId: string; audience: { permission: 'canvas:read'; teamId: string } }

function plantTalk(scene: Scene, canvasId: string, about: About, objectId: string, comments: Said): void {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  const [first] = comments
  if (!first) return
  const threadId = newId()
  const words = kickOff.frames.flatMap(({ notes }) => notes).find(({ key }) => key === objectId)?.text ?? ''
  const anchor = { kind: 'object', what: 'note', words: words.replace(/\s+/g, ' ').slice(0, MAX_WORDS) }
  const began = now - first.ago * MINUTE
  const createdBy = personOf(scene, first.by)
  rows.thread.push({ id: threadId, workspaceId, canvasId, objectId, anchor, createdBy, createdAt: began })
  for (const [index, { by, text, ago }] of comments.entries()) {
    const memberId = personOf(scene, by)
    const commentId = newId()
    const at = now - ago * MINUTE
    rows.comment.push({ id: commentId, workspaceId, threadId, body: text, mentionIds: [], memberId, at })
    const told = { id: canvasId, name: kickOff.name, objectId, threadId, commentId, mentionIds: [] }
    if (index === 0) happened(scene, { ...about, at, by: memberId, type: 'canvas.commented' }, told)
    else
      happened(
        scene,
        { ...about, at, by: memberId, type: 'canvas.replied' },
        { ...told, inThread: [createdBy] },
      )
  }
}

/** All of it, from the bottom to the top. The keys are the demo's own: its arrows and comments name them. */
function drawn(scene: Scene): CanvasObjects {
  const all: [string, Bare][] = [
    ...kickOff.frames.map((frame, index): [string, Bare] => [`frame-${index}`, frameOf(scene, frame)]),
    ['heading', { kind: 'text', x: 0, y: -88, w: 1_000, h: 56, text: kickOff.heading, size: 'l', ...plain }],
    ...kickOff.arrows.map(([from, to]): [string, Bare] => [
      `arrow-${from}`,
      { kind: 'arrow', x: 0, y: 0, x2: 0, y2: 0, fromId: from, toId: to, hue: 10, ...plain },
    ]),
    ...kickOff.frames.flatMap((frame) => standing(scene, frame)),
  ]
  const layers = ranksFor(all.length)
  return Object.fromEntries(
    all.map(([key, object], index) => [key, { ...object, z: layers[index] ?? 'a0' } as CanvasObject]),
  )
}

const frameOf = (scene: Scene, { title, hue, x, y, w, h, campaign }: DemoFrame): Bare => ({
  ...{ kind: 'frame', x, y, w, h, title, hue, ...plain },
  campaignId: (campaign && scene.campaigns.get(campaign)) ?? null,
})

function standing(scene: Scene, frame: DemoFrame): [string, Bare][] {
  const notes = frame.notes.map(
    ({ key, x, y, text, hue = frame.hue, w = NOTE.w, h = NOTE.h }): [string, Bare] => [
      key,
      { kind: 'note', x: frame.x + x, y: frame.y + y, w, h, text, hue, ...plain },
    ],
  )
  const cards = (frame.posts ?? []).map(({ post, x, y }): [string, Bare] => {
    const postId = scene.posts.get(post)?.id
    if (!postId) throw new Error(`the demo names ${post}, which is not there`)
    return [post, { kind: 'post', x: frame.x + x, y: frame.y + y, ...CARD, postId, ...plain }]
  })
  return [...notes, ...cards]
}
