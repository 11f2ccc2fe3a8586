import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Board } from './board-context.tsx'
import { useBulkWords } from './bulk-words.ts'
import { useColumnName } from './column-name.ts'
import { focusCard } from './scroll-to-card.ts'
import { StageMark } from './stage-mark.tsx'

/** Moves a card without dragging: choose the column with arrows and Enter, or its number. */
export function MoveDialog({ board, id, close }: { board: Board; id: string; close(): void }) {
  const t = useTranslations('board')
  const bulk = useBulkWords()
  const nameOf = useColumnName()
  const many = board.selection.taken(id)
  const [seen] = useState(() => board.cards.card(id))
  const [end, setEnd] = useState<'top' | 'bottom'>('top')
  const { columns, groupIn } = board.layout.current
  if (!seen) return null
  // A team's post goes through the stages of its own team.
  const open = columns.filter(
    ({ stage, name, ids }) => stage !== 'published' && (name === null || ids[seen.teamId] !== undefined),
  )
  const here = open.findIndex((column) => board.cards.group(groupIn(column, seen)).includes(id))
  const next = open[Math.min(here + 1, open.length - 1)]

  function go(column: BoardColumn) {
    if (!seen) return
    const group = groupIn(column, seen)
    const before = end === 'top' ? (board.cards.group(group).find((other) => other !== id) ?? null) : null
    close()
    const { groupOf } = board.layout.current
    const spot = { column, group, before }
    const done = board.selection.moveWith(seen, spot) ? Promise.resolve() : board.acts.move(seen, spot)
    void done.then(() => focusCard(id, groupOf(board.cards.card(id)) ?? undefined))
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    const column = open[Number(event.key) - 1]
    if (column) return go(column)
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (!step || !(event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
    const at = buttons.indexOf(event.target) + step
    buttons[(at + buttons.length) % buttons.length]?.focus()
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('move.title')}
      description={many > 1 ? bulk('count', { count: many }) : <bdi>{seen.title}</bdi>}
      size="small"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside */}
      <div className="flex flex-col" onKeyDown={press}>
        {open.map((column, index) => (
          <button
            key={column.key}
            type="button"
            data-autofocus={column === next ? '' : undefined}
            aria-current={index === here ? 'true' : undefined}
            onClick={() => go(column)}
            className="flex h-control items-center gap-2 rounded-control px-2 text-body hover:bg-hover focus-visible:bg-hover aria-current:text-subtle"
          >
            <StageMark stage={column.stage} working={column.name !== null} />
            <span className="min-w-0 flex-1 truncate text-left">{nameOf(column)}</span>
            {index === here ? <span className="text-meta text-subtle">{t('move.here')}</span> : null}
            {index < 9 ? <kbd className="text-meta text-subtle tabular-nums">{index + 1}</kbd> : null}
          </button>
        ))}
      </div>
      <Segmented<'top' | 'bottom'>
        label={t('move.where')}
        className="mt-3"
        value={end}
        onChange={setEnd}
        segments={[
          { value: 'top', label: t('move.top') },
          { value: 'bottom', label: t('move.bottom') },
        ]}
      />
    </Dialog>
  )
}
