import type { DrawnSeries, LineSeries } from '#server/chart/line-scene.ts'
import type { Tone } from './tone.ts'

export type LineChartSeries = LineSeries & { tone?: Tone }

/** The tone of a series: the highlighted one has the accent, what is beside it is grey. */
export function toneOf(series: LineChartSeries): Tone {
  return series.tone ?? (series.role === 'main' ? 'accent' : series.role === 'compare' ? 'grey' : 'quiet')
}

export interface Place {
  at: number
  x: number
  /** By the key of the series; missing where it has a gap. */
  values: Map<string, number>
}

/** The instants any series has a reading at, in order. */
export function instantsOf(series: readonly DrawnSeries[]): Place[] {
  const places = new Map<number, Place>()
  for (const one of series)
    for (const { at, x, value } of one.points) {
      const place = places.get(at) ?? { at, x, values: new Map() }
      place.values.set(one.key, value)
      places.set(at, place)
    }
  return [...places.values()].sort((a, b) => a.at - b.at)
}
