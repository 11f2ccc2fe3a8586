import type { CSSProperties } from 'react'
import type { LabelFace } from '#server/label/label.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { tip } from '../ui/tip.ts'

/** A label in its colour, which helps; the word says it. */
export function LabelChip({ label: { name, hue }, className }: { label: LabelFace; className?: string }) {
  return (
    <span
      className={cx(
        'person inline-flex h-4.5 max-w-full items-center rounded-mark bg-person-soft px-1.5 text-meta leading-none font-medium text-person-text',
        className,
      )}
      style={{ '--hue': hue * 30 + 15 } as CSSProperties}
    >
      <span className="truncate">{name}</span>
    </span>
  )
}

/** The colour of a label alone, beside its name. */
export function LabelDot({ hue }: { hue: number }) {
  return (
    <span
      className="person inline-block size-2.5 shrink-0 rounded-full bg-person"
      style={{ '--hue': hue * 30 + 15 } as CSSProperties}
      aria-hidden="true"
    />
  )
}

const MOST = 3

/** The labels of a card: the first few, and how many more. */
export function LabelChips({ ids }: { ids: readonly string[] }) {
  const { labels } = useDirectory()
  const mine = ids.flatMap((id) => labels.find((one) => one.id === id) ?? [])
  const rest = mine.slice(MOST)
  return (
    <>
      {mine.slice(0, MOST).map((one) => (
        <LabelChip key={one.id} label={one} className="max-w-32" />
      ))}
      {rest.length ? (
        <span
          className="relative text-meta text-subtle tabular-nums"
          {...tip(rest.map((one) => one.name).join(', '))}
        >
          +{rest.length}
        </span>
      ) : null}
    </>
  )
}
