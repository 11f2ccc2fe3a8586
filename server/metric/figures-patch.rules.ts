import type { DayRow, Figures } from './figures.rules.ts'

/** What changed of figures: whole parts, and of the days only those that did. */
export type FiguresPatch = Partial<Omit<Figures, 'days'>> & { changedDays?: DayRow[] }

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The step from one reading to the next; null when another period began, which is a reading of its own. */
export function patchOf(before: Figures, after: Figures): FiguresPatch | null {
  if (before.firstDay !== after.firstDay || before.days.length !== after.days.length) return null
  const { days, ...rest } = after
  const patch: FiguresPatch = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => !same(value, before[key as keyof Figures])),
  )
  const changedDays = days.filter((row, index) => !same(row, before.days[index]))
  return changedDays.length ? { ...patch, changedDays } : patch
}

/** Whether a step says anything but that time has passed. */
export const says = (patch: FiguresPatch): boolean => Object.keys(patch).some((key) => key !== 'at')

export function applyPatch(figures: Figures, { changedDays = [], ...rest }: FiguresPatch): Figures {
  if (!changedDays.length) return { ...figures, ...rest }
  const byDay = new Map(changedDays.map((row) => [row.day, row]))
  return { ...figures, ...rest, days: figures.days.map((row) => byDay.get(row.day) ?? row) }
}
