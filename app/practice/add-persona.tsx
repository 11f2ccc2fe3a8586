import { type FormEvent, useId, useState } from 'react'
import { useLocale } from 'use-intl'
import { act, isActProblem } from '../live/act.ts'
import { Button } from '../ui/button.tsx'
import { describe, Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { usePracticeWords } from './practice-words.ts'

/** Languages one may give somebody: those of the storms and of the classifier first. */
const LANGUAGES = ['en', 'ko', 'es', 'de', 'fr', 'it', 'pt', 'nl', 'ja', 'zh']

/** A handle from a name, as far as it can be: Nora Lind gives nora_lind. */
export const handleFrom = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40)

/** Adds somebody to the audience; gives their id. */
export function AddPersona({ onDone, onCancel }: { onDone(id: string): void; onCancel(): void }) {
  const t = usePracticeWords()
  const locale = useLocale()
  const id = useId()
  const languages = new Intl.DisplayNames(locale, { type: 'language' })
  const [name, setName] = useState('')
  const [typed, setTyped] = useState<string | null>(null)
  const [language, setLanguage] = useState<string>(locale)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const handle = typed ?? handleFrom(name)

  async function save(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    if (!name.trim()) return
    if (!/^[a-z0-9_.-]{1,40}$/i.test(handle)) return setWrong(t('persona.handleWrong'))
    setBusy(true)
    try {
      const made = await act('practice.addPersona', { name: name.trim(), handle, language })
      onDone(made.id)
    } catch (error) {
      setWrong((isActProblem(error) && error.message) || t('say.unreachable'))
      setBusy(false)
    }
  }

  const errors = wrong ? [wrong] : undefined
  return (
    <form onSubmit={save} className="flex flex-col gap-3 p-1">
      <h2 className="font-semibold">{t('persona.addTitle')}</h2>
      <Field id={`${id}n`} label={t('persona.name')}>
        <TextField
          id={`${id}n`}
          value={name}
          maxLength={60}
          required
          autoFocus
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field id={`${id}h`} label={t('persona.handle')} hint={t('persona.handleHint')} errors={errors}>
        <TextField
          value={handle}
          maxLength={40}
          required
          before="@"
          autoCapitalize="off"
          spellCheck={false}
          {...describe(`${id}h`, { errors, hint: true })}
          onChange={(event) => {
            setTyped(event.target.value.trim())
            setWrong(null)
          }}
        />
      </Field>
      <Field id={`${id}l`} label={t('persona.language')}>
        <Select id={`${id}l`} value={language} onChange={(event) => setLanguage(event.target.value)}>
          {LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {languages.of(code)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t('persona.cancel')}</Button>
        <Button type="submit" kind="primary" busy={busy} disabled={!name.trim()}>
          {t('persona.save')}
        </Button>
      </div>
    </form>
  )
}
