/** Something with an extent: minutes of a day, or days of a week. `to` is excluded. */
export interface Span {
  id: string
  from: number
  to: number
}

/** Where a span stands beside those it overlaps: in which lane, of how many. */
export interface Lane {
  lane: number
  lanes: number
}

/**
 * Puts overlapping spans into lanes side by side, each into the first that is free; spans that touch each other, directly
 * or over others, share one number of lanes, so that they are equally wide. The order of equals is kept.
 */
export function lanesOf(spans: readonly Span[]): Map<string, Lane> {
  const lanes = new Map<string, Lane>()
  for (const group of groupsOf(spans)) {
    const ends: number[] = []
    const mine: [string, number][] = []
    for (const { id, from, to } of group) {
      const free = ends.findIndex((end) => end <= from)
      const lane = free < 0 ? ends.length : free
      ends[lane] = to
      mine.push([id, lane])
    }
    for (const [id, lane] of mine) lanes.set(id, { lane, lanes: ends.length })
  }
  return lanes
}

/** Several spans that there is no room for, as one. */
export interface Rest extends Span {
  ids: readonly string[]
  lane: number
  lanes: number
}

/**
 * Lanes of which there are never more than `most`: what has no room is one thing in the last lane, for each run of
 * overlapping ones. Nothing is left out.
 */
export function fewLanesOf(
  spans: readonly Span[],
  most: number,
): { shown: Map<string, Lane>; rests: Rest[] } {
  const all = lanesOf(spans)
  const shown = new Map<string, Lane>()
  const rests: Rest[] = []
  for (const group of groupsOf(spans)) {
    const lanes = Math.min(most, all.get(group[0]?.id ?? '')?.lanes ?? 1)
    const crowded = (all.get(group[0]?.id ?? '')?.lanes ?? 1) > most
    const left: Span[] = []
    for (const span of group) {
      const lane = all.get(span.id)?.lane ?? 0
      if (crowded && lane >= most - 1) left.push(span)
      else shown.set(span.id, { lane, lanes })
    }
    for (const run of groupsOf(left)) {
      const [first] = run
      if (!first) continue
      const to = Math.max(...run.map((span) => span.to))
      rests.push({
        id: first.id,
        from: first.from,
        to,
        ids: run.map((span) => span.id),
        lane: most - 1,
        lanes,
      })
    }
  }
  return { shown, rests }
}

/** Runs of spans that overlap each other, directly or over others, each in order. */
function groupsOf(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = []
  let end = -Infinity
  for (const span of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= end) groups.push([])
    groups.at(-1)?.push(span)
    end = Math.max(end, span.to)
  }
  return groups
}
