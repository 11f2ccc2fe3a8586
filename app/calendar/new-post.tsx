import { Plus } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { buttonClass } from '../ui/button.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { tip } from '../ui/tip.ts'
import type { CalendarData } from './calendar.tsx'
import { isHours } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { hourScale } from './hour-scale.ts'
import type { Written } from './new-post-dialog.tsx'

const NewPostDialog = lazyPart(async () => (await import('./new-post-dialog.tsx')).NewPostDialog)

const DAY = /^\d{4}-\d\d-\d\d$/

/** Writing a post down in the calendar: by key or button on a day in sight, by double click where it shall stand. */
export function useNewPost({ view, date, days, today, channel, doubled }: CalendarData) {
  const may = useMay()
  const { me } = useDirectory()
  const fetchThen = useFetchThen()
  const [asked, ask] = useState<{ at: string; zone: string | null; written?: Written } | null>(null)
  const addable = may('post:write')
  const begin = (at: string, zone: string | null = null) =>
    fetchThen(NewPostDialog.fetch, () => ask({ at, zone }))
  const free = useRef(false)
  useEffect(() => {
    free.current = asked === null
    return () => {
      free.current = false
    }
  }, [asked])
  /** What nothing was made of is asked about again, unless something else is by now, or one is elsewhere. */
  function reopen(written: Written): boolean {
    if (!free.current) return false
    ask({ at: written.local, zone: written.zone, written })
    return true
  }
  function onDay() {
    // A channel's pictures are of no month.
    if (view === 'feed') return begin(today)
    const there = document.activeElement?.closest<HTMLElement>('[data-group]')?.dataset.group ?? ''
    const shown = days.includes(today) && (view === 'week' || today.startsWith(date.slice(0, 7)))
    begin(DAY.test(there) ? there : shown ? today : date)
  }
  useCommand('post.new', addable ? onDay : null)
  function onDoubleClick(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null
    const group = target?.closest<HTMLElement>('[data-group], [data-list-day]')
    const day = group?.dataset.group ?? group?.dataset.listDay ?? ''
    if (!addable || !group || !DAY.test(day) || target?.closest('[data-card], a, button, input')) return
    if (!isHours(view)) return begin(day)
    const { minute } = hourScale(doubled).placeAt(event.clientY - group.getBoundingClientRect().top, day)
    begin(`${day}T${new Date(minute * 60_000).toISOString().slice(11, 16)}`, me.zone)
  }
  return {
    begin: addable ? onDay : null,
    onDoubleClick,
    dialog: asked ? (
      <NewPostDialog
        {...asked}
        channel={view === 'feed' ? channel : null}
        reopen={reopen}
        close={() => ask(null)}
      />
    ) : null,
  }
}

/** The way to a new post by mouse or finger: in the bar, on a phone above the thumb. */
export function NewPostButton({ begin }: { begin(): void }) {
  const t = useCalendarWords('newPost')
  return (
    <button
      type="button"
      data-screen-only=""
      aria-label={t('title')}
      className={`${buttonClass({ kind: 'primary', size: 'dense' })} max-md:fixed max-md:right-4 max-md:bottom-20 max-md:z-40 max-md:size-12! max-md:rounded-full! max-md:p-0! max-md:shadow-menu`}
      onClick={begin}
      {...tip(t('tip'), { keys: 'n' })}
    >
      <Plus aria-hidden="true" />
      <span className="max-xl:sr-only">{t('title')}</span>
    </button>
  )
}
