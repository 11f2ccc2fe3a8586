import { byRank } from '#server/post/rank.rules.ts'
import { slotsOf } from '#server/post/slots.rules.ts'
import { columnOf, type WorkingStage } from '#server/stage/working-stage.rules.ts'
import type { Grouping } from './card-store.ts'
import { cellOf, type LaneKind, laneKeys } from './lanes.rules.ts'

type Named = readonly Pick<WorkingStage, 'id' | 'name'>[]

/** Kanban: a column a stage, the working stages too, by rank. */
export function byColumn(stages: Named): Grouping {
  const names = new Map(stages.map(({ id, name }) => [id, name]))
  return { groupOf: (card) => columnOf(card, names), compare: byRank }
}

/** Kanban cut into lanes: a cell a lane and column; of channels a card stands in several. */
export function byCell(stages: Named, kind: LaneKind, known: ReadonlySet<string>): Grouping {
  const columns = byColumn(stages)
  return {
    ...columns,
    groupsOf: (card) =>
      laneKeys(kind, card, known).map((lane) => cellOf(lane, columns.groupOf(card) ?? card.stage)),
  }
}

/** Calendar: the day that its own zone has at a send time, by instant; a post once for each of its times. */
export const bySendDay: Grouping = {
  split: slotsOf,
  groupOf: (card) => card.sendLocal?.slice(0, 10) ?? null,
  compare: (a, b) =>
    (a.sendLocal ?? '').localeCompare(b.sendLocal ?? '') || (a.sendAt ?? 0) - (b.sendAt ?? 0) || byRank(a, b),
}
