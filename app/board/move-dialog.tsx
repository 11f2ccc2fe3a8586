import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { STAGES, type Stage, stageIndex } from '#server/post/stage.rules.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Board } from './board-context.tsx'
import { focusCard } from './scroll-to-card.ts'
import { StageMark } from './stage-mark.tsx'

/** Moves a card without dragging: choose the stage with arrows and Enter, or its number. */
export function MoveDialog({ board, id, close }: { board: Board; id: string; close(): void }) {
  const t = useTranslations('board')
  const [seen] = useState(() => board.cards.card(id))
  const [end, setEnd] = useState<'top' | 'bottom'>('top')
  if (!seen) return null
  const stages = STAGES.filter((stage) => stage !== 'published')
  const next = stages[Math.min(stageIndex(seen.stage) + 1, stages.length - 1)]

  function go(stage: Stage) {
    if (!seen) return
    const before = end === 'top' ? (board.cards.group(stage).find((other) => other !== id) ?? null) : null
    close()
    void board.acts.move(seen, { stage, before }).then(() => focusCard(id, board.cards.card(id)?.stage))
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    const stage = stages[Number(event.key) - 1]
    if (stage) return go(stage)
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
      description={seen.title}
      size="small"
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside */}
      <div className="flex flex-col" onKeyDown={press}>
        {stages.map((stage, index) => (
          <button
            key={stage}
            type="button"
            data-autofocus={stage === next ? '' : undefined}
            aria-current={stage === seen.stage ? 'true' : undefined}
            onClick={() => go(stage)}
            className="flex h-control items-center gap-2 rounded-control px-2 text-body hover:bg-hover focus-visible:bg-hover aria-current:text-subtle"
          >
            <StageMark stage={stage} />
            <span className="flex-1 text-left">{t(`stage.${stage}`)}</span>
            {stage === seen.stage ? <span className="text-meta text-subtle">{t('move.here')}</span> : null}
            <kbd className="text-meta text-subtle tabular-nums">{index + 1}</kbd>
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
