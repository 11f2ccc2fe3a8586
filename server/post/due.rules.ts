import { type Stage, stageIndex } from './stage.rules.ts'

/** From this much ahead on a post is due soon, ms. */
export const DUE_SOON = 24 * 3_600_000

export type DueState = 'done' | 'overdue' | 'soon' | 'later'

/** How a post stands to its due time, or null without one. What is scheduled or out is done, whenever it was due. */
export function dueState(
  { dueAt, stage }: { dueAt?: number | null; stage: Stage },
  now: number,
): DueState | null {
  if (dueAt == null) return null
  if (stageIndex(stage) >= stageIndex('scheduled')) return 'done'
  if (dueAt < now) return 'overdue'
  return dueAt - now < DUE_SOON ? 'soon' : 'later'
}
