import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { isForeign } from '#server/i18n/date-format.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import { isZone, resolveSendTime, sendTimeAt, zones } from '#server/time/send-time.rules.ts'
import { TimeLocked } from '../bond/time-locked.tsx'
import { useTimeLock } from '../bond/use-time-lock.ts'
import { BestTimes } from '../channel/best-times.tsx'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { useClock } from '../ui/clock.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import type { Board } from './board-context.tsx'
import { slotChoices } from './slot-choice.ts'

interface TimeDialogProps {
  board: Board
  /** a card, or one of its slots */
  id: string
  /** Schedules the post when its time is chosen. */
  schedule: boolean
  close(): void
}

const FORM = 'send-time'

/** Chooses when a post, or some channels of it, go out: zone, my time beside it, what the clocks do at that hour. */
export function TimeDialog({ board, id, schedule, close }: TimeDialogProps) {
  const t = useTranslations('board.time')
  const ui = useTranslations('ui')
  const problem = useTranslations('problem.post')
  const may = useMay()
  const write = useWriteDate()
  const list = useListFormat()
  const { teams, channels, me } = useDirectory()
  const [seen] = useState(() => board.cards.card(cardIdOf(id)))
  const [choices] = useState(() => (seen ? slotChoices(seen) : []))
  const [chosen, choose] = useState(() => choices.find((one) => one.id === id) ?? choices[0])
  const team = teams.find((one) => one.id === seen?.teamId)
  const usual = chosen?.slot.sendZone ?? team?.zone ?? me.zone
  const [local, setLocal] = useState(() => chosen?.slot.sendLocal ?? tomorrow(usual))
  const [zone, setZone] = useState(usual)
  const locked = useTimeLock(cardIdOf(id))
  const now = useClock()
  if (!seen || !chosen) return null
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && isZone(zone) ? resolveSendTime(local, zone) : null
  // With a slot, a time that has passed means "at once".
  const sends = schedule || seen.stage === 'scheduled'
  const refused = sends && time !== null && time.at <= now && !may('post:publish', seen.teamId)
  const foreign = time !== null && isForeign(zone, me.zone, time.at)
  const channelId = (chosen.channelIds ?? seen.channelIds)[0]
  const apart = seen.own?.some((one) => chosen.channelIds?.includes(one.channelId)) ?? false
  const names = (ids: readonly string[]) =>
    list(ids.map((one) => channels.find((channel) => channel.id === one)?.name ?? ''))

  function take(next: string) {
    const choice = choices.find((one) => one.id === next)
    if (!choice) return
    choose(choice)
    if (choice.slot.sendLocal) setLocal(choice.slot.sendLocal)
    if (choice.slot.sendZone) setZone(choice.slot.sendZone)
  }
  async function save() {
    if (!time || refused || !seen || !chosen) return
    if (locked && !schedule) return
    close()
    const at = { local: time.local, zone }
    if (chosen.channelIds) await board.acts.retime(chosen.slot, at)
    else await (schedule ? board.acts.schedule(seen, at) : board.acts.reschedule(seen, at))
  }
  function remove() {
    close()
    if (!seen || !chosen) return
    void (chosen.channelIds ? board.acts.retime(chosen.slot, null) : board.acts.reschedule(seen, null))
  }
  const removable = chosen.channelIds
    ? apart
    : seen.sendAt !== null && seen.stage !== 'scheduled' && !schedule

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={t('title')}
      description={seen.title}
      size="small"
      footer={
        <>
          {removable && !locked ? (
            <Button kind="quiet" className="mr-auto" onClick={remove}>
              {t(chosen.channelIds ? 'rejoin' : 'remove')}
            </Button>
          ) : null}
          {locked && !(schedule && seen.sendLocal) ? (
            <Button onClick={close}>{ui('close')}</Button>
          ) : (
            <Button kind="primary" type="submit" form={FORM} disabled={!time || refused}>
              {schedule && time ? t('schedule', { time: write(time.at, 'moment', zone) }) : t('save')}
            </Button>
          )}
        </>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {locked ? <TimeLocked none={!seen.sendLocal} /> : null}
        {choices.length > 1 && !schedule ? (
          <Field id="send-what" label={t('what')}>
            <Select id="send-what" value={chosen.id} onChange={(event) => take(event.target.value)}>
              {choices.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.channelIds ? names(one.channelIds) : t('post')}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <Field id="send-local" label={t('local')}>
          <TextField
            id="send-local"
            type="datetime-local"
            required
            disabled={locked}
            value={locked && !seen.sendLocal ? '' : local}
            onChange={(event) => setLocal(event.target.value.slice(0, 16))}
          />
        </Field>
        <Field id="send-zone" label={t('zone')}>
          <Select
            id="send-zone"
            disabled={locked}
            value={zone}
            onChange={(event) => setZone(event.target.value)}
          >
            {zones().map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        {channelId && !locked ? (
          <BestTimes
            channelId={channelId}
            day={time?.local.slice(0, 10) ?? tomorrow(zone).slice(0, 10)}
            zone={zone}
            onTake={(at) => setLocal(sendTimeAt(at, zone).local)}
          />
        ) : null}
        <p className="min-h-10 text-dense text-muted" aria-live="polite">
          {foreign ? t('mine', { time: write(time.at, 'moment', me.zone) }) : null}
          {refused ? <span className="block text-fg">{problem('nowNeedsPublish')}</span> : null}
          {time?.notice ? (
            <span className="block text-fg">{t(time.notice, { time: write(time.at, 'time', zone) })}</span>
          ) : null}
        </p>
      </form>
    </Dialog>
  )
}

/** Nine o'clock tomorrow, there. */
const tomorrow = (zone: string) => `${sendTimeAt(Date.now() + DAY_MS, zone).local.slice(0, 10)}T09:00`
const DAY_MS = 86_400_000
