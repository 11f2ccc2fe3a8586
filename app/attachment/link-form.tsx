import { useId, useState } from 'react'
import { v7 as newId } from 'uuid'
import { MAX_NAME, webAddress } from '#server/attachment/attachment.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { Button } from '../ui/button.tsx'
import { describe, Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useAttachmentWords } from './attachment-words.ts'

/** Writes a link down. What is no web address is said before it is sent. */
export function LinkForm({ close }: { close(): void }) {
  const t = useAttachmentWords()
  const { run } = useDetails()
  const postId = useDraft((state) => state.data.post.id)
  const [url, setUrl] = useState('')
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState(false)
  const ids = { url: useId(), name: useId() }
  const errors = wrong ? [t('urlWrong')] : []

  async function attach() {
    if (webAddress(url.trim()) === null) return setWrong(true)
    const title = name.trim()
    const input = { id: newId(), postId, url: url.trim(), ...(title ? { name: title } : {}) }
    if (await run('attachment.addLink', input)) close()
  }
  return (
    <form
      className="mt-1 flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void attach()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
    >
      <Field id={ids.url} label={t('url')} errors={errors}>
        <TextField
          {...describe(ids.url, { errors })}
          dense
          autoFocus
          inputMode="url"
          autoComplete="off"
          placeholder={t('urlPlaceholder')}
          value={url}
          maxLength={2000}
          onChange={(event) => {
            setUrl(event.target.value)
            setWrong(false)
          }}
        />
      </Field>
      <Field id={ids.name} label={t('name')} optional>
        <TextField
          id={ids.name}
          dense
          value={name}
          maxLength={MAX_NAME}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <div className="flex justify-end gap-1.5">
        <Button size="dense" kind="quiet" onClick={close}>
          {t('cancel')}
        </Button>
        <Button size="dense" kind="primary" type="submit" disabled={!url.trim()}>
          {t('attach')}
        </Button>
      </div>
    </form>
  )
}
