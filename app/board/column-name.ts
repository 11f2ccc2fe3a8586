import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'

/** What a column is called: a team's own word, or the built-in stage's. */
export function useColumnName(): (column: Pick<BoardColumn, 'name' | 'stage'>) => string {
  const t = useTranslations('board.stage')
  return ({ name, stage }) => name ?? t(stage)
}
