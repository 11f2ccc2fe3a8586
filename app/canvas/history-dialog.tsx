import { useCallback, useEffect, useState } from 'react'
import type { SnapshotLine } from '#server/canvas/canvas.reads.ts'
import { act, isActProblem } from '../live/act.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Time } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { useCanvasWords } from './canvas-words.ts'

interface HistoryDialogProps {
  id: string
  write: boolean
  close(): void
}

/** What a canvas was like: kept by itself and by people. Any of it can be brought back. */
export function HistoryDialog({ id, write, close }: HistoryDialogProps) {
  const t = useCanvasWords('history')
  const path = usePath()
  const [list, setList] = useState<SnapshotLine[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)

  const read = useCallback(async () => {
    try {
      const response = await fetch(path(`canvas/snapshots/${id}`))
      if (!response.ok) throw new Error(`HTTP ${response.status}`)
      setList(((await response.json()) as { snapshots: SnapshotLine[] }).snapshots)
    } catch {
      setFailed(true)
    }
  }, [id, path])
  useEffect(() => void read(), [read])

  async function run(what: string, work: () => Promise<unknown>, done: string) {
    setBusy(what)
    try {
      await work()
      toast({ title: done, kind: 'done' })
      await read()
    } catch (error) {
      if (!isActProblem(error)) throw error
      toast({ title: error.message, kind: 'failed' })
    } finally {
      setBusy(null)
    }
  }

  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')} description={t('hint')}>
      {write ? (
        <form
          className="mb-3 flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            const form = event.currentTarget
            const label = String(new FormData(form).get('label') ?? '').trim()
            if (!label) return
            void run('keep', () => act('canvas.snapshot', { id, label }), t('kept')).then(() => form.reset())
          }}
        >
          <TextField name="label" maxLength={120} aria-label={t('label')} placeholder={t('label')} />
          <Button type="submit" busy={busy === 'keep'}>
            {t('keep')}
          </Button>
        </form>
      ) : null}
      {failed ? <p className="text-dense text-muted">{t('failed')}</p> : null}
      <ul className="flex flex-col divide-y divide-line" aria-label={t('title')}>
        {(list ?? []).map((one) => (
          <Line
            key={one.id}
            one={one}
            busy={busy === one.id}
            restore={
              // The newest one, too: in the seconds since it was kept, much may have changed.
              write
                ? () =>
                    void run(
                      one.id,
                      () => act('canvas.restore', { id, snapshotId: one.id }),
                      t('broughtBack'),
                    )
                : null
            }
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface LineProps {
  one: SnapshotLine
  busy: boolean
  restore: (() => void) | null
}

function Line({ one, busy, restore }: LineProps) {
  const t = useCanvasWords('history')
  const { members } = useDirectory()
  const who = members.find((member) => member.id === one.createdBy)?.name
  return (
    <li className="flex min-h-12 items-center gap-3 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate text-dense font-medium">{one.label || <Time at={one.createdAt} />}</p>
        <p className="flex flex-wrap gap-x-2 text-meta text-subtle">
          <span>{t(`reason.${one.reason}`)}</span>
          {one.label ? <Time at={one.createdAt} /> : null}
          {who ? <span>{who}</span> : null}
          <span>{t('objects', { count: one.objects })}</span>
        </p>
      </div>
      {restore ? (
        <Button size="dense" busy={busy} onClick={restore}>
          {t('bringBack')}
        </Button>
      ) : null}
    </li>
  )
}
