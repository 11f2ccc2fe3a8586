import { Link } from '@remix-run/react'
import { CircleHelp, GitBranch, Lock, type LucideIcon, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldView } from '#server/bond/bond.reads.ts'
import type { BondField } from '#server/bond/names.rules.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { StageBadge } from '../draft/stage-badge.tsx'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { cx } from '../ui/cx.ts'
import { toast } from '../ui/toast.ts'
import { useBondWords } from './bond-words.ts'
import { FieldDifference } from './field-difference.tsx'
import { useBond } from './use-bond.ts'

/** How a post hangs together with HQ's: what is HQ's in it, what HQ changed, and what came of it in the regions. */
export function BondPanel() {
  const t = useBondWords('panel')
  const confirm = useTranslations('board.confirm')
  const path = usePath()
  const { refresh } = useDraftMeans()
  const { teams } = useDirectory()
  const post = useDraft((state) => state.data.post)
  const mayWrite = useDraft((state) => state.data.can.write)
  const [bond, reread] = useBond(post.id)
  const [looks, setLooks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [question, setQuestion] = useState<{ which: 'past' | 'soon'; fields: BondField[] } | null>(null)
  if (!bond || (!bond.parent && !bond.children.length)) return null
  const { parent } = bond
  if (!parent)
    return (
      <nav
        aria-label={t('children')}
        className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 text-dense"
      >
        <span className="text-meta text-subtle">{t('children')}</span>
        {bond.children.map((child) => (
          <Link
            key={child.id}
            to={path(`post/${child.id}`)}
            className="flex items-center gap-1.5 hover:underline"
          >
            {teams.find(({ id }) => id === child.teamId)?.name}
            <StageBadge stage={child.stage} />
          </Link>
        ))}
      </nav>
    )
  // What is locked comes by itself; it waits only for a time that has passed there or is near.
  const behind = parent.fields.filter((one) => one.waiting && (parent.out || !one.locked))
  const waiting = parent.out ? [] : behind
  const stuck = !parent.out && parent.fields.some((one) => one.waiting && one.locked && one.field === 'time')
  async function answer(verb: 'bond.take' | 'bond.decline', fields: BondField[], confirmed = false) {
    setQuestion(null)
    setBusy(true)
    try {
      const given = { id: post.id, fields, seen: parent?.seen[fields.join()] ?? '' }
      if (verb === 'bond.take') await act(verb, { ...given, base: post.revision, confirmed })
      else await act(verb, given)
      toast({ kind: 'done', title: t(verb === 'bond.take' ? 'taken' : 'declined') })
    } catch (error) {
      if (!isActProblem(error)) throw error
      if (error.code === 'post.timePast' || error.code === 'post.timeSoon')
        setQuestion({ which: error.code === 'post.timePast' ? 'past' : 'soon', fields })
      else toast({ kind: 'failed', title: error.message })
    } finally {
      await Promise.all([reread(), refresh().catch(() => undefined)])
      setBusy(false)
    }
  }
  const all = waiting.map(({ field }) => field)
  return (
    <section
      aria-label={t('from')}
      data-bond=""
      className={cx(
        // On a short phone it gives way rather than push the next act under the tabs.
        'border-b border-line text-dense max-md:min-h-28 max-md:overflow-y-auto',
        looks && behind.length ? 'max-md:max-h-[58dvh]' : 'max-md:max-h-[45dvh]',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2">
        <span className="flex min-w-0 items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <GitBranch aria-hidden="true" />
          {parent.open ? (
            <Link to={path(`post/${parent.id}`)} className="truncate py-0.5 hover:underline touch:py-3">
              {t('fromPost', { title: parent.title })}
            </Link>
          ) : (
            <span className="truncate">{t('fromPost', { title: parent.title })}</span>
          )}
        </span>
        <ul aria-label={t('fields')} className="flex flex-wrap gap-1">
          {parent.fields.map((one) => (
            <FieldMark key={one.field} state={one} />
          ))}
        </ul>
      </div>
      {parent.gone ? <p className="px-4 pb-2 text-subtle">{t('gone')}</p> : null}
      {stuck && !parent.gone ? <p className="px-4 pb-2 text-muted">{t('stuck')}</p> : null}
      {behind.length && !parent.gone ? (
        <div
          data-tone={parent.out ? 'slate' : 'amber'}
          className="flex flex-col gap-2 bg-tone-soft px-4 py-2"
        >
          <div className="flex flex-wrap items-center gap-2" role="status">
            <h2 className="min-w-0 flex-1 basis-40 font-medium">
              {t(parent.out ? 'changedLate' : 'changed', { count: behind.length })}
              {parent.out ? <span className="block font-normal text-muted">{t('staysAsSent')}</span> : null}
            </h2>
            <Button size="dense" aria-expanded={looks} onClick={() => setLooks(!looks)}>
              {t(looks ? 'hide' : 'look')}
            </Button>
          </div>
          {looks ? (
            <div className="flex flex-col gap-3 md:max-h-[45dvh] md:overflow-y-auto">
              {behind.map((one) => (
                <FieldDifference
                  key={one.field}
                  view={one}
                  mayAnswer={mayWrite && !parent.out}
                  busy={busy}
                  take={() => void answer('bond.take', [one.field])}
                  decline={() => void answer('bond.decline', [one.field])}
                />
              ))}
              {mayWrite && waiting.length > 1 ? (
                <div className="flex flex-wrap gap-2">
                  <Button size="dense" busy={busy} onClick={() => void answer('bond.take', all)}>
                    {t('takeAll')}
                  </Button>
                  <Button size="dense" disabled={busy} onClick={() => void answer('bond.decline', all)}>
                    {t('declineAll')}
                  </Button>
                </div>
              ) : null}
            </div>
          ) : null}
        </div>
      ) : null}
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => !open && setQuestion(null)}
        title={confirm(question?.which === 'past' ? 'pastTitle' : 'soonTitle')}
        act={confirm('act')}
        onConfirm={() => question && void answer('bond.take', question.fields, true)}
      >
        {confirm(question?.which === 'past' ? 'past' : 'soon')}
      </ConfirmDialog>
    </section>
  )
}

/** One field and how it stands to HQ's, in a mark and in words. */
function FieldMark({ state }: { state: FieldView }) {
  const t = useBondWords()
  const [which, tone, Icon]: [keyof typeof LOOKS, Tone, LucideIcon] = state.locked
    ? ['locked', 'slate', Lock]
    : state.waiting
      ? ['waiting', 'amber', CircleHelp]
      : state.adapted
        ? [state.declined ? 'declined' : 'adapted', 'violet', Pencil]
        : ['inherited', 'neutral', GitBranch]
  return (
    <li>
      <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
        {t(`field.${state.field}`)}: {t(`state.${which}`)}
      </Badge>
    </li>
  )
}
const LOOKS = { inherited: 1, adapted: 1, locked: 1, waiting: 1, declined: 1 }
