import type { CSSProperties, ReactNode } from 'react'
import { cx } from './cx.ts'
import { hueOf, initials } from './hue.ts'
import { tip } from './tip.ts'

export interface Person {
  id: string
  name: string
  /** address of a photo, if there is one */
  photo?: string | null
  /** here, but with no sign of life for a while */
  idle?: boolean
}

const sizes = {
  16: 'size-4 text-[0.5rem]',
  20: 'size-5 text-[0.5625rem]',
  24: 'size-6 text-[0.625rem]',
  32: 'size-8 text-meta',
  40: 'size-10 text-body',
}

interface AvatarProps {
  person: Person
  size?: keyof typeof sizes
  /** a mark on the lower right: a network, a status */
  mark?: ReactNode
  /** what is said of somebody instead of the bare name */
  said?: string | undefined
  /** the name stands beside it already, so it is neither spoken nor shown again */
  silent?: boolean
  /** a ring in the person's colour: here now */
  present?: boolean
  className?: string
}

/** A face: the photo, or initials on the person's own colour. */
export function Avatar({
  person,
  size = 24,
  mark,
  said = person.name,
  silent,
  present,
  className,
}: AvatarProps) {
  return (
    <span
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': said, ...tip(said) })}
      className={cx(
        'person relative inline-flex shrink-0 rounded-full',
        sizes[size],
        present && 'ring-2 ring-person ring-offset-1 ring-offset-panel',
        className,
      )}
      style={{ '--hue': hueOf(person.id) } as CSSProperties}
    >
      {person.photo ? (
        <img
          src={person.photo}
          alt=""
          loading="lazy"
          className={cx('size-full rounded-full object-cover', person.idle && 'grayscale')}
        />
      ) : (
        <span
          className={cx(
            'flex size-full select-none items-center justify-center rounded-full font-semibold tracking-tight',
            person.idle ? 'bg-n5 text-muted' : 'bg-person text-white',
          )}
        >
          {initials(person.name)}
        </span>
      )}
      {mark ? (
        <span className="absolute -right-1 -bottom-1 flex rounded-full bg-panel p-px [&_svg]:size-3">
          {mark}
        </span>
      ) : null}
    </span>
  )
}
