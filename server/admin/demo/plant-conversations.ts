import { newId } from '#db/id.ts'
import type { message } from '#db/schema.ts'
import type { DemoConversation, DemoMessage } from '#db/seed/demo/demo.ts'
import { judgeSentiment } from '../../sentiment/judge-sentiment.ts'
import { channelOf, DAY, happened, personOf, type Scene, teamOf } from './demo-scene.ts'

const MINUTE = 60_000
type MessageRow = typeof message.$inferInsert

/** What people outside wrote and how it was answered: entries of the practice pages, and the inbox made of them. */
export function plantConversations(scene: Scene, conversations: readonly DemoConversation[]): void {
  for (const one of conversations) plantConversation(scene, one)
}

function plantConversation(scene: Scene, one: DemoConversation): void {
  const { rows, now } = scene
  const { workspaceId } = scene.ctx
  const channel = channelOf(scene, one.channel)
  const { locale } = teamOf(scene, channel.team)
  const personaId = newId()
  const id = newId()
  const since = now - (one.messages[0]?.ago ?? 0) * MINUTE
  rows.practiceAccount.push({
    id: personaId,
    workspaceId,
    kind: 'persona',
    handle: one.person.handle,
    name: one.person.name,
    language: locale,
    createdAt: since,
  })
  const personId = newId()
  rows.person.push({
    id: personId,
    workspaceId,
    network: 'practice',
    remoteId: personaId,
    handle: one.person.handle,
    name: one.person.name,
    createdAt: since,
  })
  const root = scene.sent.find((sent) => sent.post.key === one.post && sent.channel === one.channel)
  const kind = one.kind === 'reply' && !root ? 'mention' : one.kind
  let thread = kind === 'direct' ? personaId : (root?.entryId ?? null)
  let parent = kind === 'reply' ? (root?.entryId ?? null) : null
  const messages = one.messages.map((said): MessageRow => {
    const entryId = newId()
    thread ??= entryId
    const ours = said.from !== 'them'
    const at = now - said.ago * MINUTE
    const key = newId()
    rows.practiceEntry.push({
      id: entryId,
      workspaceId,
      pageId: channel.pageId,
      authorId: ours ? channel.pageId : personaId,
      kind: kind === 'direct' ? 'direct' : parent ? 'reply' : 'mention',
      threadId: thread,
      parentId: parent,
      text: said.text,
      media: [],
      language: locale,
      key,
      n: 0,
      touched: 0,
      at,
    })
    const ref = { kind: kind === 'direct' ? 'direct' : 'public', threadId: thread, parentId: entryId }
    parent = entryId
    return {
      id: newId(),
      workspaceId,
      conversationId: id,
      channelId: channel.id,
      direction: ours ? 'out' : 'in',
      remoteId: entryId,
      remoteRef: ours ? { entryId, threadId: thread } : ref,
      text: said.text,
      media: [],
      memberId: ours ? personOf(scene, said.from) : null,
      at,
      receivedAt: at,
      sendState: ours ? 'sent' : null,
      ...(ours ? {} : moodOf(scene, one, said, locale)),
    }
  })
  rows.message.push(...messages)
  const inbound = messages.filter((row) => row.direction === 'in').at(-1)
  const last = messages.at(-1)
  tellConversation(scene, one, { id, channelId: channel.id, teamId: channel.teamId, messages })
  if (one.state === 'closed' && inbound && last === inbound) {
    // Somebody has looked at the last word and found that it needs no answer.
    inbound.dismissed = { reason: 'noReplyNeeded', note: '' }
    inbound.dismissedBy = one.assignee ? personOf(scene, one.assignee) : null
  }
  rows.conversation.push({
    id,
    workspaceId,
    teamId: channel.teamId,
    channelId: channel.id,
    personId,
    kind,
    remoteThread: thread ?? personaId,
    postId: root?.postId ?? null,
    state: one.state,
    priority: one.priority ?? 'normal',
    assigneeId: one.assignee ? personOf(scene, one.assignee) : null,
    snoozedUntil: one.state === 'snoozed' ? now + DAY : null,
    closedReason: one.state !== 'closed' ? null : last?.direction === 'in' ? 'noReplyNeeded' : 'answered',
    sentiment: inbound?.sentiment ?? null,
    lastInboundAt: inbound?.at ?? null,
    lastMessageAt: last?.at ?? since,
    lastText: last?.text ?? '',
    createdAt: since,
  })
}

interface ToldConversation {
  id: string
  channelId: string
  teamId: string
  messages: readonly MessageRow[]
}

/** Writes what happened to a conversation into the log: what came in, who took it, what was answered, how it ended. */
function tellConversation(scene: Scene, one: DemoConversation, told: ToldConversation): void {
  const { id, channelId, teamId, messages } = told
  const about = { subjectId: id, audience: { permission: 'conversation:read' as const, teamId } }
  const assigneeId = one.assignee ? personOf(scene, one.assignee) : null
  for (const [index, row] of messages.entries()) {
    const { at, memberId = null } = row
    const messageId = row.id
    if (row.direction === 'in') {
      const isNew = index === 0
      const received = { id, channelId, messageIds: [messageId], isNew, reopened: false }
      happened(scene, { ...about, at, by: null, type: 'conversation.received' }, received)
    } else {
      happened(
        scene,
        { ...about, at: at - 1_000, by: memberId, type: 'conversation.replied' },
        { id, messageId },
      )
      happened(scene, { ...about, at, by: null, type: 'conversation.sent' }, { id, messageId })
    }
    // Whoever answers has taken it; so nobody is told of a thing they did themselves.
    if (index === 0 && assigneeId)
      happened(
        scene,
        { ...about, at: Math.min(at + MINUTE, scene.now - 1), by: assigneeId, type: 'conversation.assigned' },
        { id, assigneeId, before: null },
      )
  }
  const last = messages.at(-1)
  if (one.state === 'closed' && last)
    happened(
      scene,
      {
        ...about,
        at: Math.min(last.at + 2 * MINUTE, scene.now - 1),
        by: assigneeId,
        type: 'conversation.closed',
      },
      { id, reason: last.direction === 'in' ? 'noReplyNeeded' : 'answered' },
    )
}

/** How a message sounds, as judged on arrival; where a person would say otherwise of the last one, they have said so. */
function moodOf(scene: Scene, one: DemoConversation, said: DemoMessage, locale: string): Partial<MessageRow> {
  const judged = judgeSentiment(said.text, { likely: locale })
  const isLast = one.messages.findLast(({ from }) => from === 'them') === said
  const corrected = isLast && judged.label !== one.mood
  const care = { hq: 'marcus', seoul: 'taeyang', madrid: 'nerea', berlin: 'felix' } as const
  const agent = personOf(scene, one.assignee ?? care[channelOf(scene, one.channel).team])
  return {
    language: judged.language,
    sentiment: corrected ? one.mood : judged.label,
    sentimentScore: corrected ? { negative: -1, neutral: 0, positive: 1 }[one.mood] : judged.score,
    sentimentWords: judged.words,
    sentimentBy: corrected ? agent : judged.by,
  }
}
