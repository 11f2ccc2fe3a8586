import { newId } from '#db/id.ts'
import { beside, type DemoBeside } from '#db/seed/demo/beside.ts'
import { ranksFor } from '../../post/rank.rules.ts'
import { resolveSendTime } from '../../time/send-time.rules.ts'
import { dayFrom, HOUR, happened, personOf, type Scene, teamOf } from './demo-scene.ts'

/** Due times, checklists and links of some posts, with their counts on the card and what the log says of them. */
export function plantBeside(scene: Scene): void {
  for (const one of beside) plantOne(scene, one)
}

function plantOne(scene: Scene, { post: key, due, dueTime = '17:00', lists = [], links = [] }: DemoBeside) {
  const { rows } = scene
  const place = scene.posts.get(key)
  const row = rows.post.find(({ id }) => id === place?.id)
  if (!place || !row) throw new Error(`the demo names ${key}, which is not there`)
  const { id: postId, name: title, teamId, course } = place
  const { workspaceId } = scene.ctx
  const { zone } = teamOf(scene, place.post.team)
  if (due !== undefined) row.dueAt = resolveSendTime(`${dayFrom(scene, due, zone)}T${dueTime}`, zone).at
  const about = { subjectId: postId, audience: { permission: 'post:read' as const, teamId } }
  const began = course.created + HOUR
  const ranks = ranksFor(lists.length)
  for (const [index, list] of lists.entries()) {
    const checklistId = newId()
    const by = personOf(scene, list.by)
    const rank = ranks[index] ?? 'a0'
    rows.checklist.push({
      ...{ id: checklistId, workspaceId, postId, name: list.name, rank },
      ...{ createdBy: by, createdAt: began },
    })
    const itemRanks = ranksFor(list.items.length)
    for (const [at, item] of list.items.entries())
      rows.checklistItem.push({
        ...{ id: newId(), workspaceId, postId, checklistId, text: item.text, rank: itemRanks[at] ?? 'a0' },
        assigneeId: item.for ? personOf(scene, item.for) : null,
        doneAt: item.done ? course.last : null,
        doneBy: item.done ? by : null,
        createdAt: began,
      })
    const data = { id: postId, title, set: {}, checklistId, name: list.name }
    happened(scene, { ...about, at: began, by, type: 'checklist.created' }, data)
  }
  for (const link of links) {
    const id = newId()
    const by = personOf(scene, link.by)
    const { url, name } = link
    rows.attachment.push({ id, workspaceId, postId, name, url, createdBy: by, createdAt: began })
    const data = { id: postId, title, set: {}, attachmentId: id, name, kind: 'link' as const }
    happened(scene, { ...about, at: began, by, type: 'attachment.added' }, data)
  }
  const items = lists.flatMap((list) => list.items)
  row.checksTotal = items.length
  row.checksDone = items.filter((item) => item.done).length
  row.attachments = links.length
}
