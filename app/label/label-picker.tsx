import { Plus } from 'lucide-react'
import { useState } from 'react'
import { byName } from '#server/label/label.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Popover } from '../ui/popover.tsx'
import { TextField } from '../ui/text-field.tsx'
import { LabelChip, LabelDot } from './label-chip.tsx'
import { useLabelWords } from './label-words.ts'

const MAX_NAME = 40

interface LabelPickerProps {
  ids: readonly string[]
  mayPlan: boolean
  /** The whole list. */
  onChoose(ids: string[]): void
  /** Puts a label on that is not there yet. */
  onMake(name: string): void
}

/** The labels of a post; chosen from those there are by name, or written down. */
export function LabelPicker({ ids, mayPlan, onChoose, onMake }: LabelPickerProps) {
  const t = useLabelWords()
  const { labels } = useDirectory()
  const mine = ids.flatMap((id) => labels.find((one) => one.id === id) ?? [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: what is chosen, with one button; no form's fieldset
    <div role="group" aria-label={t('onPost')} className="flex min-h-dense flex-wrap items-center gap-1">
      {mine.map((one) => (
        <LabelChip key={one.id} label={one} className="h-5.5" />
      ))}
      {mayPlan ? (
        <Popover
          label={t('choose')}
          className="w-60"
          trigger={<IconButton size="dense" label={t('choose')} icon={<Plus />} />}
        >
          <Choices ids={ids} mayPlan onChoose={onChoose} onMake={onMake} />
        </Popover>
      ) : null}
    </div>
  )
}

/** Finds by typing; Enter takes the label of that name, or makes it. */
function Choices({ ids, onChoose, onMake }: LabelPickerProps) {
  const t = useLabelWords()
  const { labels } = useDirectory()
  const [text, setText] = useState('')
  const words = text.trim()
  const fold = (name: string) => name.normalize('NFC').toLocaleLowerCase()
  const fitting = labels.filter((one) => fold(one.name).includes(fold(words)))
  const same = byName(labels, words)
  const toggle = (id: string) => onChoose(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id])
  function take() {
    if (!words) return
    if (same) toggle(same.id)
    else onMake(words)
    setText('')
  }
  return (
    <div className="flex flex-col gap-1">
      <TextField
        dense
        autoFocus
        aria-label={t('newPlaceholder')}
        placeholder={t('newPlaceholder')}
        value={text}
        maxLength={MAX_NAME}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          take()
        }}
      />
      <ul className="max-h-60 overflow-y-auto">
        {fitting.map((one) => (
          <li key={one.id}>
            <Checkbox checked={ids.includes(one.id)} onChange={() => toggle(one.id)}>
              <span className="flex min-w-0 items-center gap-1.5">
                <LabelDot hue={one.hue} />
                <span className="truncate">{one.name}</span>
              </span>
            </Checkbox>
          </li>
        ))}
      </ul>
      {words && !same ? (
        <button
          type="button"
          onClick={take}
          className="h-control truncate rounded-control px-2 text-left text-dense hover:bg-hover"
        >
          {t('makeNew', { name: words })}
        </button>
      ) : null}
    </div>
  )
}
