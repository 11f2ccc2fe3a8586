import { Plus } from 'lucide-react'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import type { Stage } from '#server/post/stage.rules.ts'
import { useDocument } from '../document.tsx'
import { useDirectory } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, factsOf, useBoard, useGroup } from './board-context.tsx'
import { CardList } from './card-list.tsx'
import { justDropped } from './glide.ts'
import { QuickAdd } from './quick-add.tsx'
import { StageMark } from './stage-mark.tsx'
import { useDropCards } from './use-drag.ts'

interface ColumnProps {
  stage: Stage
  /** the one that a phone shows */
  shown: boolean
  /** may somebody write here at all */
  mayAdd: boolean
}

const starts = (stage: Stage): stage is 'idea' | 'draft' => stage === 'idea' || stage === 'draft'

/** One stage: its cards in order, a place to drop and, where posts begin, a place to write one down. */
export const Column = memo(function Column({ stage, shown, mayAdd }: ColumnProps) {
  const t = useTranslations('board')
  const ids = useGroup(stage)
  const board = useBoard()
  const directory = useDirectory()
  const { now } = useDocument()
  const addable = mayAdd && starts(stage) ? stage : null
  return (
    <Kept
      as="section"
      by={() => ['column', stage, mayAdd, ...factsOf(board, directory, ids, now)]}
      aria-label={t('columnLabel', { stage: t(`stage.${stage}`), count: ids.length })}
      className={cx(
        'group/column flex h-full min-h-0 w-74 shrink-0 grow flex-col max-md:w-full',
        !shown && 'max-md:hidden',
      )}
    >
      <BoardCarrier board={board} directory={directory}>
        <Content stage={stage} ids={ids} addable={addable} />
      </BoardCarrier>
    </Kept>
  )
})

interface ContentProps {
  stage: Stage
  ids: readonly string[]
  /** the same stage when posts can be begun here */
  addable: 'idea' | 'draft' | null
}

function Content({ stage, ids, addable }: ContentProps) {
  const t = useTranslations('board')
  const scroller = useRef<HTMLDivElement>(null)
  const { adding, begin, end, button } = useAdding()
  const line = useDropLine(scroller, stage)
  useCommand('post.new', addable === 'idea' ? begin : null)
  return (
    <>
      <header className="flex h-9 items-center gap-2 px-2 max-md:sr-only">
        <StageMark stage={stage} />
        <h2 className="text-dense font-semibold">{t(`stage.${stage}`)}</h2>
        <span className="text-dense text-subtle tabular-nums">{ids.length}</span>
        {addable ? (
          <IconButton
            label={t('addIn', { stage: t(`stage.${stage}`) })}
            icon={<Plus />}
            size="dense"
            keys={stage === 'idea' ? 'n' : undefined}
            className="ml-auto max-md:hidden"
            onClick={begin}
          />
        ) : null}
      </header>
      <div
        ref={scroller}
        data-group={stage}
        className="relative min-h-0 flex-1 overflow-y-auto rounded-card px-1 pt-2.5 pb-4 transition-colors duration-120 [scrollbar-width:thin] data-over:bg-accent-soft/60"
      >
        <div
          ref={line}
          className="pointer-events-none absolute inset-x-1 top-0 z-10 hidden h-0.5 rounded-full bg-accent"
        />
        <CardList ids={ids} scroller={scroller} stage={stage} />
        {ids.length === 0 && !adding ? (
          <p className="px-3 py-6 text-center text-meta text-balance text-subtle">
            {t(`stageHint.${stage}`)}
          </p>
        ) : null}
        {addable ? (
          adding ? (
            <QuickAdd stage={addable} close={end} />
          ) : (
            <button
              ref={button}
              type="button"
              onClick={begin}
              className="mt-1.5 flex h-control w-full items-center gap-1.5 rounded-control px-2 text-dense text-subtle transition-colors duration-120 hover:bg-hover hover:text-fg [&_svg]:size-4"
            >
              <Plus aria-hidden="true" />
              {t('add')}
            </button>
          )
        ) : null}
      </div>
    </>
  )
}

/** Writing a post down: begun from anywhere, and when it ends the keyboard is where it was. */
function useAdding() {
  const [adding, setAdding] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef<Element | null>(null)
  const ended = useRef(false)
  useEffect(() => {
    if (adding || !ended.current) return
    ended.current = false
    const from = before.current
    // The button below the cards makes room for the field, so it is another one by now.
    const to =
      from instanceof HTMLElement && from.isConnected && from !== document.body ? from : button.current
    to?.focus({ preventScroll: true })
  }, [adding])
  return {
    adding,
    button,
    begin() {
      if (!adding) before.current = document.activeElement
      setAdding(true)
    },
    end() {
      ended.current = true
      setAdding(false)
    },
  }
}

/** The line where a dragged card would go in, drawn without React; and the drop itself. */
function useDropLine(scroller: React.RefObject<HTMLDivElement | null>, stage: Stage) {
  const { cards, acts } = useBoard()
  const line = useRef<HTMLDivElement>(null)
  const place = useMemo(
    () => ({
      over(y: number, card: Card) {
        const list = scroller.current
        if (!list || !line.current) return
        list.dataset.over = ''
        const { top } = spotAt(list, y, card.id)
        line.current.style.display = 'block'
        line.current.style.translate = `0 ${top}px`
      },
      leave() {
        delete scroller.current?.dataset.over
        if (line.current) line.current.style.display = 'none'
      },
      drop(y: number, card: Card) {
        if (!scroller.current) return
        const { before } = spotAt(scroller.current, y, card.id)
        justDropped(card.id)
        void acts.move(card, {
          stage,
          before: before ?? after(cards.group(stage), scroller.current, card.id),
        })
      },
    }),
    [cards, acts, stage, scroller],
  )
  useDropCards(scroller, place)
  return line
}

/** Before which card a pointer at this height means, and where that is within the list, px. */
function spotAt(list: HTMLElement, y: number, dragged: string): { before: string | null; top: number } {
  const own = list.getBoundingClientRect()
  const inside = (at: number) => at - own.top + list.scrollTop
  let bottom = own.top + 8
  for (const element of list.querySelectorAll<HTMLElement>('[data-card]')) {
    const box = element.getBoundingClientRect()
    if (element.dataset.card !== dragged && y < box.top + box.height / 2)
      return { before: element.dataset.card ?? null, top: inside((bottom + box.top) / 2) }
    bottom = box.bottom
  }
  return { before: null, top: inside(bottom + 4) }
}

/** Below the last card that is drawn of a long list comes the next one that is not. */
function after(ids: readonly string[], list: HTMLElement, dragged: string): string | null {
  const drawn = [...list.querySelectorAll<HTMLElement>('[data-card]')].at(-1)?.dataset.card
  const next = drawn === undefined ? null : (ids[ids.indexOf(drawn) + 1] ?? null)
  return next === dragged ? null : next
}
