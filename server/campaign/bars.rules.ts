import { fewLanesOf, type Lane, lanesOf, type Rest, type Span } from '../time/lanes.rules.ts'

/** The days of a campaign, both included; an end that is open has none. */
export interface CampaignDays {
  startsOn: string | null
  endsOn: string | null
}

/** A campaign in one row of days: columns `from` to `to` (excluded), in which lane, and whether it begins and ends here. */
export interface Bar {
  id: string
  row: number
  from: number
  to: number
  lane: number
  begins: boolean
  closes: boolean
}

/** Campaigns of a row that there is no lane for. */
export interface BarRest {
  ids: readonly string[]
  row: number
  from: number
  to: number
  lane: number
}

export interface Bars {
  bars: Bar[]
  rests: BarRest[]
  /** How many lanes each row needs. */
  lanes: number[]
}

/** Lanes of campaigns over a row of days; the last one takes what is more. */
const MOST = 3

/**
 * Campaigns as bars over rows of days (`YYYY-MM-DD`, one after the other), each in one lane from its first day to its
 * last. A campaign without any day has none.
 * @param width days in a row
 * @param most lanes of a row, of which the last takes what is more; paper has as many as it takes
 */
export function barsOf(
  campaigns: readonly (CampaignDays & { id: string })[],
  days: readonly string[],
  width: number,
  most = MOST,
): Bars {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const byId = new Map(campaigns.map((one) => [one.id, one]))
  const spans = campaigns.flatMap(({ id, startsOn, endsOn }): Span[] => {
    if ((!startsOn && !endsOn) || (startsOn ?? '') > last || (endsOn ?? '9999') < first) return []
    const from = startsOn && startsOn > first ? days.indexOf(startsOn) : 0
    const to = endsOn && endsOn < last ? days.indexOf(endsOn) + 1 : days.length
    return [{ id, from, to }]
  })
  const { shown, rests } = lanesOfCampaigns(spans, days.length, most)
  const bars = spans.flatMap((span): Bar[] => {
    const lane = shown.get(span.id)?.lane
    const { startsOn, endsOn } = byId.get(span.id) ?? {}
    return lane === undefined
      ? []
      : inRows(span, width).map((piece) => ({
          ...piece,
          id: span.id,
          lane,
          begins: days[piece.row * width + piece.from] === startsOn,
          closes: days[piece.row * width + piece.to - 1] === endsOn,
        }))
  })
  const rest = rests.flatMap(({ ids, lane, ...span }) =>
    inRows(span, width).map((piece) => ({ ...piece, ids, lane })),
  )
  const lanes = Array.from({ length: Math.ceil(days.length / width) }, (_, row) =>
    Math.max(0, ...[...bars, ...rest].filter((one) => one.row === row).map((one) => one.lane + 1)),
  )
  return { bars, rests: rest, lanes }
}

/**
 * Lanes for campaigns. Where there are too few, those that run all the time share what is left, for what begins and ends
 * here is what one plans by.
 */
function lanesOfCampaigns(spans: readonly Span[], width: number, most: number) {
  const throughout = spans.filter(({ from, to }) => from === 0 && to === width)
  const others = spans.filter((span) => !throughout.includes(span))
  const need = Math.max(0, ...[...lanesOf(others).values()].map(({ lanes }) => lanes))
  const room = Math.max(1, most - need)
  const above = Math.min(throughout.length, room)
  const crowded = throughout.length > room
  const { shown, rests } = fewLanesOf(others, most - above)
  const lanes = new Map<string, Lane>()
  for (const [id, one] of shown) lanes.set(id, { lane: one.lane + above, lanes: one.lanes + above })
  const more: Rest[] = rests.map((rest) => ({ ...rest, lane: rest.lane + above, lanes: rest.lanes + above }))
  const named = crowded ? throughout.slice(0, room - 1) : throughout
  for (const [lane, { id }] of named.entries()) lanes.set(id, { lane, lanes: above })
  const [first, ...left] = throughout.slice(named.length)
  if (first) more.push({ ...first, ids: [first, ...left].map(({ id }) => id), lane: above - 1, lanes: above })
  return { shown: lanes, rests: more }
}

/** The pieces of a span in rows of some width. */
function inRows({ from, to }: Pick<Span, 'from' | 'to'>, width: number) {
  const pieces: { row: number; from: number; to: number }[] = []
  for (let row = Math.floor(from / width); row * width < to; row++)
    pieces.push({
      row,
      from: Math.max(from, row * width) - row * width,
      to: Math.min(to, (row + 1) * width) - row * width,
    })
  return pieces
}

/** The days of a campaign with one end on another day: an end never passes the other, and both may be the same. */
export function withEnd(days: CampaignDays, end: 'startsOn' | 'endsOn', day: string): CampaignDays {
  const { startsOn, endsOn } = days
  if (end === 'startsOn') return { ...days, startsOn: endsOn && day > endsOn ? endsOn : day }
  return { ...days, endsOn: startsOn && day < startsOn ? startsOn : day }
}

/** The days of a campaign moved whole; an end that is open stays open. */
export const daysMoved = ({ startsOn, endsOn }: CampaignDays, by: number): CampaignDays => ({
  startsOn: startsOn && dayBeside(startsOn, by),
  endsOn: endsOn && dayBeside(endsOn, by),
})

/** How many days one day lies after another. */
export const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00Z`) - Date.parse(`${from}T12:00Z`)) / 86_400_000)

/** The day some days after that of a local minute `YYYY-MM-DDTHH:mm`. */
export const localDayBeside = (local: string, days: number): string => dayBeside(local.slice(0, 10), days)

/** A day some days later or earlier. */
export const dayBeside = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
