import { byRank } from '../post/rank.rules.ts'
import { STAGES, type Stage } from '../post/stage.rules.ts'

/** Stages that a team has added between draft and review. Approval never asks for them: to it all of it is draft. */
export const MAX_WORKING_STAGES = 12

export interface WorkingStage {
  id: string
  teamId: string
  name: string
  /** Fractional index among the team's. */
  rank: string
  limit: number | null
}

/** A column of the board: a built-in stage, or the working stages of one name, at most one of each team. */
export interface BoardColumn {
  /** The built-in stage, or `w:` and the folded name. */
  key: string
  stage: Stage
  /** The team's word for it; null: the built-in one. */
  name: string | null
  /** The working stage of each team that has one of this name. */
  ids: Readonly<Record<string, string>>
}

/** What two names have in common that count as one, whatever their case. */
export const foldStage = (name: string): string => name.normalize('NFC').toLocaleLowerCase('en')
const keyOf = (name: string): string => `w:${foldStage(name)}`

/**
 * The columns of a board of several teams: idea, draft, the working stages, then review and what follows. Stages of the
 * same name are one column. It stands as early as any team that has it demands, behind what precedes it in that team.
 * The team that had stages first goes first, and its way of writing a name is the column's: ranks of two teams say nothing
 * about each other.
 */
export function columnsOf(stages: readonly WorkingStage[]): BoardColumn[] {
  const oldestFirst = [...stages].sort((a, b) => (a.id < b.id ? -1 : 1))
  const byTeam = [...Map.groupBy(oldestFirst, (one) => one.teamId).values()].map((list) => list.sort(byRank))
  const working = new Map<string, BoardColumn & { ids: Record<string, string> }>()
  for (const list of byTeam)
    for (const { id, teamId, name } of list) {
      const key = keyOf(name)
      const column = working.get(key) ?? { key, stage: 'draft', name, ids: {} }
      column.ids[teamId] = id
      working.set(key, column)
    }
  const orders = byTeam.map((list) => list.map((one) => keyOf(one.name)))
  const middle = inOneOrder(orders).flatMap((key) => working.get(key) ?? [])
  return STAGES.flatMap((stage) => {
    const own: BoardColumn = { key: stage, stage, name: null, ids: {} }
    return stage === 'draft' ? [own, ...middle] : [own]
  })
}

/** Merges lists so that each keeps its order where the others allow; where they contradict, the first list counts. */
function inOneOrder(lists: readonly string[][]): string[] {
  const merged: string[] = []
  for (const list of lists) {
    let at = 0
    for (const key of list) {
      const found = merged.indexOf(key)
      if (found < 0) merged.splice(at++, 0, key)
      else at = Math.max(at, found + 1)
    }
  }
  return merged
}

/** The key of the column a card stands in. A working stage that is not known (any more) counts as plain draft. */
export function columnOf(
  { stage, workingId }: { stage: Stage; workingId?: string | null },
  names: ReadonlyMap<string, string>,
): string {
  const name = stage === 'draft' && workingId ? names.get(workingId) : undefined
  return name === undefined ? stage : keyOf(name)
}

/** Whether one post more would be one too many. */
export const isFull = (limit: number | null, standing: number): boolean => limit !== null && standing >= limit

/** Where the posts of a stage go when it is removed: to the stage before it, or to plain draft (null). */
export function neighbourOf(stages: readonly WorkingStage[], id: string): string | null {
  const gone = stages.find((one) => one.id === id)
  const own = stages.filter((one) => one.teamId === gone?.teamId).sort(byRank)
  return own[own.findIndex((one) => one.id === id) - 1]?.id ?? null
}
