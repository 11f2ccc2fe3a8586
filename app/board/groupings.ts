import { byRank } from '#server/post/rank.rules.ts'
import { slotsOf } from '#server/post/slots.rules.ts'
import { columnOf, type WorkingStage } from '#server/stage/working-stage.rules.ts'
import type { Grouping } from './card-store.ts'

/** Kanban: a column a stage, the working stages too, by rank. */
export function byColumn(stages: readonly Pick<WorkingStage, 'id' | 'name'>[]): Grouping {
  const names = new Map(stages.map(({ id, name }) => [id, name]))
  return { groupOf: (card) => columnOf(card, names), compare: byRank }
}

/** Calendar: the day that its own zone has at a send time, by instant; a post once for each of its times. */
export const bySendDay: Grouping = {
  split: slotsOf,
  groupOf: (card) => card.sendLocal?.slice(0, 10) ?? null,
  compare: (a, b) =>
    (a.sendLocal ?? '').localeCompare(b.sendLocal ?? '') || (a.sendAt ?? 0) - (b.sendAt ?? 0) || byRank(a, b),
}
