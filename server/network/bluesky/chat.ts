import type { Agent, ChatBskyConvoDefs } from '@atproto/api'
import type { Inbound, Io, Prepared, Sent, Standing } from '../connector.ts'
import { NetworkProblem } from '../network-problem.ts'
import { guarded } from './problem.ts'
import { memberOf } from './session.ts'

// The server of direct messages is reached through the account's own server.
const CHAT = 'did:web:api.bsky.chat'
const SKEW = 60_000
// How long a message whose sending ended unclearly may still turn up.
const SETTLED = 120_000
const FULL_PAGE = 50

export async function chatOf(io: Io): Promise<Agent> {
  return (await memberOf(io)).withProxy('bsky_chat', CHAT)
}

/** Sends a direct message. Its server knows no key: an unclear end is ambiguous, and `reconcile` looks it up. */
export async function sendMessage(prepared: Prepared, part: number, io: Io): Promise<Sent> {
  const content = prepared.draft.parts[part]
  const convoId = prepared.replyTo?.convoId
  if (!content || !convoId) throw new NetworkProblem('rejected', 'there is no such part')
  if (content.media.length) throw new NetworkProblem('rejected', 'direct messages carry no images')
  const agent = await chatOf(io)
  return guarded({ wrote: true, now: io.now }, async () => {
    const { data } = await agent.chat.bsky.convo.sendMessage({ convoId, message: { text: content.text } })
    return { remoteId: data.id, url: null, ref: { convoId } }
  })
}

/** Finds sent messages by their words, among the last hundred of the conversation. */
export async function reconcileMessages(prepared: Prepared, io: Io): Promise<Standing[]> {
  const convoId = prepared.replyTo?.convoId ?? ''
  const agent = await chatOf(io)
  const { data } = await guarded({ wrote: false, now: io.now }, () =>
    agent.chat.bsky.convo.getMessages({ convoId, limit: 100 }),
  )
  const own = (data.messages as ChatBskyConvoDefs.MessageView[]).filter(
    (message) =>
      message.sender?.did === io.account.remoteId && Date.parse(message.sentAt) >= prepared.createdAt - SKEW,
  )
  return prepared.draft.parts.map(({ text }): Standing => {
    const at = own.findIndex((message) => message.text === text)
    const [found] = at < 0 ? [] : own.splice(at, 1)
    if (found) return { state: 'sent', sent: { remoteId: found.id, url: null, ref: { convoId } } }
    return { state: io.now() - prepared.createdAt > SETTLED ? 'absent' : 'unknown' }
  })
}

/**
 * What came in by direct message since `cursor`, forwards. Without a cursor only the place to go on from is taken:
 * older conversations stay where they are.
 */
export async function ingestMessages(
  cursor: string | undefined,
  io: Io,
): Promise<{ items: Inbound[]; cursor: string | undefined; more: boolean }> {
  const agent = await chatOf(io)
  const { data } = await guarded({ wrote: false, now: io.now }, () =>
    agent.chat.bsky.convo.getLog(cursor ? { cursor } : {}),
  )
  const items = cursor
    ? data.logs.flatMap((log) => inboundOf(log as ChatBskyConvoDefs.LogCreateMessage, io))
    : []
  // A short page is the end: what comes after it waits for the next round.
  const more = cursor !== undefined && data.logs.length >= FULL_PAGE && data.cursor !== cursor
  return { items, cursor: data.cursor ?? cursor, more }
}

function inboundOf(log: ChatBskyConvoDefs.LogCreateMessage & { $type?: string }, io: Io): Inbound[] {
  if (log.$type !== 'chat.bsky.convo.defs#logCreateMessage') return []
  const message = log.message as ChatBskyConvoDefs.MessageView
  const did = message.sender?.did
  if (!did || did === io.account.remoteId || typeof message.text !== 'string') return []
  const known = log.relatedProfiles?.find((profile) => profile.did === did)
  return [
    {
      remoteId: message.id,
      kind: 'direct',
      author: {
        remoteId: did,
        handle: known?.handle ?? did,
        name: known?.displayName || known?.handle || did,
        avatarUrl: known?.avatar ?? null,
      },
      text: message.text,
      at: Date.parse(message.sentAt),
      url: null,
      threadId: log.convoId,
      parentId: null,
      languages: [],
      images: [],
      replyTo: { kind: 'direct', convoId: log.convoId },
    },
  ]
}
