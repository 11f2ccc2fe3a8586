import { useSearchParams } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isForeign } from '#server/i18n/date-format.rules.ts'
import { filterFrom } from '#server/post/filter.rules.ts'
import {
  asksFirst,
  isZone,
  resolveSendTime,
  type SendTime,
  SOON,
  sendTimeAt,
  zones,
} from '#server/time/send-time.rules.ts'
import { beginWith } from '../board/begin-with.ts'
import { useBoard } from '../board/board-context.tsx'
import { type NewFacts, NewFactsFields } from '../board/new-facts.tsx'
import { inTeam, useDirectory, useMay } from '../live/directory.tsx'
import { takeWords } from '../shell/write-again.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useCalendarWords } from './calendar-words.ts'

interface NewPostDialogProps {
  /** local day and time, `YYYY-MM-DDTHH:mm`, or a day of which no hour is chosen */
  at: string
  /** the zone whose clocks that is; null: the team's */
  zone: string | null
  /** the channel one looks at */
  channel?: string | null
  /** what was written before, of which nothing was made */
  written?: Written | undefined
  /** Opens it again with what was written; false when that cannot be. */
  reopen(written: Written): boolean
  close(): void
}

/** What one has written and chosen in it. */
export interface Written {
  title: string
  teamId: string
  local: string
  zone: string | null
  facts: NewFacts
}

const FORM = 'new-post'
/** When a post goes out on a day of which no hour is chosen. */
const USUAL = '09:00'
const HOUR = 3_600_000

/** Writing a post down where it stands in the plan: a draft with its title, time, team and channels. It fits the page's filters. */
export function NewPostDialog({
  at,
  zone: axis,
  channel = null,
  written,
  reopen,
  close,
}: NewPostDialogProps) {
  const t = useTranslations('board')
  const own = useCalendarWords('newPost')
  const ui = useTranslations('ui')
  const { acts } = useBoard()
  const may = useMay()
  const write = useWriteDate()
  const directory = useDirectory()
  const { teams, channels, members, me } = directory
  const [params] = useSearchParams()
  const filter = filterFrom(params)
  const { campaignId, labelIds, ...fitting } = beginWith(
    { ...filter, channel: channel ?? filter.channel },
    directory,
  )
  const owner = channel && channels.find(({ id }) => id === channel)?.teamId
  const mine = teams.filter(({ id }) => may('post:write', id))
  const usual =
    mine.find((team) => team.id === (owner ?? filter.team)) ??
    mine.find((team) => team.memberIds.includes(me.memberId))
  const [teamId, setTeamId] = useState(written?.teamId ?? (usual ?? mine[0])?.id ?? '')
  const [title, setTitle] = useState(written?.title ?? '')
  const [chosen, setZone] = useState(written ? written.zone : axis)
  const zone = chosen ?? mine.find((team) => team.id === teamId)?.zone ?? me.zone
  const [local, setLocal] = useState(() => written?.local ?? (at.length > 10 ? at : usualTime(at, zone)))
  const [question, ask] = useState<'past' | 'soon' | null>(null)
  const [wanted, setFacts] = useState<NewFacts>(written?.facts ?? { ...fitting, due: null })
  useEffect(() => {
    const words = takeWords()
    if (words) setTitle(words)
  }, [])
  const assignee = members.find(({ id }) => id === wanted.assigneeId)
  // Who cannot see the posts of that team cannot work on one.
  const reads = assignee && inTeam(assignee.reads.posts, teamId)
  const facts: NewFacts = { ...wanted, assigneeId: reads ? assignee.id : null }
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) && isZone(zone) ? resolveSendTime(local, zone) : null

  function add(confirmed = false) {
    if (!title.trim() || !time) return
    // Asked while what is written still stands there: who says no goes on with it.
    const doubt = confirmed ? null : asksFirst(time.at, Date.now())
    if (doubt) return ask(doubt)
    close()
    void create(time, confirmed)
  }

  /** It may stand on a day that is not in sight: so it is said where it is, with the way back. */
  async function create(time: SendTime, confirmed: boolean) {
    const id = await acts.create(
      {
        title: title.trim(),
        teamId,
        stage: 'draft',
        workingId: null,
        campaignId,
        // One may have been disconnected since it was chosen.
        channelIds: facts.channelIds.filter((id) => channels.some((one) => one.id === id)),
        assigneeId: facts.assigneeId,
        labelIds,
        due: facts.due,
        time,
      },
      time.local.slice(0, 10),
      { confirmed, back: () => reopen({ title, teamId, local, zone: chosen, facts: wanted }) },
    )
    if (id === null) return
    toast({
      kind: 'done',
      title: own('added', { title: title.trim(), time: write(time.at, 'dayTime', zone) }),
      act: { label: ui('undo'), run: () => void acts.archive(id) },
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={own('title')}
      size="small"
      footer={
        <Button kind="primary" type="submit" form={FORM} disabled={!title.trim() || !time}>
          {t('addAct')}
        </Button>
      }
    >
      <form
        id={FORM}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <Field id="new-post-title" label={t('newTitle')}>
          <TextField
            id="new-post-title"
            autoFocus
            required
            maxLength={200}
            placeholder={t('newPlaceholder')}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Field>
        <Field id="new-post-local" label={t('time.local')}>
          <TextField
            id="new-post-local"
            type="datetime-local"
            required
            value={local}
            onChange={(event) => setLocal(event.target.value.slice(0, 16))}
          />
        </Field>
        <Field id="new-post-zone" label={t('time.zone')}>
          <Select id="new-post-zone" value={zone} onChange={(event) => setZone(event.target.value)}>
            {zones().map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        {mine.length > 1 ? (
          <Field id="new-post-team" label={t('filter.team')}>
            <Select id="new-post-team" value={teamId} onChange={(event) => setTeamId(event.target.value)}>
              {mine.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
            </Select>
          </Field>
        ) : null}
        <NewFactsFields teamId={teamId} facts={facts} onChange={setFacts} />
        <p className="text-dense text-muted" aria-live="polite">
          {time && isForeign(zone, me.zone, time.at)
            ? t('time.mine', { time: write(time.at, 'moment', me.zone) })
            : null}
          {time?.notice ? (
            <span className="block text-fg">
              {t(`time.${time.notice}`, { time: write(time.at, 'time', zone) })}
            </span>
          ) : null}
        </p>
      </form>
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => !open && ask(null)}
        title={own(question === 'soon' ? 'soonTitle' : 'pastTitle')}
        act={own('anyway')}
        onConfirm={() => add(true)}
      >
        {own('staysDraft')}
      </ConfirmDialog>
    </Dialog>
  )
}

/** At nine that day; where that has passed today, at the next full hour. */
function usualTime(day: string, zone: string): string {
  const usual = `${day}T${USUAL}`
  const now = Date.now()
  if (!asksFirst(resolveSendTime(usual, zone).at, now)) return usual
  const { local } = sendTimeAt(Math.ceil((now + SOON) / HOUR) * HOUR, zone)
  return local.startsWith(day) ? local : usual
}
