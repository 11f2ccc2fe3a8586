import { AlarmClock, Ellipsis, Hourglass, RotateCcw } from 'lucide-react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx'
import { toast } from '../ui/toast.ts'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

const HOUR = 3_600_000

/** Waiting for them, and putting it aside until a moment. */
export function MoreMenu({ row }: { row: InboxRow }) {
  const t = useInboxWords()
  const { acts } = useInbox()
  const { me } = useDirectory()
  const may = useMay()
  if (!may('conversation:write', row.teamId) || row.state === 'closed') return null
  const { id } = row
  const snooze = async (until: number) => {
    if (await acts.setState({ id, to: 'snoozed', until })) toast({ title: t('told.snoozed'), kind: 'done' })
  }
  const morning = async (monday: boolean) => snooze(await nextMorning(me.zone, monday))
  const clock = <AlarmClock aria-hidden="true" />
  return (
    <Menu align="end" trigger={<IconButton label={t('act.more')} size="dense" icon={<Ellipsis />} />}>
      {row.state === 'open' ? (
        <MenuItem
          icon={<Hourglass aria-hidden="true" />}
          onSelect={() => void acts.setState({ id, to: 'pending' })}
        >
          {t('act.pend')}
        </MenuItem>
      ) : (
        <MenuItem
          icon={<RotateCcw aria-hidden="true" />}
          onSelect={() => void acts.setState({ id, to: 'open' })}
        >
          {t('act.reopen')}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuLabel>{t('act.snooze')}</MenuLabel>
      <MenuItem icon={clock} onSelect={() => void snooze(Date.now() + HOUR)}>
        {t('act.snoozeHour')}
      </MenuItem>
      <MenuItem icon={clock} onSelect={() => void morning(false)}>
        {t('act.snoozeTomorrow')}
      </MenuItem>
      <MenuItem icon={clock} onSelect={() => void morning(true)}>
        {t('act.snoozeWeek')}
      </MenuItem>
    </Menu>
  )
}

/** Nine o'clock tomorrow, or on the coming Monday, where the reader is. Epoch milliseconds. */
async function nextMorning(zone: string, monday: boolean): Promise<number> {
  const { Temporal } = await import('temporal-polyfill')
  const today = Temporal.Now.plainDateISO(zone)
  const day = today.add({ days: monday ? 8 - today.dayOfWeek : 1 })
  return day.toZonedDateTime({ timeZone: zone, plainTime: '09:00' }).epochMilliseconds
}
