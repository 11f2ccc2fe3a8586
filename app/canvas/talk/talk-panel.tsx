import { X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { CanvasThreadView } from '#server/comment/thread.reads.ts'
import { useCommentWords } from '../../comment/comment-words.ts'
import { TalkCard } from '../../comment/talk-card.tsx'
import { useTalkActs } from '../../comment/use-talk-acts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCanvas, useDoc, useUi } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { NewThread } from './new-thread.tsx'
import { aboutOf, useObjectName } from './object-words.ts'
import { useTalk, useTalkWays } from './use-talk.ts'

/** What is said on the canvas: on the chosen object, or on all of them, also on those that were removed. */
export function TalkPanel() {
  const t = useCanvasWords()
  const words = useCommentWords()
  const ui = useTranslations('ui')
  const canvas = useCanvas()
  const { talk, head } = canvas
  const { close } = useTalkWays()
  const acts = useTalkActs(talk.read)
  const threads = useTalk((state) => state.threads)
  const active = useTalk((state) => state.thread)
  const objects = useDoc((state) => state.objects)
  const target = useUi(({ selection }) => (selection.size === 1 ? ([...selection][0] ?? null) : null))
  const object = target === null ? undefined : objects.get(target)
  const [all, setAll] = useState(false)
  const aside = useRef<HTMLElement>(null)
  useEffect(() => {
    // The box in it may have taken the focus already.
    if (!aside.current?.contains(document.activeElement)) aside.current?.focus({ preventScroll: true })
  }, [])

  const mine = (threads ?? []).filter((one) => !object || one.objectId === target)
  const open = mine.filter((one) => one.resolvedAt === null && objects.has(one.objectId))
  const removed = mine.filter((one) => one.resolvedAt === null && !objects.has(one.objectId))
  const resolved = mine.filter((one) => one.resolvedAt !== null)
  const showResolved = all || resolved.some((one) => one.id === active)
  const others = (threads ?? []).filter((one) => one.resolvedAt === null).length - open.length
  const card = (thread: CanvasThreadView) => (
    <OnObject
      key={thread.id}
      {...{ thread, acts, active: thread.id === active, mayComment: head.talk.write }}
    />
  )

  function press(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.stopPropagation()
    close()
    const node =
      target && document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(target)}"]`)
    const back = node || document.querySelector<HTMLElement>('[data-talk-toggle]')
    back?.focus({ preventScroll: true })
  }

  return (
    <aside
      ref={aside}
      tabIndex={-1}
      aria-label={t('talk.title')}
      data-talk
      onKeyDown={press}
      className="z-6 flex flex-col border-line bg-panel outline-none max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:max-h-3/5 max-md:rounded-t-dialog max-md:border-t max-md:shadow-sheet md:w-80 md:shrink-0 md:border-l"
    >
      <header className="flex min-h-11 items-center justify-between gap-2 border-b border-line pr-2 pl-4">
        <h2 className="text-body font-semibold">{t('talk.title')}</h2>
        <IconButton
          label={ui('close')}
          icon={<X />}
          size="dense"
          side="bottom"
          keys="escape"
          onClick={close}
        />
      </header>
      <div className="flex min-h-0 flex-col gap-3 overflow-y-auto p-3">
        {object && target !== null ? (
          <NewThread key={target} id={target} object={object} acts={acts} />
        ) : head.talk.write ? (
          <p className="text-meta text-pretty text-muted">{t('talk.choose')}</p>
        ) : null}
        {open.map(card)}
        {threads !== null && mine.length === 0 ? (
          <p className="py-4 text-center text-dense text-pretty text-subtle">
            {t(object ? 'talk.none' : 'talk.empty')}
          </p>
        ) : null}
        {removed.length ? (
          <section className="flex flex-col gap-3" aria-label={t('talk.removed')}>
            <h3 className="text-meta font-medium text-muted">{t('talk.removed')}</h3>
            {removed.map(card)}
          </section>
        ) : null}
        {resolved.length ? (
          <Button kind="quiet" size="dense" className="self-start" onClick={() => setAll(!showResolved)}>
            {showResolved ? words('hideResolved') : words('showResolved', { count: resolved.length })}
          </Button>
        ) : null}
        {showResolved ? resolved.map(card) : null}
        {object && others > 0 ? (
          <Button kind="quiet" size="dense" className="self-start" onClick={() => canvas.ui.select([])}>
            {t('talk.others', { count: others })}
          </Button>
        ) : null}
      </div>
    </aside>
  )
}

interface OnObjectProps {
  thread: CanvasThreadView
  acts: ReturnType<typeof useTalkActs>
  active: boolean
  mayComment: boolean
}

/** A discussion with the object it is on, which a press brings into view. */
function OnObject({ thread, ...rest }: OnObjectProps) {
  const t = useCanvasWords()
  const ways = useTalkWays()
  const object = useDoc((state) => state.objects.get(thread.objectId))
  const said = useObjectName(object ? aboutOf(object) : thread.about)
  return (
    <TalkCard
      thread={thread}
      {...rest}
      // Several may be on one object: told apart by how they begin.
      label={`${said} · ${thread.comments[0]?.body.slice(0, 60) ?? ''}`}
      place={
        object ? (
          <button
            type="button"
            onClick={() => ways.thread(thread.id)}
            className="line-clamp-2 min-w-0 flex-1 text-left text-meta break-words text-muted hover:text-fg"
          >
            {said}
          </button>
        ) : (
          <span className="min-w-0 flex-1 text-meta text-muted">
            <span className="line-clamp-2 break-words line-through">{said}</span>
            <span className="block text-subtle">{t('talk.gone')}</span>
          </span>
        )
      }
    />
  )
}
