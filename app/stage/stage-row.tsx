import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { rankBetween } from '#server/post/rank.rules.ts'
import type { WorkingStage } from '#server/stage/working-stage.rules.ts'
import { StageMark } from '../board/stage-mark.tsx'
import { useAct } from '../settings/use-act.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useStageWords } from './stage-words.ts'

export const MAX_NAME = 40
const MAX_LIMIT = 999

interface StageRowProps {
  stage: WorkingStage
  /** all of the team, in order */
  own: readonly WorkingStage[]
  index: number
}

/** One working stage: its name and limit are written in place, its place is changed by steps. */
export function StageRow({ stage: { id, name, limit }, own, index }: StageRowProps) {
  const t = useStageWords()
  const words = useTranslations('board.stage')
  const { busy, run } = useAct()
  const [asking, ask] = useState(false)
  const before = own[index - 1]?.name ?? words('draft')

  function step(by: -1 | 1) {
    const [low, high] = by < 0 ? [own[index - 2], own[index - 1]] : [own[index + 1], own[index + 2]]
    void run('stage.change', { id, rank: rankBetween(low?.rank ?? null, high?.rank ?? null) })
  }
  async function limitTo(text: string): Promise<boolean> {
    const wanted = text ? Math.min(MAX_LIMIT, Math.max(1, Math.round(Number(text)))) : null
    if (wanted === limit || Number.isNaN(wanted)) return false
    return 'done' in (await run('stage.change', { id, limit: wanted }))
  }
  return (
    <li className="flex items-center gap-1.5 py-1 pl-1 max-sm:flex-wrap">
      <StageMark stage="draft" working />
      <Written
        className="min-w-0 flex-1 max-sm:basis-[calc(100%-2rem)]"
        label={t('nameOf', { name })}
        value={name}
        maxLength={MAX_NAME}
        save={async (text) => text !== '' && 'done' in (await run('stage.change', { id, name: text }))}
      />
      <Written
        className="w-24! shrink-0 max-sm:ml-5"
        label={t('limitOf', { name })}
        placeholder={t('noLimit')}
        value={limit === null ? '' : String(limit)}
        numeric
        save={limitTo}
      />
      <span className="flex shrink-0">
        <IconButton
          size="dense"
          label={t('up', { name })}
          icon={<ArrowUp />}
          disabled={index === 0}
          onClick={() => step(-1)}
        />
        <IconButton
          size="dense"
          label={t('down', { name })}
          icon={<ArrowDown />}
          disabled={index === own.length - 1}
          onClick={() => step(1)}
        />
        <IconButton size="dense" label={t('remove', { name })} icon={<Trash2 />} onClick={() => ask(true)} />
      </span>
      {asking ? (
        <ConfirmDialog
          open
          danger
          busy={busy}
          onOpenChange={ask}
          title={t('removeTitle', { name })}
          act={t('removeAct')}
          onConfirm={() => void run('stage.remove', { id }).then(() => ask(false))}
        >
          {t('removeBody', { to: before })}
        </ConfirmDialog>
      ) : null}
    </li>
  )
}

interface WrittenProps {
  label: string
  value: string
  placeholder?: string
  maxLength?: number
  numeric?: boolean
  className?: string
  /** whether it was saved; otherwise what was there stands again */
  save(text: string): Promise<boolean>
}

/** A field that is saved when one leaves it or presses Enter; Esc takes back what was typed. */
function Written({ label, value, placeholder, maxLength, numeric, className, save }: WrittenProps) {
  const [text, setText] = useState(value)
  const saved = useRef(value)
  useEffect(() => {
    saved.current = value
    setText(value)
  }, [value])
  async function leave() {
    const words = text.trim()
    if (words === saved.current) return setText(words)
    if (!(await save(words))) setText(saved.current)
  }
  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.blur()
    } else if (event.key === 'Escape' && text !== saved.current) {
      event.stopPropagation()
      setText(saved.current)
    }
  }
  return (
    <TextField
      dense
      className={className}
      aria-label={label}
      placeholder={placeholder}
      value={text}
      maxLength={maxLength}
      inputMode={numeric ? 'numeric' : undefined}
      autoComplete="off"
      onChange={(event) => setText(numeric ? event.target.value.replace(/\D/g, '') : event.target.value)}
      onBlur={() => void leave()}
      onKeyDown={press}
    />
  )
}
