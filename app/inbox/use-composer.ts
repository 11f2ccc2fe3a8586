import { useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { claimedBy } from '#server/conversation/conversation.rules.ts'
import type { ThreadMessage } from '#server/conversation/thread.reads.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory } from '../live/directory.tsx'
import { useReport } from '../live/presence/use-presence.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { toast } from '../ui/toast.ts'
import { useInbox } from './inbox-context.ts'
import { keepReply, keptReply } from './kept-reply.ts'
import type { LiveThread } from './use-thread.ts'

/** Without a key for this long one is no longer writing, ms. */
const PAUSE = 5_000
/** The claim is renewed this often while one writes, ms. */
const RENEW = 30_000

/** Somebody answered while I wrote: theirs, to be read before mine is sent, too. */
interface Second {
  messageId: string
  name: string
  text: string
}

/** What is being written, kept in this browser until it is sent; the others see that one writes. */
export function useComposer(thread: LiveThread, row: InboxRow) {
  const { id } = row
  const { me } = useDirectory()
  const { acts, want } = useInbox()
  const say = useProblemText()
  const [text, setText] = useState('')
  const [typing, setTyping] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ messageId: string; name: string } | null>(null)
  const claimedAt = useRef(0)
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined)
  // The same words sent again after a lost answer are the same reply.
  const attempt = useRef<{ id: string; text: string } | null>(null)
  const latest = useRef('')
  latest.current = text

  useEffect(() => setText(keptReply(me.userId, id)), [me.userId, id])
  useEffect(
    () => () => {
      clearTimeout(pause.current)
      if (claimedAt.current && !latest.current.trim())
        act('conversation.release', { id }).catch(() => undefined)
    },
    [id],
  )
  useReport({ typing: typing ? `conversation:${id}` : null })

  function keep(next: string) {
    setText(next)
    keepReply(me.userId, id, next)
  }

  function write(next: string) {
    keep(next)
    clearTimeout(pause.current)
    setTyping(next.trim() !== '')
    pause.current = setTimeout(() => setTyping(false), PAUSE)
    const now = Date.now()
    const holder = claimedBy(row.claim, now)
    if (next.trim() && now - claimedAt.current > RENEW && (!holder || holder === me.memberId)) {
      claimedAt.current = now
      acts.claim(id)
    }
    if (!next.trim() && claimedAt.current) {
      claimedAt.current = 0
      void acts.release(id)
    }
  }

  async function send() {
    const words = text.trim()
    if (!words || busy) return
    const before = attempt.current?.text === words ? attempt.current : { id: newId(), text: words }
    attempt.current = before
    clearTimeout(pause.current)
    setTyping(false)
    setBusy(true)
    keep('')
    thread.put(outgoing(before.id, words, me.memberId))
    try {
      await act('conversation.reply', {
        id: before.id,
        conversationId: id,
        text: words,
        confirmedAfter: refused?.messageId ?? null,
      })
      attempt.current = null
      claimedAt.current = 0
      setRefused(null)
    } catch (error) {
      if (!isActProblem(error)) throw error
      thread.take(before.id)
      keep(latest.current ? `${words}\n${latest.current}` : words)
      const { code, params, message } = error
      if (code === 'conversation.alreadyAnswered')
        setRefused({ messageId: String(params?.messageId), name: String(params?.name) })
      else toast({ title: message || say(code, params), kind: 'failed' })
      thread.refresh()
    } finally {
      setBusy(false)
      want(id)
    }
  }

  const seen = refused && thread.messages.find((one) => one.id === refused.messageId)
  const second: Second | null = refused && { ...refused, text: seen?.text ?? '' }
  return {
    text,
    write,
    send,
    busy,
    second,
    discard() {
      setRefused(null)
      write('')
    },
  }
}

/** A reply as it looks before the server has it. */
const outgoing = (id: string, text: string, memberId: string): ThreadMessage => ({
  id,
  text,
  memberId,
  direction: 'out',
  media: [],
  remoteUrl: null,
  at: Date.now(),
  language: null,
  sentiment: null,
  score: null,
  words: null,
  by: null,
  judged: false,
  dismissed: null,
  dismissedBy: null,
  sendState: 'sending',
  sendReason: null,
  sendDetail: null,
})
