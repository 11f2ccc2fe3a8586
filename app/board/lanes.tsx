import { useSearchParams } from '@remix-run/react'
import { type RefObject, useMemo } from 'react'
import { useStore } from 'zustand'
import { filterFrom, isFiltering } from '#server/post/filter.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { useBoard } from './board-context.tsx'
import { ColumnHead } from './column-head.tsx'
import { useColumnFolded } from './fold-store.ts'
import { FoldedHead, useAfterUnfold } from './folded-column.tsx'
import { Lane } from './lane.tsx'
import { estimate } from './lane-height.ts'
import { cellOf, NONE, OTHER } from './lanes.rules.ts'
import type { Layout } from './layout.ts'
import { useColumnCount } from './stage-tabs.tsx'

interface LanesProps {
  layout: Layout
  /** the key of the column that a phone shows */
  shown: string
  mayAdd: boolean
  scroller: RefObject<HTMLDivElement | null>
}

/** Lanes that fill this height, px, come with the page; the others when it lives. */
const SCREEN = 900

/** The board cut across: heads of columns and of lanes stay in sight, only lanes near it are drawn. */
export function Lanes({ layout, shown, mayAdd, scroller }: LanesProps) {
  const { cards } = useBoard()
  const { columns, lanes } = layout
  const lively = useLively(layout)
  if (!lanes) return null
  let filled = 0
  const leads = lively.find(({ key }) => key !== OTHER)?.key
  return (
    <>
      <div className="sticky top-0 z-20 flex gap-2 bg-canvas max-md:hidden">
        {columns.map((column) => (
          <HeadOf key={column.key} column={column} layout={layout} mayAdd={mayAdd} />
        ))}
      </div>
      {lively.map(({ key, count }) => {
        const height = estimate(
          columns.map((column) => cards.group(cellOf(key, column.key))),
          cards.card,
        )
        const first = filled < SCREEN
        if (count) filled += height
        return (
          <Lane
            key={key}
            layout={layout}
            lane={key}
            count={count}
            height={height}
            first={first}
            leads={key === leads}
            shown={shown}
            mayAdd={mayAdd}
            scroller={scroller}
          />
        )
      })}
    </>
  )
}

interface HeadOfProps {
  column: Layout['columns'][number]
  layout: Layout
  mayAdd: boolean
}

function HeadOf({ column, layout, mayAdd }: HeadOfProps) {
  const count = useColumnCount(column, layout)
  const folded = useColumnFolded(column.key)
  const head = useAfterUnfold<HTMLDivElement>(column)
  if (folded)
    return (
      <div className="w-10 shrink-0">
        <FoldedHead column={column} count={count} mayAdd={mayAdd} />
      </div>
    )
  return (
    <div ref={head} className="hover-area flex h-9 w-74 shrink-0 grow items-center gap-2 px-2">
      <ColumnHead column={column} count={count} add={null} />
    </div>
  )
}

/** The lanes with how many cards stand in each: first those with any, then, unless it is filtered, where some could go. */
function useLively({ lanes, columns }: Layout): { key: string; count: number }[] {
  const { cards } = useBoard()
  const { members } = useDirectory()
  const [params] = useSearchParams()
  const filtering = isFiltering(filterFrom(params))
  const counts = useStore(cards.store, ({ groups }) =>
    (lanes?.keys ?? [])
      .map((lane) => columns.reduce((sum, { key }) => sum + (groups[cellOf(lane, key)]?.length ?? 0), 0))
      .join(' '),
  )
  return useMemo(() => {
    const numbers = counts.split(' ').map(Number)
    const all = (lanes?.keys ?? []).map((key, index) => ({ key, count: numbers[index] ?? 0 }))
    const gone = new Set(
      lanes?.kind === 'assignee' ? members.filter((one) => one.gone).map(({ id }) => id) : [],
    )
    const open = ({ key }: { key: string }) =>
      !filtering && key !== OTHER && !(key === NONE && lanes?.kind === 'team') && !gone.has(key)
    return [...all.filter(({ count }) => count > 0), ...all.filter((one) => one.count === 0 && open(one))]
  }, [counts, lanes, filtering, members])
}
