import { useState } from 'react'
import type { SeriesView } from '#server/series/series.rules.ts'
import { useDetails } from '../draft/use-details.ts'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { toast } from '../ui/toast.ts'
import { useSeriesWords } from './series-words.ts'
import { useKeptWords } from './use-kept-words.ts'

/** Asks what becomes of the copies that lie ahead when the series ends. */
export function EndDialog({ series, onClose }: { series: SeriesView; onClose(): void }) {
  const t = useSeriesWords('ending')
  const done = useSeriesWords('done')
  const kept = useKeptWords()
  const { run } = useDetails()
  const [remove, setRemove] = useState(false)
  const [busy, setBusy] = useState(false)
  async function end() {
    setBusy(true)
    const answer = await run('series.end', { id: series.id, remove })
    setBusy(false)
    if (!answer) return
    onClose()
    toast({
      kind: 'done',
      title: done('ended', { removed: answer.removed }),
      ...(remove ? kept(answer) : {}),
    })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('body')}
      size="small"
      footer={
        <Button kind="primary" busy={busy} onClick={() => void end()}>
          {t('act')}
        </Button>
      }
    >
      {series.ahead > 0 ? (
        <fieldset className="flex flex-col gap-1">
          <legend className="sr-only">{t('title')}</legend>
          <Radio name="series-end" checked={!remove} onChange={() => setRemove(false)}>
            {t('keep', { count: series.ahead })}
          </Radio>
          <Radio
            name="series-end"
            checked={remove}
            disabled={!series.untouched}
            onChange={() => setRemove(true)}
          >
            {t('remove', { count: series.untouched })}
          </Radio>
        </fieldset>
      ) : null}
    </Dialog>
  )
}
