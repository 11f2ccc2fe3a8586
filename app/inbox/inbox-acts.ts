import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import type { SentimentLabel } from '#server/sentiment/sentiment.rules.ts'
import type { Acts } from '#server/verbs.ts'
import { type ActProblem, act, isActProblem } from '../live/act.ts'
import type { InboxStore } from './inbox-store.ts'

export type Wanted = Acts['conversation.setState']['input']
export type Settlement = Acts['conversation.settleReply']['input']['as']

interface Env {
  inbox: InboxStore
  me: string | null
  /** Reads a conversation again. */
  want(id: string): void
  tell(problem: ActProblem): void
}

/** What one does to conversations: shown at once, and given back with its reason when it was refused. */
export function createInboxActs({ inbox, me, want, tell }: Env) {
  async function attempt(
    id: string,
    patch: Partial<InboxRow>,
    send: () => Promise<unknown>,
  ): Promise<boolean> {
    const before = inbox.patch(id, patch)
    try {
      await send()
      return true
    } catch (error) {
      if (!isActProblem(error)) throw error
      if (before) inbox.patch(id, before)
      tell(error)
      return false
    } finally {
      want(id)
    }
  }

  return {
    assign: (id: string, assigneeId: string | null) =>
      attempt(id, { assigneeId }, () => act('conversation.assign', { id, assigneeId })),
    setState: (wanted: Wanted) =>
      attempt(wanted.id, { state: wanted.to }, () => act('conversation.setState', wanted)),
    takeOver: (id: string) =>
      attempt(id, me ? { claim: { memberId: me, until: Date.now() + 90_000 } } : {}, () =>
        act('conversation.claim', { id, force: true }),
      ),
    release: (id: string) => attempt(id, { claim: null }, () => act('conversation.release', { id })),
    correct: (id: string, messageId: string, label: SentimentLabel) =>
      attempt(id, {}, () => act('sentiment.correct', { messageId, label })),
    settle: (id: string, messageId: string, as: Settlement) =>
      attempt(id, {}, () => act('conversation.settleReply', { messageId, as })),

    /** "I am on it", said by beginning to write. Somebody else being on it is shown, not told. */
    claim(id: string): void {
      act('conversation.claim', { id }).catch(() => want(id))
    },
    /** Read by me. It matters to nobody else, so a failure stays quiet. */
    see(id: string): void {
      inbox.patch(id, { unread: false })
      act('conversation.see', { id }).catch(() => undefined)
    },
  }
}

export type InboxActs = ReturnType<typeof createInboxActs>
