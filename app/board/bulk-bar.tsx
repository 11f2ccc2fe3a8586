import { Archive, CalendarClock, ChevronDown, MoveRight, Tag, Tags, UserRound, X } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LabelDot } from '../label/label-chip.tsx'
import { inTeam, useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuCheck, MenuChoice, MenuItem } from '../ui/menu.tsx'
import type { Board } from './board-context.tsx'
import { useBulkWords } from './bulk-words.ts'
import { chosenIntoLane, chosenMove } from './chosen-move.ts'
import { useColumnName } from './column-name.ts'
import { DueDialog } from './due-dialog.tsx'
import { RefusedDialog } from './refused-dialog.tsx'
import { focusCard } from './scroll-to-card.ts'
import { StageMark } from './stage-mark.tsx'
import { stayNear } from './stay-near.ts'
import { useBulk } from './use-bulk.ts'

const NOBODY = ''

/** On a phone all acts stand in one row under the count: the word is under its icon. */
const stacked =
  'max-sm:h-13 max-sm:min-w-11 max-sm:flex-auto max-sm:flex-col max-sm:gap-0.5 max-sm:px-0.5 max-sm:text-[0.6875rem]'

/** What can be done with the cards that are chosen: one act, one answer, one undo. */
export function BulkBar({ board, ids }: { board: Board; ids: readonly string[] }) {
  const t = useTranslations()
  const bulk = useBulkWords()
  const { campaigns, labels, members } = useDirectory()
  const { act, refused, dismiss } = useBulk(board)
  const [asking, setAsking] = useState(false)
  const nameOf = useColumnName()
  const { columns } = board.layout.current
  const chosen = ids.flatMap((id) => board.cards.card(id) ?? [])
  const people = members.filter(
    ({ gone, reads }) => !gone && chosen.every((card) => inTeam(reads.posts, card.teamId)),
  )
  const run = (action: Parameters<typeof act>[1]) => void act(ids, action)
  const bar = useRef<HTMLDivElement>(null)
  const clear = () => {
    const back = bar.current?.contains(document.activeElement) && board.focus.current()
    board.selection.clear()
    if (back) focusCard(back, undefined)
  }
  useEscape(ids.length > 0, clear)
  useEffect(() => {
    const { cards, layout, selection } = board
    selection.setMover((card, spot) => {
      const meant = spot.onHead ? chosenIntoLane : chosenMove
      const move = meant(cards, layout.current, selection.ids(), card, spot)
      if (move) void act(move.ids, move.action, move.shows)
      return move !== null
    })
    return () => selection.setMover(null)
  })
  const on = (labelId: string) => chosen.every((card) => card.labels.includes(labelId))
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={bulk('bar')}
        className="pointer-events-auto mx-auto flex max-w-full flex-wrap items-center gap-1 rounded-dialog bg-overlay p-1.5 shadow-menu max-sm:gap-x-0"
      >
        <span role="status" className="px-2 text-dense font-medium tabular-nums max-sm:flex-1">
          {bulk('count', { count: ids.length })}
        </span>
        <IconButton size="dense" label={bulk('clear')} keys="escape" icon={<X />} onClick={clear} />
        <span className="w-full sm:mx-0.5 sm:h-4 sm:w-px sm:bg-line" aria-hidden="true" />
        <Choice icon={<MoveRight />} label={bulk('move')}>
          {columns
            .filter(({ stage }) => stage !== 'published')
            .map((column) => (
              <MenuItem
                key={column.key}
                icon={<StageMark stage={column.stage} working={column.name !== null} />}
                onSelect={() =>
                  run({ kind: 'move', stage: column.stage, workingIds: Object.values(column.ids) })
                }
              >
                {nameOf(column)}
              </MenuItem>
            ))}
        </Choice>
        {labels.length ? (
          <Choice icon={<Tags />} label={bulk('label')}>
            {labels.map(({ id, name, hue }) => (
              <MenuCheck
                key={id}
                checked={on(id)}
                onChange={(add) => run({ kind: 'change', [add ? 'addLabelIds' : 'removeLabelIds']: [id] })}
              >
                <span className="flex items-center gap-1.5">
                  <LabelDot hue={hue} />
                  {name}
                </span>
              </MenuCheck>
            ))}
          </Choice>
        ) : null}
        <Choice icon={<UserRound />} label={bulk('assign')}>
          <MenuChoice
            value={same(chosen.map((card) => card.assigneeId ?? NOBODY))}
            onChange={(value) => run({ kind: 'change', assigneeId: value || null })}
            options={[
              { value: NOBODY, label: t('board.filter.nobody') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Choice>
        <Choice icon={<Tag />} label={bulk('campaign')}>
          <MenuChoice
            value={same(chosen.map((card) => card.campaignId ?? NOBODY))}
            onChange={(value) => run({ kind: 'change', campaignId: value || null })}
            options={[
              { value: NOBODY, label: t('board.filter.noCampaign') },
              ...campaigns.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Choice>
        <Button
          kind="quiet"
          size="dense"
          className={stacked}
          icon={<CalendarClock />}
          onClick={() => setAsking(true)}
        >
          {bulk('due')}
        </Button>
        <Button
          kind="quiet"
          size="dense"
          className={stacked}
          icon={<Archive />}
          onClick={() => {
            const goOn = stayNear(board, ids, bar.current)
            void act(ids, { kind: 'archive' }).then(goOn)
          }}
        >
          {bulk('archive')}
        </Button>
      </div>
      {asking ? (
        <DueDialog
          count={ids.length}
          close={() => setAsking(false)}
          onChoose={(due) => run({ kind: 'change', due })}
        />
      ) : null}
      {refused ? <RefusedDialog {...refused} close={dismiss} /> : null}
    </>
  )
}

/** Esc, wherever the keyboard is, unless something else is meant by it: a menu, a dialog, a field. */
function useEscape(on: boolean, then: () => void): void {
  const now = useRef(then)
  now.current = then
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return
      if (!event.target.closest('[role=dialog], [role=menu], input, textarea, [contenteditable]'))
        now.current()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}

/** What all of them have; a value that nobody has when they differ. */
const same = (values: readonly string[]): string =>
  values.every((one) => one === values[0]) ? (values[0] ?? NOBODY) : 'differ'

function Choice({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <Menu
      side="top"
      trigger={
        <Button kind="quiet" size="dense" className={stacked} icon={icon}>
          {label}
          <ChevronDown className="max-sm:hidden" aria-hidden="true" />
        </Button>
      }
    >
      {children}
    </Menu>
  )
}
