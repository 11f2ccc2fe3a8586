import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { Time } from '../ui/time.tsx'
import { tip } from '../ui/tip.ts'
import { Composer } from './composer.tsx'
import { EntryText } from './entry-text.tsx'
import { PendingFailure } from './pending-entry.tsx'
import { PersonaPicker } from './persona-picker.tsx'
import { usePractice, usePracticeState } from './practice-context.tsx'
import { take } from './practice-store.ts'
import { usePracticeWords } from './practice-words.ts'
import { directPeople, directWith } from './threads.ts'
import { askEntries } from './use-practice-setup.ts'

/** The direct messages between whom I play and the channel. */
export function DirectChat({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const t = usePracticeWords()
  const { page, store, persona, play } = usePractice()
  const { channelId, profile } = page
  const entries = usePracticeState((state) => state.entries)
  const pending = usePracticeState((state) => state.pending)
  const id = persona?.id ?? ''
  const messages = useMemo(() => directWith(entries.values(), id), [entries, id])
  const waiting = pending.filter(({ kind, personaId }) => kind === 'direct' && personaId === id)
  const end = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!id) return
    // What was said before the newest hundred messages of everybody is not here yet.
    askEntries<{ entries: EntryView[] }>(channelId, { with: id })
      .then((found) => take(store, found.entries))
      .catch(() => undefined)
  }, [channelId, id, store])
  const count = messages.length + waiting.length
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to scroll
  useEffect(() => {
    const box = end.current?.parentElement
    if (box) box.scrollTop = box.scrollHeight
  }, [count, id])

  const names = { name: persona?.name ?? '', channel: profile.name }
  return (
    <section aria-label={t('direct.title')} className="flex min-h-0 flex-1 flex-col">
      <header className="flex flex-col gap-2 border-b border-line px-3 py-2.5">
        <h2 className="font-semibold">{t('direct.title')}</h2>
        <People />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-3 py-3">
        {count === 0 ? (
          <EmptyState
            title={t('direct.empty')}
            art={
              <LineArt>
                <rect x="20" y="14" width="80" height="46" rx="6" />
                <path d="m22 18 38 26 38-26" />
              </LineArt>
            }
          >
            {t(page.mayPlay ? 'direct.emptyBody' : 'direct.reader', names)}
          </EmptyState>
        ) : null}
        {messages.map((message) => (
          <Bubble key={message.id} ours={message.ours} name={message.author.name} text={message.text}>
            <Time at={message.at} className="text-meta text-subtle" />
          </Bubble>
        ))}
        {waiting.map((one) => (
          <Bubble key={one.key} ours={false} name={persona?.name ?? ''} text={one.text}>
            {one.failed === null ? (
              <span className="text-meta text-subtle">{t('say.waiting')}</span>
            ) : (
              <PendingFailure pending={one} retry={() => play.again(one)} />
            )}
          </Bubble>
        ))}
        <div ref={end} />
      </div>
      {page.mayPlay && persona ? (
        <div className="border-t border-line p-3">
          <Composer
            chat
            field={field}
            label={t('say.direct', { handle: profile.handle })}
            act={t('say.directAct')}
            who={<PersonaPicker />}
            onSay={(text) => play.say({ kind: 'direct', personaId: persona.id, text })}
          />
        </div>
      ) : null}
    </section>
  )
}

/** The channel's words stand at the left, those of whom I play at the right, as on their phone. */
function Bubble(props: { ours: boolean; name: string; text: string; children: React.ReactNode }) {
  const { ours, name, text, children } = props
  return (
    <div className={cx('flex max-w-[85%] flex-col gap-0.5', ours ? 'self-start' : 'items-end self-end')}>
      <div className={cx('rounded-card px-3 py-1.5', ours ? 'bg-n4' : 'bg-accent-soft')}>
        <span className="sr-only">{name}: </span>
        <EntryText text={text} />
      </div>
      {children}
    </div>
  )
}

/** Who has written directly, the latest first. */
function People() {
  const { page, persona, choosePersona } = usePractice()
  const entries = usePracticeState((state) => state.entries)
  const ids = useMemo(() => directPeople(entries.values()), [entries])
  const people = ids.flatMap((id) => page.audience.find((one) => one.id === id) ?? []).slice(0, 24)
  if (!people.length) return null
  return (
    <div className="-mx-1 flex gap-1 overflow-x-auto p-1 [scrollbar-width:none]">
      {people.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-pressed={one.id === persona?.id}
          aria-label={one.name}
          {...tip(one.name, { side: 'bottom' })}
          onClick={() => choosePersona(one.id)}
          className="rounded-full ring-accent ring-offset-2 ring-offset-panel aria-pressed:ring-2 touch:p-1.5"
        >
          <Avatar person={one} size={32} silent />
        </button>
      ))}
    </div>
  )
}
