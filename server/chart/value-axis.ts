import { type ScaleLinear, scaleLinear } from 'd3'
import type { Tick } from './scene.ts'

/** A linear scale that always holds zero, ends on round numbers and is never flat. */
export function valueScale(values: readonly (number | null)[], range: [number, number], count = 4) {
  let low = 0
  let high = 0
  for (const value of values) {
    if (value === null) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low === high) high = 1
  return scaleLinear().domain([low, high]).range(range).nice(count)
}

/** The ticks of a value scale; counts get no fractions. */
export function valueTicks(
  scale: ScaleLinear<number, number>,
  format: (value: number) => string,
  values: readonly (number | null)[],
  count = 4,
): Tick[] {
  const whole = values.every((value) => value === null || Number.isInteger(value))
  return scale
    .ticks(count)
    .filter((value) => !whole || Number.isInteger(value))
    .map((value) => ({ at: scale(value), text: format(value), anchor: 'end' as const }))
}
