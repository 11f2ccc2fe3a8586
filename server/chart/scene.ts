/**
 * What every chart is made of once D3 has done its part: plain data in pixels, origin top left. React draws it as SVG,
 * the PDF and mail writers draw the same numbers.
 */

export interface Size {
  /** px */
  width: number
  /** px */
  height: number
}

/** Where the data is drawn inside the whole picture. */
export interface Frame extends Size {
  x: number
  y: number
}

export type Anchor = 'start' | 'middle' | 'end'

/** A place on an axis: px along it, and what is written there. */
export interface Tick {
  at: number
  text: string
  anchor: Anchor
}

export interface Point {
  x: number
  y: number
}

/** A word put beside what it names. */
export interface Label extends Point {
  key: string
  text: string
  anchor: Anchor
}

/** One measured value: epoch milliseconds and the value, `null` where nothing is known (a gap, not a zero). */
export interface Reading {
  at: number
  value: number | null
}

/** How fine a written time has to be. */
export type TimeUnit = 'minute' | 'hour' | 'day' | 'month' | 'year'

/** Words and zone of the reader; the geometry knows no language. */
export interface Format {
  /** IANA name: ticks fall on its midnights and hours. */
  zone: string
  value(value: number): string
  time(at: number, unit: TimeUnit): string
}

const largest = 1e15
const least = 1e-12

/** A number that can be drawn, or null: no NaN or infinity comes past here, and no range overflows. */
export function drawable(value: number | null | undefined): number | null {
  if (value === null || value === undefined || Number.isNaN(value)) return null
  if (Math.abs(value) < least) return 0
  return Math.max(-largest, Math.min(largest, value))
}

/** Tenths of a pixel are enough, and half the bytes. */
export function px(value: number): number {
  return Math.round(value * 10) / 10 || 0
}

/** The least size anything is laid out in, so that a container of 0 px gives no negative widths. */
export function atLeast(size: Size): Size {
  const side = (value: number, floor: number) => (Number.isFinite(value) ? Math.max(floor, value) : floor)
  return { width: side(size.width, 40), height: side(size.height, 20) }
}

/** The readings in time order, one an instant (the last said), values drawable. */
export function inOrder(readings: readonly Reading[]): Reading[] {
  const byTime = new Map<number, Reading>()
  for (const { at, value } of readings)
    if (Number.isFinite(at) && Math.abs(at) < 8.64e15) byTime.set(at, { at, value: drawable(value) })
  return [...byTime.values()].sort((a, b) => a.at - b.at)
}
