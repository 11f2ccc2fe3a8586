import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { zoneName } from '#server/i18n/date-format.rules.ts'
import { asksFirst, resolveSendTime, sendTimeAt, zones } from '#server/time/send-time.rules.ts'
import { TimeLocked } from '../bond/time-locked.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { useClock } from '../ui/clock.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWriteDate, useWriteInZone } from '../ui/use-write-date.ts'
import { useDraftWords } from './draft-words.ts'

export interface SlotChoice {
  local: string
  zone: string
  confirmed: boolean
}

interface ScheduleDialogProps {
  open: boolean
  onClose(): void
  /** The slot so far. */
  slot: { local: string; zone: string } | null
  /** The zone to begin with: that of the channel. */
  zone: string
  /** HQ alone chooses the time. */
  locked: boolean
  /** Whether the reader may send at once, which a time that has passed means. */
  mayPublish: boolean
  /** Resolves when it is scheduled. */
  onSchedule(choice: SlotChoice): Promise<void>
}

/** Asks for date, time and zone; says what the clocks do, and asks again about the past and the next minutes. */
export function ScheduleDialog({
  open,
  onClose,
  slot,
  zone: usual,
  locked,
  mayPublish,
  onSchedule,
}: ScheduleDialogProps) {
  const t = useTranslations()
  const draft = useDraftWords()
  const write = useWriteDate()
  const inZone = useWriteInZone()
  const { me } = useDirectory()
  const now = useClock()
  const tomorrow = () => `${sendTimeAt(now + 86_400_000, usual).local.slice(0, 10)}T09:00`
  const [local, setLocal] = useState(slot?.local ?? tomorrow())
  const [zone, setZone] = useState(slot?.zone ?? usual)
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const time = useMemo(() => {
    try {
      return resolveSendTime(local, zone)
    } catch {
      return null
    }
  }, [local, zone])
  const question = time && asksFirst(time.at, now)
  const refused = question === 'past' && !mayPublish
  const none = locked && slot === null
  const ready = time !== null && !none && !refused && (question === null || sure)
  const words = (at: number, timeZone: string) => inZone(at, 'dayTime', timeZone)
  const clock = (at: number) => write(at, 'time', zone)
  async function send() {
    if (!time || !ready) return
    setBusy(true)
    try {
      await onSchedule({ local: time.local, zone, confirmed: question !== null && sure })
      onClose()
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={draft('time.title')}
      size="small"
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={!ready} onClick={() => void send()}>
            {time ? draft('time.act', { time: clock(time.at) }) : draft('bar.schedule')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {locked ? <TimeLocked none={none} /> : null}
        <Field id="slot-local" label={draft('time.local')}>
          <TextField
            id="slot-local"
            type="datetime-local"
            disabled={locked}
            value={none ? '' : local}
            onChange={(event) => {
              setLocal(event.target.value.slice(0, 16))
              setSure(false)
            }}
          />
        </Field>
        <Field id="slot-zone" label={draft('time.zone')}>
          <Select
            id="slot-zone"
            disabled={locked}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            {[...new Set([usual, me.zone, ...zones()])].map((one) => (
              <option key={one} value={one}>
                {one.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        {time && !none ? (
          <p className="text-dense text-muted">
            {words(time.at, zone)}
            {zoneName(zone, time.at, 'en') === zoneName(me.zone, time.at, 'en') ? null : (
              <span className="block text-subtle">
                {draft('time.instant', { mine: words(time.at, me.zone) })}
              </span>
            )}
          </p>
        ) : none ? null : (
          <p className="text-dense text-subtle">{draft('time.missing')}</p>
        )}
        {time?.notice === 'skippedHour' ? (
          <Banner tone="amber">{draft('time.skipped', { time: clock(time.at) })}</Banner>
        ) : null}
        {time?.notice === 'doubledHour' ? <Banner tone="amber">{draft('time.doubled')}</Banner> : null}
        {question ? (
          <Banner tone="orange">
            <p>{refused ? t('problem.post.nowNeedsPublish') : draft(`time.${question}`)}</p>
            {refused ? null : (
              <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
                {draft('time.confirm')}
              </Checkbox>
            )}
          </Banner>
        ) : null}
      </form>
    </Dialog>
  )
}
