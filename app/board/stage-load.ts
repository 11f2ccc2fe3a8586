import { useStore } from 'zustand'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn, WorkingStage } from '#server/stage/working-stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { useBoard } from './board-context.tsx'

/** How many posts of a team stand in a stage that has a limit. */
export interface Load {
  teamId: string
  standing: number
  limit: number
}

/**
 * The limits of a column with what stands there, whatever the filters hide, as one text: it can be compared, and kept
 * pieces are named by it. Empty without a limit.
 */
export function loadOf(cards: Iterable<Card>, column: BoardColumn, stages: readonly WorkingStage[]): string {
  const limited = stages.filter(({ id, teamId, limit }) => limit !== null && column.ids[teamId] === id)
  if (!limited.length) return ''
  const counts = new Map(limited.map(({ id }) => [id, 0]))
  for (const { stage, workingId } of cards) {
    const count = stage === 'draft' && workingId ? counts.get(workingId) : undefined
    if (workingId && count !== undefined) counts.set(workingId, count + 1)
  }
  return limited.map(({ id, teamId, limit }) => `${teamId} ${counts.get(id)} ${limit}`).join(',')
}

/** What `loadOf` wrote. */
export const readLoad = (text: string): Load[] =>
  text
    ? text.split(',').map((one) => {
        const [teamId = '', standing, limit] = one.split(' ')
        return { teamId, standing: Number(standing), limit: Number(limit) }
      })
    : []

/** The limits of a column and how full they are; wakes only when a number changes. */
export function useLoad(column: BoardColumn): Load[] {
  const { cards } = useBoard()
  const { stages } = useDirectory()
  return readLoad(useStore(cards.store, (state) => loadOf(state.cards.values(), column, stages)))
}
