import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import type { EntryView } from '#server/network/practice/practice-entries.reads.ts'
import { Button } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Composer } from './composer.tsx'
import { EmptyFeed } from './empty-feed.tsx'
import { PendingEntry } from './pending-entry.tsx'
import { PersonaPicker } from './persona-picker.tsx'
import { usePractice, usePracticeState } from './practice-context.tsx'
import { take } from './practice-store.ts'
import { usePracticeWords } from './practice-words.ts'
import { Thread } from './thread.tsx'
import { type Show, threadsOf } from './threads.ts'
import { askEntries } from './use-practice-setup.ts'

/** Threads drawn before one asks for more. */
const STEP = 40

/** What is said in public, the newest first, and the place to say something. */
export function Feed({ field }: { field: RefObject<HTMLTextAreaElement> }) {
  const t = usePracticeWords()
  const { page, store, persona, play } = usePractice()
  const entries = usePracticeState((state) => state.entries)
  const before = usePracticeState((state) => state.before)
  const waiting = usePracticeState((state) => state.pending).filter(({ kind }) => kind === 'mention')
  const [show, setShow] = useState<Show>('all')
  const [limit, setLimit] = useState(STEP)
  const [busy, setBusy] = useState(false)
  const threads = useMemo(() => threadsOf(entries.values(), show), [entries, show])
  const { handle } = page.profile

  async function older() {
    setLimit(limit + STEP)
    if (before === null || threads.length > limit + STEP) return
    setBusy(true)
    try {
      const query = { before }
      const found = await askEntries<{ entries: EntryView[]; before: number | null }>(page.channelId, query)
      take(store, found.entries)
      store.setState({ before: found.before })
    } finally {
      setBusy(false)
    }
  }

  return (
    <section aria-label={t('feed.title')}>
      {page.mayPlay && persona ? (
        <div className="border-b border-line px-4 py-3">
          <Composer
            field={field}
            label={t('say.post', { handle })}
            act={t('say.postAct')}
            opening={`@${handle} `}
            who={<PersonaPicker />}
            onSay={(text) => play.say({ kind: 'mention', personaId: persona.id, text })}
          />
        </div>
      ) : null}
      <div className="border-b border-line px-4 py-2">
        <Segmented<Show>
          label={t('feed.show')}
          value={show}
          onChange={setShow}
          segments={[
            { value: 'all', label: t('feed.all') },
            { value: 'posts', label: t('feed.posts') },
            { value: 'mentions', label: t('feed.mentions') },
          ]}
        />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys for what its buttons do as well */}
      <div onKeyDown={walk}>
        {show === 'posts'
          ? null
          : waiting.map((pending) => (
              <div key={pending.key} className="border-b border-line px-4 py-4">
                <PendingEntry pending={pending} />
              </div>
            ))}
        {threads.slice(0, limit).map((thread) => (
          <Thread key={thread.root.id} thread={thread} />
        ))}
      </div>
      {threads.length === 0 && waiting.length === 0 ? (
        <EmptyFeed show={show} say={() => field.current?.focus()} />
      ) : null}
      {before !== null || threads.length > limit ? (
        <div className="flex justify-center p-4">
          <Button busy={busy} onClick={() => void older().catch(() => undefined)}>
            {t('feed.older')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** j and k go from thread to thread; r answers and l likes the one that has the focus. */
function walk(event: KeyboardEvent<HTMLElement>) {
  if (event.target instanceof HTMLElement && event.target.matches('textarea, input, select')) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const here = (event.target as HTMLElement).closest('article')
  const step = { j: 1, k: -1 }[event.key]
  if (step) {
    const all = [...event.currentTarget.querySelectorAll('article')]
    const next = all[here ? all.indexOf(here) + step : 0]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
    event.preventDefault()
  }
  const wanted = { r: 'reply', l: 'like' }[event.key]
  if (!wanted) return
  const entry = (event.target as HTMLElement).closest('[data-entry]') ?? here
  entry?.querySelector<HTMLButtonElement>(`[data-act=${wanted}]`)?.click()
  event.preventDefault()
}
