import { ArrowDown } from 'lucide-react'
import { Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTimeZone } from 'use-intl'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { dayIn } from '#server/i18n/date-format.rules.ts'
import { Button } from '../ui/button.tsx'
import { Time } from '../ui/time.tsx'
import { useInboxWords } from './inbox-words.ts'
import { Message } from './message.tsx'
import { OurPost } from './our-post.tsx'
import type { LiveThread } from './use-thread.ts'

/** Closer than this to the end counts as reading the end, CSS pixels. */
const NEAR = 120
const useBefore = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** What was said, oldest first; stays at the end while one reads there, and says when something new is below. */
export function MessageList({ thread, row }: { thread: LiveThread; row: InboxRow }) {
  const t = useInboxWords('act')
  const { messages, hasEarlier, loadEarlier, view } = thread
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [below, setBelow] = useState(false)
  const zone = useTimeZone() ?? 'UTC'
  const last = messages.at(-1)?.id
  const toEnd = () => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })

  useBefore(() => {
    if (atEnd.current) toEnd()
    else setBelow(true)
  }, [last])

  function scrolled() {
    const box = scroller.current
    if (!box) return
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR
    if (atEnd.current) setBelow(false)
  }

  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={scroller}
        onScroll={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="log"
        className="h-full overflow-y-auto -outline-offset-2"
      >
        <div className="mx-auto flex min-h-full max-w-180 flex-col justify-end gap-3 px-4 py-4">
          {view.post ? <OurPost post={view.post} /> : null}
          {hasEarlier ? (
            <Button size="dense" kind="quiet" className="self-center" onClick={() => void loadEarlier()}>
              {t('earlier')}
            </Button>
          ) : null}
          {messages.map((message, index) => {
            const before = messages[index - 1]
            const newDay = !before || dayIn(zone, before.at) !== dayIn(zone, message.at)
            return (
              <Fragment key={message.id}>
                {newDay ? (
                  <p className="flex items-center gap-3 text-meta text-subtle before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
                    <Time at={message.at} format="day" />
                  </p>
                ) : null}
                <Message message={message} row={row} />
              </Fragment>
            )
          })}
        </div>
      </div>
      {below ? (
        <span className="absolute inset-x-0 bottom-2 flex animate-rise-in justify-center">
          <Button size="dense" icon={<ArrowDown aria-hidden="true" />} onClick={toEnd}>
            {t('newer')}
          </Button>
        </span>
      ) : null}
    </div>
  )
}
