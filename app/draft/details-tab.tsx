import { X } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Attachments } from '../attachment/attachments.tsx'
import { DueBadge } from '../board/card-notes.tsx'
import { Checklists } from '../checklist/checklists.tsx'
import { LabelPicker } from '../label/label-picker.tsx'
import { inTeam, useDirectory } from '../live/directory.tsx'
import { useShown } from '../live/outbox/use-outbox.ts'
import { RepeatPart } from '../series/repeat-part.tsx'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { localMinuteIn } from '../ui/local-minute.ts'
import { Select } from '../ui/select.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import { SendTimes } from './send-times.tsx'
import { useDetails } from './use-details.ts'

/** What stands beside the text: who works on it until when, for which campaign, what is to do, what belongs to it. */
export function DetailsTab() {
  const { run } = useDetails()
  const t = useDraftWords('details')
  const filter = useTranslations('board.filter')
  const { campaigns, members } = useDirectory()
  const post = useShown(useDraft((state) => state.data.post))
  const mayPlan = useDraft((state) => state.data.can.plan)
  const locked = useDraft((state) => state.data.bond?.locked)
  const ids = { assignee: useId(), campaign: useId() }
  const change = (set: { assigneeId: string | null } | { campaignId: string | null }) =>
    void run('post.change', { id: post.id, ...set })
  async function make(name: string) {
    const made = await run('label.create', { name })
    if (made) await run('post.change', { id: post.id, labelIds: [...new Set([...post.labels, made.id])] })
  }
  const people = members.filter(
    ({ id, gone, reads }) => id === post.assigneeId || (!gone && inTeam(reads.posts, post.teamId)),
  )
  return (
    <div className="flex flex-col gap-5 p-4">
      <div className="grid grid-cols-2 gap-3 max-[22rem]:grid-cols-1">
        <Due postId={post.id} dueAt={post.dueAt} mayPlan={mayPlan} />
        <Field id={ids.assignee} label={filter('assignee')}>
          <Select
            id={ids.assignee}
            dense
            disabled={!mayPlan}
            value={post.assigneeId ?? ''}
            onChange={(event) => change({ assigneeId: event.target.value || null })}
          >
            <option value="">{filter('nobody')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field id={ids.campaign} label={t('campaign')}>
          <Select
            id={ids.campaign}
            dense
            disabled={!mayPlan}
            value={post.campaignId ?? ''}
            onChange={(event) => change({ campaignId: event.target.value || null })}
          >
            <option value="">{filter('noCampaign')}</option>
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <SendTimes />
      <RepeatPart />
      <LabelPicker
        ids={post.labels}
        mayPlan={mayPlan && !locked?.includes('labels')}
        onChoose={(labelIds) => void run('post.change', { id: post.id, labelIds })}
        onMake={(name) => void make(name)}
      />
      <Checklists />
      <Attachments />
    </div>
  )
}

interface DueProps {
  postId: string
  dueAt: number | null
  mayPlan: boolean
}

/** By when the work shall be done, on the reader's own clock. What is typed counts when the field is left. */
function Due({ postId, dueAt, mayPlan }: DueProps) {
  const t = useDraftWords('details')
  const { run } = useDetails()
  const { me } = useDirectory()
  const stage = useDraft((state) => state.data.post.stage)
  const field = useId()
  const known = dueAt === null ? '' : localMinuteIn(me.zone, dueAt)
  const [local, setLocal] = useState(known)
  useEffect(() => setLocal(known), [known])
  const set = (due: { local: string; zone: string } | null) => void run('post.change', { id: postId, due })
  function keep() {
    if (local.slice(0, 16) === known) return
    if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local)) set({ local: local.slice(0, 16), zone: me.zone })
    else setLocal(known)
  }
  return (
    <Field
      id={field}
      label={t('due')}
      className="col-span-full"
      aside={dueAt === null ? null : <DueBadge dueAt={dueAt} stage={stage} />}
    >
      <div className="flex items-center gap-1">
        <TextField
          id={field}
          dense
          type="datetime-local"
          disabled={!mayPlan}
          value={local}
          onChange={(event) => setLocal(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
        {dueAt !== null && mayPlan ? (
          <IconButton size="dense" label={t('noDue')} icon={<X />} onClick={() => set(null)} />
        ) : null}
      </div>
    </Field>
  )
}
