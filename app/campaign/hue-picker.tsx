import { type CSSProperties, useId } from 'react'
import { useCampaignWords } from './campaign-words.ts'

const HUES = Array.from({ length: 12 }, (_, index) => index)

/** One of the twelve colours. */
export function HuePicker({ value, onChange }: { value: number; onChange(hue: number): void }) {
  const t = useCampaignWords()
  const name = useId()
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-dense font-medium">{t('colour')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {HUES.map((hue) => (
          <label
            key={hue}
            className="person flex size-7 cursor-pointer items-center justify-center rounded-full has-checked:ring-2 has-checked:ring-person has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent touch:size-11"
            style={{ '--hue': hue * 30 + 15 } as CSSProperties}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={hue === value}
              onChange={() => onChange(hue)}
              aria-label={t('colourNumber', { number: hue + 1 })}
            />
            <span className="size-5 rounded-full bg-person" />
          </label>
        ))}
      </div>
    </fieldset>
  )
}
