import { CloudUpload } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useFetchAhead } from '../../ui/fetch-ahead.ts'
import { lazyPart, useFetchThen } from '../../ui/lazy-part.tsx'
import { useWaitingCounts } from './use-outbox.ts'

const OutboxDialog = lazyPart(async () => (await import('./outbox-dialog.tsx')).OutboxDialog)

/** Says how many changes wait or need an answer; opens the list of them. */
export function OutboxBanner() {
  const t = useTranslations('outbox')
  const { waiting, asking } = useWaitingCounts()
  const [open, setOpen] = useState(false)
  const fetchThen = useFetchThen()
  useFetchAhead(OutboxDialog.fetch)
  const any = waiting + asking > 0
  return (
    <>
      {any ? (
        <Banner
          flush
          tone={asking ? 'amber' : 'accent'}
          icon={<CloudUpload />}
          act={
            <Button size="dense" onClick={() => fetchThen(OutboxDialog.fetch, () => setOpen(true))}>
              {t('show')}
            </Button>
          }
        >
          {waiting ? t('waits', { count: waiting }) : null} {asking ? t('asks', { count: asking }) : null}
        </Banner>
      ) : null}
      {open ? <OutboxDialog close={() => setOpen(false)} /> : null}
    </>
  )
}
