import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import type { TriggerProps } from '../ui/lazy-trigger.tsx'
import { Popover } from '../ui/popover.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useDashboardWords } from './dashboard-words.ts'

export interface OwnDatesProps {
  from: string
  to: string
  onChoose(from: string, to: string): void
}

/** A first and a last day of one's own. */
export function OwnDates({ trigger, defaultOpen, from, to, onChoose }: OwnDatesProps & TriggerProps) {
  const t = useDashboardWords('period')
  const [open, setOpen] = useState(defaultOpen)
  return (
    <Popover trigger={trigger} label={t('own')} open={open} onOpenChange={setOpen}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const form = new FormData(event.currentTarget)
          onChoose(String(form.get('from')), String(form.get('to')))
          setOpen(false)
        }}
      >
        {(['from', 'to'] as const).map((name) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the field is inside
          <label key={name} className="flex flex-col gap-1 text-dense text-muted">
            {t(name)}
            <TextField type="date" name={name} required defaultValue={name === 'from' ? from : to} />
          </label>
        ))}
        <Button type="submit" kind="primary">
          {t('show')}
        </Button>
      </form>
    </Popover>
  )
}
