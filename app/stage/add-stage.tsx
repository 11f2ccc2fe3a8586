import { Plus } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { useAct } from '../settings/use-act.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { MAX_NAME } from './stage-row.tsx'
import { useStageWords } from './stage-words.ts'

/** Writing one stage after the other down: Enter adds it and waits for the next. */
export function AddStage({ teamId }: { teamId: string }) {
  const t = useStageWords()
  const { busy, run } = useAct()
  const [name, setName] = useState('')
  const field = useRef<HTMLInputElement>(null)
  async function add(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const words = name.trim()
    if (!words || busy) return
    const answer = await run('stage.add', { id: newId(), teamId, name: words })
    if ('done' in answer) setName('')
    field.current?.focus()
  }
  return (
    <form onSubmit={add} className="flex items-center gap-2">
      <TextField
        ref={field}
        data-autofocus=""
        className="min-w-0 flex-1"
        aria-label={t('newName')}
        placeholder={t('newName')}
        value={name}
        maxLength={MAX_NAME}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" icon={<Plus aria-hidden="true" />} busy={busy} disabled={!name.trim()}>
        {t('add')}
      </Button>
    </form>
  )
}
