import { createContext, useContext } from 'react'
import { dayIn, minuteIn } from '#server/i18n/date-format.rules.ts'
import type { Doubled, GridPlace } from '#server/time/grid.rules.ts'

/** The height of an hour in a grid, px. */
const HOUR = 52
/** What a post takes up in it, though it goes out in an instant: minutes. */
export const EXTENT = 45
const DAY = 1440
const STEP = 15

/** How high so many minutes of a grid are, px. */
export const topOf = (minutes: number): number => (minutes / 60) * HOUR

/**
 * Where the minutes of a day stand in a grid of hours, counted in the grid's own minutes: what clocks show twice on one of
 * its days has two places, and days on which it comes once have nothing in the second.
 */
export interface HourScale {
  doubled: Doubled | null
  /** of the whole grid */
  minutes: number
  /** where a minute of the day stands; of one that comes twice the first */
  of(minute: number): number
  /** where an instant (epoch ms) stands on the clocks of a zone */
  at(zone: string, at: number): number
  /** where a place stands */
  ofPlace(place: GridPlace): number
  /** the place at a height of a day, px, by the quarter of an hour */
  placeAt(top: number, day: string): GridPlace
}

export function hourScale(doubled: Doubled | null): HourScale {
  const [from, to] = doubled ? [doubled.from, doubled.to] : [DAY, DAY]
  const more = to - from
  const minutes = DAY + more
  const of = (minute: number) => (minute >= to ? minute + more : minute)
  const second = (minute: number) => minute >= from && minute < to
  return {
    doubled,
    minutes,
    of,
    at(zone, at) {
      const minute = minuteIn(zone, at)
      const again = doubled && at >= doubled.at && second(minute) && dayIn(zone, at) === doubled.day
      return again ? minute + more : of(minute)
    },
    ofPlace: ({ minute, again }) => (again ? minute + more : of(minute)),
    placeAt(top, day) {
      const there = Math.floor(((top / HOUR) * 60) / STEP) * STEP
      const minute = Math.min(Math.max(0, there), minutes - STEP)
      if (minute < to) return { day, minute }
      if (minute >= to + more) return { day, minute: minute - more }
      return day === doubled?.day ? { day, minute: minute - more, again: true } : { day, minute: to }
    },
  }
}

const Scale = createContext(hourScale(null))
export const HourScaleProvider = Scale.Provider

/** The scale of the grid one is in. */
export const useHourScale = (): HourScale => useContext(Scale)
