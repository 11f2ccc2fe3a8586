import { byRank } from '#server/post/rank.rules.ts'
import type { Grouping } from './card-store.ts'

/** Kanban: a column a stage, by rank. */
export const byStage: Grouping = { groupOf: (card) => card.stage, compare: byRank }

/** Calendar: the day that the post's own zone has at its send time, by instant. */
export const bySendDay: Grouping = {
  groupOf: (card) => card.sendLocal?.slice(0, 10) ?? null,
  compare: (a, b) =>
    (a.sendLocal ?? '').localeCompare(b.sendLocal ?? '') || (a.sendAt ?? 0) - (b.sendAt ?? 0) || byRank(a, b),
}
