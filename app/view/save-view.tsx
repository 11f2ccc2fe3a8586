import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { v7 as newId } from 'uuid'
import { MAX_VIEW_NAME } from '#server/view/view.rules.ts'
import { useMay } from '../live/directory.tsx'
import { useAct } from '../settings/use-act.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'

/** Keeps the filters of now under a name. */
export function SaveView({ query, close }: { query: string; close(): void }) {
  const t = useTranslations('view')
  const mayShare = useMay()('post:write')
  const { busy, run } = useAct()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  async function save() {
    const title = name.trim()
    if (!title) return
    const answer = await run('view.save', { id: newId(), name: title, query, shared })
    if (!('done' in answer)) return
    toast({ kind: 'done', title: t('saved', { name: title }) })
    close()
  }
  return (
    <form
      aria-label={t('saveTitle')}
      className="flex flex-col gap-1 p-1"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        dense
        autoFocus
        aria-label={t('name')}
        placeholder={t('name')}
        value={name}
        maxLength={MAX_VIEW_NAME}
        onChange={(event) => setName(event.target.value)}
      />
      {mayShare ? (
        <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
          {t('share')}
        </Checkbox>
      ) : null}
      <Button kind="primary" size="dense" type="submit" busy={busy} disabled={!name.trim()}>
        {t('saveAct')}
      </Button>
    </form>
  )
}
