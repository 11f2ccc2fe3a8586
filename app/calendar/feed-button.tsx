import { CalendarSync } from 'lucide-react'
import { useState } from 'react'
import { useCommand } from '../shell/command-handlers.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { useCalendarWords } from './calendar-words.ts'

const FeedDialog = lazyPart(async () => (await import('./feed-dialog.tsx')).FeedDialog)

/** Opens the private addresses under which other calendars show the plan. */
export function FeedButton() {
  const t = useCalendarWords('feed')
  const fetchThen = useFetchThen()
  const [open, setOpen] = useState(false)
  const ask = () => fetchThen(FeedDialog.fetch, () => setOpen(true))
  useCommand('calendar.subscribe', ask)
  return (
    <>
      <IconButton size="dense" label={t('open')} icon={<CalendarSync />} side="bottom" onClick={ask} />
      {open ? <FeedDialog close={() => setOpen(false)} /> : null}
    </>
  )
}
