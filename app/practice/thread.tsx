import { useState } from 'react'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { Button } from '../ui/button.tsx'
import { Composer } from './composer.tsx'
import { Entry } from './entry.tsx'
import { PendingEntry } from './pending-entry.tsx'
import { PersonaPicker } from './persona-picker.tsx'
import { usePractice, usePracticeState } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'
import type { Thread as PublicThread } from './threads.ts'

/** Answers shown of a long thread before one asks for more: the newest. */
const SHOWN = 4

/** A public thread: its first entry, the newest answers, and the place to answer. */
export function Thread({ thread }: { thread: PublicThread }) {
  const t = usePracticeWords()
  const { persona, play } = usePractice()
  const [open, setOpen] = useState(false)
  const [target, setTarget] = useState<EntryView | null>(null)
  const { root, replies } = thread
  const waiting = usePracticeState((state) => state.pending).filter(
    ({ kind, threadId }) => kind === 'reply' && threadId === root.threadId,
  )
  const hidden = open ? 0 : Math.max(0, replies.length - SHOWN)
  const nameOf = (id: string | null) =>
    id === root.id ? null : (replies.find((reply) => reply.id === id)?.author.name ?? null)
  return (
    <article
      aria-label={root.author.name}
      tabIndex={-1}
      className="border-b border-line px-4 py-4 [contain-intrinsic-size:auto_9rem] [content-visibility:auto] -outline-offset-2"
    >
      <Entry entry={root} onReply={setTarget} />
      {replies.length || waiting.length || target ? (
        <div className="mt-2 ml-4 flex flex-col gap-3 border-l border-line pl-4 sm:ml-10">
          {hidden ? (
            <Button kind="quiet" size="dense" className="self-start" onClick={() => setOpen(true)}>
              {t('feed.earlier', { count: hidden })}
            </Button>
          ) : null}
          {replies.slice(hidden).map((reply) => (
            <Entry key={reply.id} entry={reply} small answers={nameOf(reply.parentId)} onReply={setTarget} />
          ))}
          {waiting.map((pending) => (
            <PendingEntry key={pending.key} pending={pending} small />
          ))}
          {target && persona ? (
            <Composer
              key={target.id}
              autoFocus
              label={t('say.reply', { name: target.author.name })}
              act={t('say.replyAct')}
              who={<PersonaPicker />}
              onCancel={() => setTarget(null)}
              onSay={(text) => {
                play.say({ kind: 'reply', personaId: persona.id, text, entry: target })
                setTarget(null)
              }}
            />
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
