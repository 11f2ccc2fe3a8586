import { ChevronsRightLeft, ListPlus, SquareCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useMay } from '../live/directory.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import type { Board } from './board-context.tsx'
import { foldColumn } from './fold-store.ts'

interface ColumnMenuProps extends TriggerProps {
  column: BoardColumn
  board: Board
}

/** What can be done with a column. */
export function ColumnMenu({ trigger, defaultOpen, column, board }: ColumnMenuProps) {
  const t = useTranslations('board.column')
  const may = useMay()
  const { groupsOf } = board.layout.current
  const ids = [...new Set(groupsOf(column).flatMap((group) => board.cards.group(group)))]
  return (
    <Menu trigger={trigger} defaultOpen={defaultOpen} align="end">
      {may('post:write') ? (
        <MenuItem icon={<SquareCheck />} disabled={!ids.length} onSelect={() => board.selection.add(ids)}>
          {t('selectAll')}
        </MenuItem>
      ) : null}
      <MenuItem icon={<ChevronsRightLeft />} onSelect={() => foldColumn(board.folds, column.key, true)}>
        {t('fold')}
      </MenuItem>
      {may('stage:manage') && column.stage === 'draft' ? (
        <MenuItem icon={<ListPlus />} onSelect={() => board.askStages()}>
          {t('stages')}
        </MenuItem>
      ) : null}
    </Menu>
  )
}
