import { Hand, Lock, PenLine } from 'lucide-react'
import { useState } from 'react'
import { isActProblem } from '../live/act.ts'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { toast } from '../ui/toast.ts'
import { useDraft, useDraftMeans } from './draft-context.tsx'
import { useDraftWords } from './draft-words.ts'

/** Says why something with the pen did not work. */
function complain(error: unknown): void {
  if (isActProblem(error)) toast({ kind: 'failed', title: error.message || error.code, id: 'pen' })
}

/** Who writes, and how one comes to write oneself. */
export function PenBar() {
  const t = useDraftWords('pen')
  const { pen } = useDraftMeans()
  const { me, members } = useDirectory()
  const holderId = useDraft((state) => state.data.pen)
  const mayWrite = useDraft((state) => state.data.can.write)
  const locked = useDraft((state) => state.data.bond?.locked.includes('text') ?? false)
  const asker = useDraft((state) => state.asker)
  const askedId = useDraft((state) => state.askedId)
  const reached = useDraft((state) => state.reached)
  const [busy, setBusy] = useState(false)
  const holder = members.find((one) => one.id === holderId)
  async function run(work: () => Promise<unknown>) {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      complain(error)
    } finally {
      setBusy(false)
    }
  }
  if (holderId === me.memberId) {
    if (!asker)
      return (
        <span className="inline-flex items-center gap-1 text-meta text-subtle" data-pen="mine">
          <PenLine className="size-3.5" aria-hidden="true" />
          {t('mine')}
        </span>
      )
    return (
      <span
        role="alert"
        data-pen="asked"
        className="flex flex-wrap items-center gap-2 rounded-control bg-accent-soft py-0.5 pr-0.5 pl-2 text-meta text-fg"
      >
        <Avatar person={asker} size={16} silent />
        {t('asks', { name: asker.name })}
        <Button size="dense" busy={busy} onClick={() => void run(() => pen.give(asker.id))}>
          {t('give')}
        </Button>
        <KeepWriting />
      </span>
    )
  }
  if (!mayWrite) return <span className="text-meta text-subtle">{t('readOnly')}</span>
  // Nothing to write: pictures that are not locked take the pen by themselves.
  if (!holder && locked)
    return (
      <span className="inline-flex items-center gap-1 text-meta text-subtle">
        <Lock className="size-3.5 shrink-0" aria-hidden="true" />
        {t('locked')}
      </span>
    )
  if (!holder)
    return (
      <Button
        kind="quiet"
        size="dense"
        icon={<PenLine />}
        busy={busy}
        onClick={() => void run(() => pen.take())}
      >
        {t('take')}
      </Button>
    )
  return (
    <span className="flex items-center gap-1.5 text-meta text-muted" data-pen="other">
      <Avatar person={holder} size={20} silent present />
      <span className="truncate">
        {askedId === holder.id ? t('asked', { name: holder.name }) : t('other', { name: holder.name })}
      </span>
      {reached ? null : <span className="text-subtle">{t('bySaves')}</span>}
      {askedId === holder.id ? null : (
        <Button
          kind="quiet"
          size="dense"
          icon={<Hand />}
          busy={busy}
          onClick={() => void run(() => pen.ask())}
        >
          {t('ask')}
        </Button>
      )}
    </span>
  )
}

function KeepWriting() {
  const t = useDraftWords('pen')
  const { store } = useDraftMeans()
  return (
    <Button kind="quiet" size="dense" onClick={() => store.setState({ asker: null })}>
      {t('keep')}
    </Button>
  )
}
