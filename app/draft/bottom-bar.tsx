import { Check, Ellipsis, Lock, Send, Undo2 } from 'lucide-react'
import { useApprovalWords } from '../approval/approval-words.ts'
import { askedFor } from '../approval/asked.rules.ts'
import { DecideDialog } from '../approval/decide-dialog.tsx'
import { useBondWords } from '../bond/bond-words.ts'
import { useDirectory } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { Time } from '../ui/time.tsx'
import { tip } from '../ui/tip.ts'
import { useKeptFocus } from '../ui/use-kept-focus.ts'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useDraft } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'
import type { Bar } from './next-act.rules.ts'
import { ScheduleDialog } from './schedule-dialog.tsx'
import { StageBadge } from './stage-badge.tsx'
import type { PostActs } from './use-post-acts.ts'

export type BarDialog = 'time' | 'changes' | 'reject' | 'withdraw' | null

interface BottomBarProps {
  bar: Bar
  acts: PostActs
  dialog: BarDialog
  onDialog(dialog: BarDialog): void
  /** Gives the one next act. */
  onNext(): void
}

/** Where the post stands, what is missing for the next stage, and the one next act. */
export function BottomBar({ bar, acts, dialog, onDialog, onNext }: BottomBarProps) {
  const t = useDraftWords('bar')
  const post = useDraft((state) => state.data.post)
  const can = useDraft((state) => state.data.can)
  const channels = useDirectory().channels
  const first = useDraft((state) => state.data.variants[0]?.channelId)
  const { me } = useDirectory()
  const zone = channels.find((one) => one.id === first)?.zone ?? me.zone
  const mayTime = can.schedule && post.stage === 'scheduled'
  const timeLocked = useDraft((state) => state.data.bond?.locked.includes('time') ?? false)
  const focus = useKeptFocus()
  const close = () => onDialog(null)
  return (
    <div
      {...focus}
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-panel px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] outline-none"
    >
      <StageBadge stage={post.stage} />
      <p className="min-w-0 flex-1 basis-40 text-meta text-muted" role="status">
        <Says bar={bar} />
      </p>
      <div className="flex items-center gap-2 max-sm:w-full max-sm:justify-end">
        {bar.mayWithdraw || bar.act === 'decide' ? (
          <Menu align="end" side="top" trigger={<IconButton label={t('more')} icon={<Ellipsis />} />}>
            {bar.act === 'decide' ? <RejectItem onReject={() => onDialog('reject')} /> : null}
            {bar.mayWithdraw ? (
              <MenuItem icon={<Undo2 />} onSelect={() => onDialog('withdraw')}>
                {t('withdraw')}
              </MenuItem>
            ) : null}
          </Menu>
        ) : null}
        {mayTime ? <TimeButton locked={timeLocked} onTime={() => onDialog('time')} /> : null}
        {bar.act === 'decide' ? <ChangesButton onAsk={() => onDialog('changes')} /> : null}
        {bar.act ? (
          <Button
            kind="primary"
            busy={acts.busy}
            disabled={bar.blocked}
            icon={bar.act === 'decide' ? <Check /> : bar.act === 'submit' ? <Send /> : undefined}
            className="max-sm:flex-1"
            onClick={onNext}
          >
            <ActWords bar={bar} />
          </Button>
        ) : null}
      </div>
      {dialog === 'time' ? (
        <ScheduleDialog
          open
          onClose={close}
          zone={zone}
          locked={timeLocked}
          mayPublish={can.publish}
          slot={post.sendLocal && post.sendZone ? { local: post.sendLocal, zone: post.sendZone } : null}
          onSchedule={async (choice) => {
            if (!(await acts.schedule(choice))) throw new Error('not scheduled')
          }}
        />
      ) : null}
      <DecideDialog
        kind={dialog === 'changes' || dialog === 'reject' ? dialog : null}
        onClose={close}
        onDecide={async (kind, comment) => {
          if (!(await acts.decide(kind, comment))) throw new Error('not decided')
        }}
      />
      <ConfirmDialog
        open={dialog === 'withdraw'}
        onOpenChange={(open) => !open && close()}
        title={t('withdraw')}
        act={t('withdraw')}
        busy={acts.busy}
        onConfirm={() => void acts.withdraw().then(close)}
      >
        {t('withdrawSure')}
      </ConfirmDialog>
    </div>
  )
}

function ActWords({ bar }: { bar: Bar }) {
  const draft = useDraftWords()
  const approval = useApprovalWords()
  const write = useWriteDate()
  const post = useDraft((state) => state.data.post)
  if (bar.act === 'decide') return approval('approve')
  if (bar.act !== 'schedule') return bar.act ? draft(`bar.${bar.act}`) : null
  if (post.sendAt === null || !post.sendZone) return draft('bar.schedule')
  const time = write(post.sendAt, 'moment', post.sendZone)
  return draft('bar.scheduleFor', { time })
}

/** Locked by HQ it stays in its place and says so. */
function TimeButton({ locked, onTime }: { locked: boolean; onTime(): void }) {
  const t = useDraftWords('bar')
  const bond = useBondWords('time')
  if (!locked) return <Button onClick={onTime}>{t('changeTime')}</Button>
  return (
    <Button aria-disabled icon={<Lock />} aria-description={bond('locked')} {...tip(bond('locked'))}>
      {t('changeTime')}
    </Button>
  )
}

const RejectItem = ({ onReject }: { onReject(): void }) => {
  const t = useApprovalWords()
  return (
    <MenuItem danger onSelect={onReject}>
      {t('reject')}
    </MenuItem>
  )
}
const ChangesButton = ({ onAsk }: { onAsk(): void }) => {
  const t = useApprovalWords()
  return <Button onClick={onAsk}>{t('requestChanges')}</Button>
}

/** What is missing, whom one waits for, or when it goes out. */
function Says({ bar }: { bar: Bar }) {
  const t = useDraftWords('bar')
  const list = useListFormat()
  const { members } = useDirectory()
  const post = useDraft((state) => state.data.post)
  const variants = useDraft((state) => state.data.variants)
  if (post.sendAt !== null && (post.stage === 'scheduled' || post.stage === 'published'))
    return t.rich(post.stage === 'scheduled' ? 'sendsAtRich' : 'publishedRich', {
      when: () => <Time at={post.sendAt ?? 0} zone={post.sendZone ?? undefined} />,
      own: variants.filter((one) => one.sendAt !== null).length,
    })
  if (post.stage === 'in_review' && bar.act === null) {
    const ids = new Set(
      variants.filter((one) => one.stage === 'in_review').flatMap((one) => one.approval.seats),
    )
    const names = [...ids].map((id) => members.find((one) => one.id === id)?.name ?? '?')
    if (!names.length) return null
    return t('waiting', { names: list(names.length > 3 ? [...names.slice(0, 2), '…'] : names) })
  }
  const words = (fits: (one: (typeof bar.missing)[number]) => boolean) =>
    list(bar.missing.filter(fits).map((one) => t(`missing.${one.what}`)))
  const needs = words((one) => one.blocks)
  const later = words((one) => !one.blocks && one.what === 'overLimit')
  const advises = words((one) => !one.blocks && one.what !== 'overLimit')
  const parts = [
    needs && t('needs', { what: needs }),
    later && t('later', { what: later }),
    advises && t('advises', { what: advises }),
  ].filter(Boolean)
  if (parts.length) return parts.join(' · ')
  const asked = askedFor(post.stage, variants).some((one) => one.current)
  return bar.act && bar.act !== 'decide' && !asked ? t('complete') : null
}
