import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react'
import { changeOf } from '#server/chart/change.ts'
import { cx } from '../ui/cx.ts'
import { useChartWords } from './chart-words.ts'
import { useChartFormat } from './use-chart-format.ts'

export interface DeltaProps {
  value: number | null
  before: number | null
  /** What it is compared with, as words: "the previous 7 days". */
  period: string
  /** Which direction is good; without one it is told without colour. */
  better?: 'up' | 'down'
  className?: string
}

const arrows = { up: ArrowUp, down: ArrowDown, same: ArrowRight, new: null }

/** The change since the period before: arrow, percent and words. */
export function Delta({ value, before, period, better, className }: DeltaProps) {
  const t = useChartWords('delta')
  const format = useChartFormat(undefined, true)
  const { direction, ratio } = changeOf(value, before)
  const Arrow = arrows[direction]
  const moved = direction === 'up' || direction === 'down'
  const colour = !better || !moved ? 'text-muted' : direction === better ? 'text-positive' : 'text-negative'
  return (
    <p className={cx('flex items-start gap-1 text-meta', className)}>
      {Arrow ? <Arrow className={cx('mt-0.5 size-3 shrink-0', colour)} aria-hidden="true" /> : null}
      <span className="text-muted">{t(direction, { period, percent: format.percent(ratio) })}</span>
    </p>
  )
}
