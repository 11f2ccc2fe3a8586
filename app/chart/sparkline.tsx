import type { Reading } from '#server/chart/scene.ts'
import { sparklineScene } from '#server/chart/sparkline-scene.ts'
import { cx } from '../ui/cx.ts'
import { moving, type Tone, tones } from './tone.ts'

interface SparklineProps {
  readings: readonly Reading[]
  /** px */
  width?: number
  height?: number
  tone?: Tone
  className?: string
}

/** The course of a number, of the size of a word; the number beside it says the value, so it is hidden from readers. */
export function Sparkline({ readings, width = 96, height = 24, tone = 'accent', className }: SparklineProps) {
  const scene = sparklineScene({ width, height, readings })
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${scene.width} ${scene.height}`}
      className={cx('shrink-0', className)}
      aria-hidden="true"
    >
      <path d={scene.area} className={cx(tones[tone].fill, moving, 'opacity-10')} />
      <path
        d={scene.path}
        fill="none"
        className={cx(tones[tone].stroke, moving)}
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {scene.end ? (
        <circle cx={scene.end.x} cy={scene.end.y} r={2} className={cx(tones[tone].fill, moving)} />
      ) : null}
    </svg>
  )
}
