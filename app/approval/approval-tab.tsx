import { CircleAlert, CircleCheck, CircleDashed, CircleX, PencilLine } from 'lucide-react'
import type { VariantView } from '#server/post/draft.reads.ts'
import { useDraft } from '../draft/draft-context.tsx'
import { shownText } from '../draft/draft-store.ts'
import { TextDiff } from '../draft/text-diff.tsx'
import { NO_WORDS } from '../draft/words.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import type { Tone } from '../ui/badge.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { Ago } from '../ui/time.tsx'
import { useApprovalWords } from './approval-words.ts'

/** Who has to agree, who has, and what changed since one looked last; one block a channel. */
export function ApprovalTab() {
  const t = useApprovalWords()
  const variants = useDraft((state) => state.data.variants)
  if (!variants.length) return <EmptyState title={t('empty')} />
  return (
    <div className="flex flex-col divide-y divide-line">
      {variants.map((variant) => (
        <VariantApproval key={variant.id} variant={variant} />
      ))}
    </div>
  )
}

const marks = {
  open: { icon: CircleDashed, tone: 'amber' },
  approved: { icon: CircleCheck, tone: 'teal' },
  changes: { icon: PencilLine, tone: 'orange' },
  rejected: { icon: CircleX, tone: 'red' },
  notSubmitted: { icon: CircleDashed, tone: 'neutral' },
  none: { icon: CircleCheck, tone: 'neutral' },
  optional: { icon: CircleDashed, tone: 'neutral' },
} as const satisfies Record<string, { icon: typeof CircleCheck; tone: Tone }>

/** What to say of a variant's approval in a word. */
export function approvalState({ approval, stage }: VariantView): keyof typeof marks {
  if (approval.mode === 'none') return 'none'
  const reviewed = stage !== 'idea' && stage !== 'draft'
  if (approval.state === 'changes' || approval.state === 'rejected') return approval.state
  if (approval.state === 'approved') return 'approved'
  if (reviewed && stage === 'in_review') return 'open'
  return approval.mode === 'optional' ? 'optional' : 'notSubmitted'
}

function VariantApproval({ variant }: { variant: VariantView }) {
  const t = useApprovalWords()
  const list = useListFormat()
  const { channels, members } = useDirectory()
  // What is decided on is what is saved, never what somebody is typing just now.
  const text = useDraft((state) => shownText({ ...state, words: NO_WORDS }, variant.id))
  const { approval } = variant
  const state = approvalState(variant)
  const { icon: Icon, tone } = marks[state]
  const name = (id: string) => members.find((one) => one.id === id)?.name ?? '?'
  const channel = channels.find((one) => one.id === variant.channelId)
  const names = approval.seats.slice(0, 3).map(name)
  const rest = approval.seats.length - names.length
  return (
    <section className="flex flex-col gap-2.5 p-4" aria-label={channel?.name}>
      <header className="flex items-center gap-2">
        <h3 className="min-w-0 flex-1 truncate text-dense font-semibold">{channel?.name}</h3>
        <span data-tone={tone} className="flex items-center gap-1 text-meta font-medium text-tone-text">
          <Icon className="size-4 text-tone" aria-hidden="true" />
          {t(`state.${state}`, {
            decided: String(approval.decided),
            needed: String(approval.needed),
          })}
        </span>
      </header>
      {approval.steps > 1 && approval.stepName ? (
        <p className="text-meta text-muted">
          {t('step', {
            index: String(approval.stepIndex + 1),
            steps: String(approval.steps),
            name: approval.stepName,
          })}
        </p>
      ) : null}
      {state === 'open' && names.length ? (
        <p className="text-meta text-muted">
          {t('waitingFor', {
            names: rest > 0 ? t('anyone', { names: names.join(', '), count: rest }) : list(names),
          })}
        </p>
      ) : null}
      {approval.stuck && state !== 'none' ? (
        <p data-tone="red" className="flex gap-1.5 text-meta text-tone-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
          {t('stuck')}
        </p>
      ) : null}
      {approval.voided && state === 'open' ? (
        <p data-tone="amber" className="flex gap-1.5 text-meta text-tone-text">
          <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
          {t('voided')}
        </p>
      ) : null}
      {approval.seen && state === 'open' ? (
        <div className="rounded-card border border-line p-3">
          <h4 className="mb-1.5 text-meta font-medium text-subtle">{t('since')}</h4>
          <TextDiff before={approval.seen.text} after={text} />
        </div>
      ) : null}
      {approval.decisions.length ? (
        <ol className="flex flex-col gap-2">
          {approval.decisions.map((decision) => (
            <li key={`${decision.memberId} ${decision.at}`} className="flex gap-2 text-meta">
              <Avatar person={{ id: decision.memberId, name: name(decision.memberId) }} size={20} silent />
              <div className="min-w-0">
                <p className={decision.current ? 'text-fg' : 'text-subtle'}>
                  {t(`decision.${decision.kind}`, { name: name(decision.memberId) })}{' '}
                  <Ago at={decision.at} className="text-subtle" />
                  {decision.current ? null : <span className="text-subtle"> · {t('decision.older')}</span>}
                </p>
                {decision.comment ? (
                  <p className="mt-0.5 whitespace-pre-wrap break-words text-dense text-fg">
                    {decision.comment}
                  </p>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}
