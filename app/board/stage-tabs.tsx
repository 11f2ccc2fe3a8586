import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { STAGES, type Stage } from '#server/post/stage.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { Kept } from '../ui/kept.tsx'
import { BoardCarrier, useBoard, useGroup } from './board-context.tsx'
import { StageMark } from './stage-mark.tsx'

/** On a phone one column stands at a time; these change it. */
export function StageTabs({ stage, onChange }: { stage: Stage; onChange(stage: Stage): void }) {
  const t = useTranslations('board')
  const board = useBoard()
  const directory = useDirectory()
  return (
    <Kept
      as="nav"
      by={() => ['stages', stage, ...STAGES.map((name) => board.cards.group(name).length)]}
      aria-label={t('stages')}
      className="flex shrink-0 gap-1 overflow-x-auto px-3 pt-2 pb-1 [scrollbar-width:none] md:hidden"
    >
      <BoardCarrier board={board} directory={directory}>
        {STAGES.map((name) => (
          <StageTab key={name} stage={name} active={name === stage} onChoose={() => onChange(name)} />
        ))}
      </BoardCarrier>
    </Kept>
  )
}

function StageTab({ stage, active, onChoose }: { stage: Stage; active: boolean; onChoose(): void }) {
  const t = useTranslations('board')
  const count = useGroup(stage).length
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [active])
  return (
    <button
      ref={ref}
      type="button"
      aria-pressed={active}
      onClick={onChoose}
      className={cx(
        'flex h-11 shrink-0 items-center gap-1.5 rounded-control px-3 text-dense font-medium whitespace-nowrap',
        active ? 'bg-n4 text-fg' : 'text-muted',
      )}
    >
      <StageMark stage={stage} />
      {t(`stage.${stage}`)}
      <span className="text-meta text-subtle tabular-nums">{count}</span>
    </button>
  )
}
