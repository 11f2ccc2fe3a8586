/** Posts a week: fewer than `min` is a gap, more than `max` an overload. */
export interface Cadence {
  min: number
  max: number
}

export type CadenceMark = { verdict: 'gap' | 'fine' | 'overload'; missing: number; over: number }

/** The cadence of a channel's row, null unless both ends are set. */
export const cadenceOf = (row: { cadenceMin: number | null; cadenceMax: number | null }): Cadence | null =>
  row.cadenceMin === null || row.cadenceMax === null ? null : { min: row.cadenceMin, max: row.cadenceMax }

/** How a week's count of planned and published posts stands against the cadence; null without one. */
export function cadenceMark(count: number, wanted: Cadence | null): CadenceMark | null {
  if (!wanted) return null
  const missing = Math.max(0, wanted.min - count)
  const over = Math.max(0, count - wanted.max)
  return { verdict: missing > 0 ? 'gap' : over > 0 ? 'overload' : 'fine', missing, over }
}

/** What goes out when, of one channel or several. */
interface Slot {
  channelIds: readonly string[]
  sendLocal: string | null
}

/** How many slots each channel has in each run of days (`YYYY-MM-DD`); a slot counts on the day of its own zone. */
export function countByChannel(
  slots: Iterable<Slot>,
  weeks: readonly (readonly string[])[],
): ReadonlyMap<string, number>[] {
  const weekOf = new Map(weeks.flatMap((days, week) => days.map((day) => [day, week] as const)))
  const counts = weeks.map(() => new Map<string, number>())
  for (const { channelIds, sendLocal } of slots) {
    const count = counts[weekOf.get(sendLocal?.slice(0, 10) ?? '') ?? -1]
    if (count) for (const id of channelIds) count.set(id, (count.get(id) ?? 0) + 1)
  }
  return counts
}
