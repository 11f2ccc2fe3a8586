import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { MAX_VIEW_NAME, type ViewFace } from '#server/view/view.rules.ts'
import { useAct } from '../settings/use-act.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'

/** Calls a saved view something else, where its name stands. */
export function RenameView({ view, close }: { view: ViewFace; close(): void }) {
  const t = useTranslations('view')
  const { busy, run } = useAct()
  const [name, setName] = useState(view.name)
  const field = useRef<HTMLInputElement>(null)
  // The menu it was chosen in gives the focus away as it closes.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.select())
    return () => cancelAnimationFrame(frame)
  }, [])
  async function save() {
    const next = name.trim()
    if (!next) return
    const answer = next === view.name ? { done: view } : await run('view.change', { id: view.id, name: next })
    if ('done' in answer) close()
  }
  return (
    <form
      aria-label={t('rename')}
      className="flex min-w-0 flex-1 items-center gap-1 p-1"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        ref={field}
        dense
        aria-label={t('name')}
        value={name}
        maxLength={MAX_VIEW_NAME}
        onChange={(event) => setName(event.target.value)}
      />
      <IconButton
        size="dense"
        type="submit"
        label={t('renameAct')}
        icon={<Check />}
        disabled={busy || !name.trim()}
      />
    </form>
  )
}
