import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { Avatar, type Person } from './avatar.tsx'
import { cx } from './cx.ts'
import { LazyTrigger } from './lazy-trigger.tsx'
import { useListFormat } from './list-format.ts'
import { tip } from './tip.ts'

export interface AvatarStackProps {
  people: readonly Person[]
  /** how many faces at most, "+2" among them */
  max?: number
  size?: 16 | 20 | 24 | 32
  /** a press on a face, such as to follow somebody */
  onPick?: (person: Person) => void
  /** what a press does, in words */
  pickLabel?: (person: Person) => string
}

/** Several faces, overlapping, the first on top. */
export function AvatarStack({ people, max = 4, size = 24, onPick, pickLabel }: AvatarStackProps) {
  const list = useListFormat()
  const t = useTranslations()
  const idle = (person: Person, words: string) => (person.idle ? t('ui.idle', { name: words }) : words)
  const shown = people.length > max ? people.slice(0, max - 1) : people
  const rest = people.slice(shown.length)
  const names = list(rest.map((person) => person.name))
  const menu = {
    people: rest,
    labelOf: (person: Person) => idle(person, pickLabel?.(person) ?? person.name),
    onPick: (person: Person) => onPick?.(person),
  }
  const now = useRef(menu)
  now.current = menu
  return (
    <ul
      className={cx('isolate flex items-center', onPick ? 'gap-1' : '[&>li+li]:-ml-0.5')}
      aria-label={list(people.map((person) => person.name))}
    >
      {shown.map((person, i) => (
        <li
          key={person.id}
          className="relative flex rounded-full ring-2 ring-canvas"
          style={{ zIndex: shown.length - i }}
        >
          {onPick ? (
            <button
              type="button"
              className="relative flex rounded-full touch:after:absolute touch:after:-inset-1.5"
              onClick={() => onPick(person)}
              aria-label={idle(person, pickLabel?.(person) ?? person.name)}
            >
              <Avatar person={person} size={size} said={idle(person, person.name)} />
            </button>
          ) : (
            <Avatar person={person} size={size} said={idle(person, person.name)} />
          )}
        </li>
      ))}
      {rest.length ? (
        <li className="flex rounded-full ring-2 ring-canvas" {...(onPick ? {} : tip(names))}>
          {onPick ? (
            <LazyTrigger
              button={
                <button type="button" className={more} aria-label={names} {...tip(names)}>
                  +{rest.length}
                </button>
              }
              load={async () => {
                const { PeopleMenu } = await import('./people-menu.tsx')
                return (props) => <PeopleMenu {...props} {...now.current} />
              }}
            />
          ) : (
            <span className={more}>+{rest.length}</span>
          )}
        </li>
      ) : null}
    </ul>
  )
}

const more =
  'flex h-6 min-w-6 touch:h-9 touch:min-w-9 items-center justify-center rounded-full bg-n5 px-1 text-[0.625rem] font-semibold text-muted tabular-nums'
