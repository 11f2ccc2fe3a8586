import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import type { BoardColumn } from '#server/stage/working-stage.rules.ts'
import { handlerOf, useCommand } from '../shell/command-handlers.ts'
import { tip } from '../ui/tip.ts'
import { useBoard } from './board-context.tsx'
import { Count } from './column-head.tsx'
import { useColumnName } from './column-name.ts'
import { SLID } from './drop-places.ts'
import { columnFold, foldColumn, takeTurned } from './fold-store.ts'
import { StageMark } from './stage-mark.tsx'
import { useDropCards } from './use-drag.ts'

/** Unfolds what hides the place where a post begins, then begins one there. */
export function unfoldAndAdd(unfold: () => void): void {
  unfold()
  requestAnimationFrame(() => requestAnimationFrame(() => handlerOf('post.new')?.()))
}

/** Takes the focus to the first button of what came instead of the strip. */
export function useAfterUnfold<E extends HTMLElement>({ key }: BoardColumn): RefObject<E> {
  const head = useRef<E>(null)
  useEffect(() => {
    if (!takeTurned(key)) return
    requestAnimationFrame(() => head.current?.querySelector('button')?.focus())
  }, [key])
  return head
}

interface FoldedColumnProps {
  column: BoardColumn
  count: number
  mayAdd: boolean
}

/** A folded column: its name and number on a strip that takes cards at its end, and opens it. */
export function FoldedColumn({ column, count, mayAdd }: FoldedColumnProps) {
  const name = useColumnName()(column)
  const section = useRef<HTMLElement>(null)
  useDropAtEnd(section, column, column.key)
  return (
    <section
      ref={section}
      aria-label={name}
      className="flex h-full w-10 shrink-0 flex-col items-center rounded-card bg-n2 data-over:bg-accent-soft max-md:hidden"
    >
      <FoldedHead column={column} count={count} mayAdd={mayAdd} long />
    </section>
  )
}

/** The button of a strip. `long`: it stands upright with the name in it. */
export function FoldedHead({ column, count, mayAdd, long = false }: FoldedColumnProps & { long?: boolean }) {
  const t = useTranslations('board')
  const name = useColumnName()(column)
  const { folds } = useBoard()
  const head = useAfterUnfold<HTMLSpanElement>(column)
  useCommand(
    'post.new',
    mayAdd && column.key === 'idea' ? () => unfoldAndAdd(() => folds.set(columnFold('idea'), false)) : null,
  )
  return (
    <span ref={head} className={long ? 'flex min-h-0 flex-1' : 'contents'}>
      <button
        type="button"
        aria-expanded={false}
        aria-label={t('columnLabel', { stage: name, count })}
        onClick={() => foldColumn(folds, column.key, false)}
        {...(long ? {} : tip(name))}
        className={
          long
            ? 'flex w-10 flex-col items-center gap-2 rounded-card py-2.5 hover:bg-hover'
            : 'flex h-9 w-10 items-center justify-center gap-1 rounded-control hover:bg-hover'
        }
      >
        <StageMark stage={column.stage} working={column.name !== null} />
        {long ? (
          <span className="min-h-0 truncate text-dense font-semibold [writing-mode:vertical-rl]">{name}</span>
        ) : null}
        <Count column={column} count={count} />
      </button>
    </span>
  )
}

/** Lets cards be dropped on something folded: they come to the end of the group. */
export function useDropAtEnd(
  ref: RefObject<HTMLElement | null>,
  column: BoardColumn,
  groupOf: string | ((card: Card) => string),
): void {
  const { acts, selection, tell } = useBoard()
  const place = useMemo(
    () => ({
      over: () => ref.current?.setAttribute('data-over', ''),
      leave: () => ref.current?.removeAttribute('data-over'),
      refuse: () => tell(SLID),
      drop(_y: number, card: Card, from?: string) {
        const group = typeof groupOf === 'string' ? groupOf : groupOf(card)
        const spot = { column, group, from, before: null }
        if (!selection.moveWith(card, spot)) void acts.move(card, spot)
      },
    }),
    [acts, selection, tell, column, groupOf, ref],
  )
  useDropCards(ref, place)
}
