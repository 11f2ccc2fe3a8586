type Point = { subjectId: string; metric: string; value: number; at: number }

/**
 * Snapshots with the gain of each: the difference to the one before of the same subject and metric, the first one's
 * from zero. For whoever writes a history at once (the demo, an import); the order of the rows does not matter.
 */
export function withGains<T extends Point>(rows: readonly T[]): (T & { gain: number })[] {
  const last = new Map<string, number>()
  return [...rows]
    .sort((a, b) => a.at - b.at)
    .map((row) => {
      const key = `${row.subjectId} ${row.metric}`
      const gain = row.value - (last.get(key) ?? 0)
      last.set(key, row.value)
      return { ...row, gain }
    })
}
