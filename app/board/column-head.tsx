import { Ellipsis, Plus, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { tip } from '../ui/tip.ts'
import { useBoard } from './board-context.tsx'
import { useColumnName } from './column-name.ts'
import { useLoad } from './stage-load.ts'
import { StageMark } from './stage-mark.tsx'

interface ColumnHeadProps {
  column: BoardColumn
  count: number
  /** begins a post here; null: nobody can */
  add: (() => void) | null
}

/** What a column is, how much stands in it and what can be done with it. */
export function ColumnHead({ column, count, add }: ColumnHeadProps) {
  const t = useTranslations('board')
  const name = useColumnName()(column)
  return (
    <>
      <StageMark stage={column.stage} working={column.name !== null} />
      <h2 className="truncate text-dense font-semibold">{name}</h2>
      <Count column={column} count={count} />
      <span className="ml-auto flex shrink-0 max-md:hidden">
        <ColumnMenuButton column={column} name={name} />
        {add ? (
          <IconButton
            label={t('addIn', { stage: name })}
            icon={<Plus />}
            size="dense"
            keys={column.key === 'idea' ? 'n' : undefined}
            onClick={add}
          />
        ) : null}
      </span>
    </>
  )
}

function ColumnMenuButton({ column, name }: { column: BoardColumn; name: string }) {
  const t = useTranslations('board.column')
  const board = useBoard()
  return (
    <LazyTrigger
      button={
        <IconButton
          label={t('menu', { name })}
          icon={<Ellipsis />}
          size="dense"
          className="opacity-0 area-hover:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100 touch:opacity-100"
        />
      }
      load={async () => {
        const { ColumnMenu } = await import('./column-menu.tsx')
        return (props) => <ColumnMenu {...props} column={column} board={board} />
      }}
    />
  )
}

/** The number of cards; with a limit how full it is, which at the limit is said with a mark too. */
export function Count({ column, count }: { column: BoardColumn; count: number }) {
  const t = useTranslations('board.column')
  const { teams } = useDirectory()
  const loads = useLoad(column)
  const full = loads.filter(({ standing, limit }) => standing >= limit)
  const [only] = loads
  const alone = only && Object.keys(column.ids).length === 1 ? only : null
  const words = full.map(({ teamId, standing, limit }) =>
    t(standing > limit ? 'over' : 'full', {
      team: teams.find(({ id }) => id === teamId)?.name ?? '',
      standing,
      limit,
    }),
  )
  return (
    <span
      data-tone={full.length ? 'amber' : undefined}
      className={cx(
        'flex shrink-0 items-center gap-1 text-dense tabular-nums [&_svg]:size-3.5',
        full.length ? 'text-tone-text' : 'text-subtle',
      )}
      {...(words.length ? tip(words.join(' ')) : {})}
    >
      {alone ? `${alone.standing}/${alone.limit}` : count}
      {full.length ? <TriangleAlert role="img" aria-label={words.join(' ')} /> : null}
    </span>
  )
}
