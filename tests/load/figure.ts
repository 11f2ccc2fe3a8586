/** One measured figure, printed as a JSON line. */
export interface Figure {
  /** `core.fanout.p95`: area, what, which. */
  name: string
  value: number
  unit: string
  /** The raw equivalent measured in the same run. */
  limit?: number | undefined
  /** What is to be reached: of the ratio when there is a limit, of the value otherwise. */
  goal?: number | undefined
  /** Of the value even though there is a limit. */
  judged?: 'value'
  /** `least`: the figure must be at least the goal; default at most. */
  sense?: 'most' | 'least'
}

/** With --smoke only whether it runs counts, and it runs shortly. */
export const smoke = Boolean(process.env.BENCH_SMOKE)

const round = (value: number) => Math.round(value * 1000) / 1000

export function print({ name, value, unit, limit, goal, sense = 'most', judged: by }: Figure): void {
  const ratio = limit ? value / limit : undefined
  const judged = by === 'value' ? value : (ratio ?? value)
  const ok = goal === undefined ? undefined : sense === 'most' ? judged <= goal : judged >= goal
  const line = {
    name,
    value: round(value),
    unit,
    limit: limit && round(limit),
    ratio: ratio && round(ratio),
    goal,
    ok,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** The value below which `share` (0-1) of the sorted list lies. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: number[]): number => quantile(values, 0.5)
