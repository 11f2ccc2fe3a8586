import { type FormEvent, useId, useState } from 'react'
import { useLocale } from 'use-intl'
import { STORM_LANGUAGES, type StormLanguage } from '#server/network/practice/phrases.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { usePractice } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'

const MINUTES = [1, 2, 5, 10, 15]

/** Of ten messages, how many complain. */
const MOODS = { kind: 2, mixed: 5, angry: 8 }
type Mood = keyof typeof MOODS

/** What a storm shall be like. */
export function StormDialog({ onClose }: { onClose(): void }) {
  const t = usePracticeWords('storm')
  const tt = usePracticeWords()
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' })
  const id = useId()
  const { page } = usePractice()
  const [messages, setMessages] = useState('60')
  const [minutes, setMinutes] = useState(2)
  const [mood, setMood] = useState<Mood>('angry')
  const [languages, setLanguages] = useState<readonly StormLanguage[]>(STORM_LANGUAGES)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const number = Number(messages)
  const countWrong = !Number.isInteger(number) || number < 1 || number > 2000

  async function start(event: FormEvent) {
    event.preventDefault()
    if (countWrong || !languages.length) return
    setBusy(true)
    setFailed(null)
    try {
      await act('practice.storm', {
        channelId: page.channelId,
        messages: number,
        seconds: minutes * 60,
        languages: [...languages],
        negative: MOODS[mood],
        seed: crypto.getRandomValues(new Uint32Array(1))[0]! >>> 1,
      })
      onClose()
    } catch (error) {
      setFailed((isActProblem(error) && error.message) || tt('say.unreachable'))
      setBusy(false)
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('body', { name: page.profile.name })}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{tt('persona.cancel')}</Button>
          <Button
            type="submit"
            form={id}
            kind="primary"
            busy={busy}
            disabled={countWrong || !languages.length}
          >
            {t('start')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={start} className="flex flex-col gap-4">
        {failed ? (
          <Banner tone="red" urgent>
            {failed}
          </Banner>
        ) : null}
        <div className="flex gap-3">
          <Field
            id={`${id}m`}
            label={t('messages')}
            errors={countWrong ? [t('messagesWrong')] : undefined}
            className="flex-1"
          >
            <TextField
              id={`${id}m`}
              type="number"
              inputMode="numeric"
              min={1}
              max={2000}
              value={messages}
              onChange={(event) => setMessages(event.target.value)}
            />
          </Field>
          <Field id={`${id}t`} label={t('minutes')} className="flex-1">
            <Select
              id={`${id}t`}
              value={minutes}
              onChange={(event) => setMinutes(Number(event.target.value))}
            >
              {MINUTES.map((count) => (
                <option key={count} value={count}>
                  {t('minute', { count })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {countWrong ? null : (
          <p className="-mt-2 text-meta text-subtle">
            {t('rate', { count: Math.max(1, Math.round(number / minutes)) })}
          </p>
        )}
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('mood')}</legend>
          <Segmented<Mood>
            label={t('mood')}
            value={mood}
            onChange={setMood}
            segments={[
              { value: 'kind', label: t('kind') },
              { value: 'mixed', label: t('mixed') },
              { value: 'angry', label: t('angry') },
            ]}
          />
        </fieldset>
        <fieldset>
          <legend className="mb-1 text-dense font-medium">{t('languages')}</legend>
          <div className="grid grid-cols-2">
            {STORM_LANGUAGES.map((code) => (
              <Checkbox
                key={code}
                checked={languages.includes(code)}
                onChange={({ target }) =>
                  setLanguages((now) =>
                    STORM_LANGUAGES.filter((one) => (one === code ? target.checked : now.includes(one))),
                  )
                }
              >
                {names.of(code)}
              </Checkbox>
            ))}
          </div>
          {languages.length ? null : (
            <p role="alert" data-tone="red" className="text-meta text-tone-text">
              {t('languagesWrong')}
            </p>
          )}
        </fieldset>
      </form>
    </Dialog>
  )
}
