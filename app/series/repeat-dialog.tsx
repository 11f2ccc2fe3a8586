import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { SeriesChanged } from '#server/series/change-series.ts'
import { nthOf, slotsAhead } from '#server/series/series.rules.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { useDetails } from '../draft/use-details.ts'
import { Button } from '../ui/button.tsx'
import { useClock } from '../ui/clock.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { EndFields } from './end-fields.tsx'
import { endOf, fieldsFor, type RepeatFields, ruleOf } from './repeat-form.ts'
import { useDayNames } from './rule-text.ts'
import { useSeriesWords } from './series-words.ts'
import { useKeptWords } from './use-kept-words.ts'
import { WeekdayFields } from './weekday-fields.tsx'

const FORM = 'repeat'
/** How many of the next days are named. */
const NAMED = 4
const UNITS = ['day', 'week', 'month'] as const

/** Chooses by which rule a post repeats, and names the days it means. */
export function RepeatDialog({ onClose }: { onClose(): void }) {
  const t = useSeriesWords('dialog')
  const write = useWriteDate()
  const names = useDayNames()
  const now = useClock()
  const { run } = useDetails()
  const said = useSaid()
  const post = useDraft((state) => state.data.post)
  const series = useDraft((state) => state.data.series)
  const zone = series?.zone ?? post.sendZone ?? 'UTC'
  const [postDay = '', postTime = ''] = (post.sendLocal ?? '').split('T')
  const firstDay = series?.firstDay ?? postDay
  const [id] = useState(() => newId())
  const [busy, setBusy] = useState(false)
  const [fields, setFields] = useState<RepeatFields>(() =>
    fieldsFor(series, { day: firstDay, time: series?.time ?? postTime }, nthOf(firstDay)),
  )
  const set = (more: Partial<RepeatFields>) => setFields((old) => ({ ...old, ...more }))
  const rule = ruleOf(fields)
  const end = endOf(fields, firstDay)
  const { time } = fields
  const valid = rule !== null && end !== undefined && /^\d\d:\d\d$/.test(time)
  const slots = valid ? slotsAhead({ rule, end, firstDay, time, zone }, now) : []
  const skipped = slots.find((slot) => slot.local.slice(11) !== time)

  async function save() {
    if (!valid || busy) return
    setBusy(true)
    if (series) {
      const answer = await run('series.change', { id: series.id, rule, end, time })
      if (answer) said.changed(answer)
      setBusy(false)
      if (answer) onClose()
      return
    }
    const answer = await run('series.start', { id, postId: post.id, rule, end })
    if (answer) said.started(answer.made)
    setBusy(false)
    if (answer) onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(series ? 'changeTitle' : 'title')}
      description={series?.title ?? post.title}
      size="small"
      footer={
        <Button kind="primary" type="submit" form={FORM} disabled={!valid} busy={busy}>
          {t(series ? 'save' : 'start')}
        </Button>
      }
    >
      <form
        id={FORM}
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          // The dialog stands in the sheet's form of things, not in its text.
          event.stopPropagation()
          void save()
        }}
      >
        <div className="grid grid-cols-[5rem_minmax(0,1fr)] items-end gap-2">
          <Field id="repeat-step" label={t('every')}>
            <TextField
              id="repeat-step"
              type="number"
              min={1}
              max={99}
              value={fields.step}
              onChange={(event) => set({ step: event.target.value })}
            />
          </Field>
          <Field id="repeat-unit" label={t('unit')} labelHidden>
            <Select
              id="repeat-unit"
              value={fields.every}
              onChange={(event) => set({ every: UNITS.find((one) => one === event.target.value) ?? 'week' })}
            >
              {UNITS.map((unit) => (
                <option key={unit} value={unit}>
                  {t(`units.${unit}`, { step: Number(fields.step) || 1 })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {fields.every === 'week' ? (
          <WeekdayFields days={fields.weekdays} onChange={(weekdays) => set({ weekdays })} />
        ) : null}
        {fields.every === 'month' ? (
          <Field id="repeat-monthly" label={t('monthly')}>
            <Select
              id="repeat-monthly"
              value={fields.monthly}
              onChange={(event) => set({ monthly: event.target.value === 'nth' ? 'nth' : 'day' })}
            >
              <option value="day">
                {t(fields.day > 28 ? 'onLast' : 'onDay', { day: String(fields.day) })}
              </option>
              <option value="nth">
                {t('onNth', { nth: String(fields.nth.nth), weekday: names.weekday(fields.nth.weekday) })}
              </option>
            </Select>
          </Field>
        ) : null}
        {series ? (
          <Field id="repeat-time" label={t('time')}>
            <TextField
              id="repeat-time"
              type="time"
              required
              value={time}
              onChange={(event) => set({ time: event.target.value.slice(0, 5) })}
            />
          </Field>
        ) : null}
        <EndFields fields={fields} firstDay={firstDay} set={set} />
        <p className="min-h-10 text-dense text-muted" aria-live="polite">
          {valid && !slots.length ? t('nothing') : null}
          {slots.length
            ? t('next', {
                days: slots
                  .slice(0, NAMED)
                  .map((slot) => write(slot.at, 'day', zone))
                  .join(' · '),
              })
            : null}
          {skipped ? (
            <span className="block text-fg">
              {t('skipped', { day: names.day(skipped.day), time: write(skipped.at, 'time', zone) })}
            </span>
          ) : null}
          {series ? <span className="mt-1 block">{t('replaces')}</span> : null}
        </p>
      </form>
    </Dialog>
  )
}

/** What came of it, in passing. */
function useSaid() {
  const t = useSeriesWords('done')
  const kept = useKeptWords()
  return {
    started: (made: number) => toast({ kind: 'done', title: t('started', { made }) }),
    changed: (answer: SeriesChanged) =>
      toast({
        kind: 'done',
        title: t('changed', { made: answer.made, removed: answer.removed }),
        ...kept(answer),
      }),
  }
}
