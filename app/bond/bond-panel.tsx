import { Link } from '@remix-run/react'
import { CircleHelp, GitBranch, Lock, type LucideIcon, Pencil } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { BondView, FieldView } from '#server/bond/bond.reads.ts'
import type { BondField } from '#server/bond/names.rules.ts'
import { useDraft, useDraftMeans } from '../draft/draft-context.tsx'
import { StageBadge } from '../draft/stage-badge.tsx'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { Badge, type Tone } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.ts'
import { useBondWords } from './bond-words.ts'
import { FieldDifference } from './field-difference.tsx'

/** What makes a post stand otherwise to HQ's. */
const MOVES = /^(bond\.|campaign\.(locked|published)|post\.(edited|changed|rescheduled))/
const GATHER_MS = 200

/** How a post hangs together with HQ's: what is HQ's in it, what HQ changed, and what came of it in the regions. */
export function BondPanel() {
  const t = useBondWords('panel')
  const path = usePath()
  const { refresh } = useDraftMeans()
  const { teams } = useDirectory()
  const post = useDraft((state) => state.data.post)
  const mayWrite = useDraft((state) => state.data.can.write)
  const [bond, reread] = useBond(post.id)
  const [looks, setLooks] = useState(false)
  const [busy, setBusy] = useState(false)
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
  const waiting = parent.fields.filter((one) => one.waiting && !one.locked)
  async function answer(verb: 'bond.take' | 'bond.decline', fields: BondField[]) {
    setBusy(true)
    try {
      const given = { id: post.id, fields, seen: parent?.seen[fields.join()] ?? '' }
      if (verb === 'bond.take') await act(verb, { ...given, base: post.revision })
      else await act(verb, given)
      toast({ kind: 'done', title: t(verb === 'bond.take' ? 'taken' : 'declined') })
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ kind: 'failed', title: error.message })
    } finally {
      await Promise.all([reread(), refresh().catch(() => undefined)])
      setBusy(false)
    }
  }
  const all = waiting.map(({ field }) => field)
  return (
    <section aria-label={t('from')} data-bond="" className="border-b border-line text-dense">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2">
        <span className="flex min-w-0 items-center gap-1.5 [&_svg]:size-3.5 [&_svg]:shrink-0">
          <GitBranch aria-hidden="true" />
          {parent.open ? (
            <Link to={path(`post/${parent.id}`)} className="truncate hover:underline">
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
      {waiting.length && !parent.gone ? (
        <div data-tone="amber" className="flex flex-col gap-2 bg-tone-soft px-4 py-2">
          <div className="flex flex-wrap items-center gap-2" role="status">
            <h2 className="min-w-0 flex-1 basis-40 font-medium">{t('changed', { count: waiting.length })}</h2>
            <Button size="dense" aria-expanded={looks} onClick={() => setLooks(!looks)}>
              {t(looks ? 'hide' : 'look')}
            </Button>
          </div>
          {looks ? (
            <div className="flex max-h-[45dvh] flex-col gap-3 overflow-y-auto">
              {waiting.map((one) => (
                <FieldDifference
                  key={one.field}
                  view={one}
                  mayAnswer={mayWrite}
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

/** The bond of a post, read again when something of it has moved. */
function useBond(postId: string): [BondView | null, () => Promise<void>] {
  const path = usePath()
  const { refresh } = useDraftMeans()
  const head = useDraft((state) => state.data.head)
  const [bond, setBond] = useState<BondView | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const read = useCallback(async () => {
    try {
      const response = await fetch(path(`post/${postId}/bond`))
      if (response.ok) setBond((await response.json()) as BondView)
    } catch {
      // Left, or no connection: what is shown stays, the next change asks again.
    }
  }, [path, postId])
  useEffect(() => {
    void read()
    return () => clearTimeout(timer.current)
  }, [read])
  useEvents(head, ({ type, subjectId }) => {
    if (!MOVES.test(type) || (subjectId !== postId && !type.startsWith('campaign.'))) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void read()
      if (type === 'campaign.locked') void refresh().catch(() => undefined)
    }, GATHER_MS)
  })
  return [bond, read]
}
