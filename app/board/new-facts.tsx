import { CalendarClock, ChevronDown, Share2, UserRound } from 'lucide-react'
import { forwardRef, type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { inTeam, useDirectory, useMay } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { ChannelMarks } from './card-facts.tsx'

/** By when the work shall be done: as it is typed, and as an instant (epoch ms). */
export interface NewDue {
  local: string
  zone: string
  at: number
}

/** What a new post begins with besides its title. */
export interface NewFacts {
  channelIds: readonly string[]
  assigneeId: string | null
  due: NewDue | null
}

interface NewFactsFieldsProps {
  teamId: string
  facts: NewFacts
  onChange(facts: NewFacts): void
}

/** Channels, person and due time of a post that is being written down: each a button that says what is chosen. */
export function NewFactsFields({ teamId, facts, onChange }: NewFactsFieldsProps) {
  const t = useTranslations('board')
  const write = useWriteDate()
  const may = useMay()
  const { channels: all, members } = useDirectory()
  const channels = all.filter((one) => may('post:write', one.teamId))
  const people = members.filter(({ gone, reads }) => !gone && inTeam(reads.posts, teamId))
  const { channelIds, due } = facts
  const assignee = members.find(({ id }) => id === facts.assigneeId)
  // The menus are loaded once and read what is true now.
  const now = useRef({ facts, channels, people, onChange })
  now.current = { facts, channels, people, onChange }
  const [first] = all.filter(({ id }) => channelIds.includes(id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons of a form that has a name already
    <div role="group" aria-label={t('quick.facts')} className="mt-1 flex flex-wrap gap-1">
      {channels.length ? (
        <LazyTrigger
          button={
            <Fact
              name={t('quick.channels')}
              icon={channelIds.length ? <ChannelMarks ids={channelIds} most={3} /> : <Share2 />}
              value={
                channelIds.length > 1
                  ? t('quick.channelCount', { count: channelIds.length })
                  : (first?.name ?? null)
              }
            />
          }
          load={async () => {
            const { ChannelsMenu } = await import('./new-facts-menus.tsx')
            return (props) => <ChannelsMenu {...props} {...now.current} />
          }}
        />
      ) : null}
      <LazyTrigger
        button={<Fact name={t('filter.assignee')} icon={<UserRound />} value={assignee?.name ?? null} />}
        load={async () => {
          const { AssigneeMenu } = await import('./new-facts-menus.tsx')
          return (props) => <AssigneeMenu {...props} {...now.current} />
        }}
      />
      <LazyTrigger
        button={
          <Fact
            name={t('quick.due')}
            icon={<CalendarClock />}
            value={due ? write(due.at, 'dayTime') : null}
          />
        }
        load={async () => {
          const { DuePopover } = await import('./new-facts-menus.tsx')
          return (props) => <DuePopover {...props} {...now.current} />
        }}
      />
    </div>
  )
}

interface FactProps {
  /** what it is about */
  name: string
  icon: ReactNode
  /** what is chosen; null: nothing */
  value: string | null
}

/** A button as small as a chip. Its name says what it is about and what is chosen. */
const Fact = forwardRef<HTMLButtonElement, FactProps>(function Fact({ name, icon, value, ...rest }, ref) {
  return (
    <button
      ref={ref}
      type="button"
      aria-label={value === null ? name : `${name}: ${value}`}
      className={cx(
        'inline-flex h-6 max-w-full min-w-0 items-center gap-1 rounded-control border px-1.5 text-meta transition-colors duration-120 hover:bg-hover touch:h-11 touch:px-2.5 [&_svg]:size-3.5 [&_svg]:shrink-0',
        value === null ? 'border-line text-muted' : 'border-accent bg-accent-soft text-accent-text',
      )}
      {...rest}
    >
      <span aria-hidden="true" className="flex shrink-0">
        {icon}
      </span>
      <span className="truncate">{value ?? name}</span>
      <ChevronDown aria-hidden="true" />
    </button>
  )
})
