import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight, CirclePause } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { DeliveryView } from '#server/delivery/delivery-view.rules.ts'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { useMay } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'
import { Page } from '../shell/page.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Ledger } from './ledger.tsx'
import { PauseDialog } from './pause-dialog.tsx'

interface SendingPageProps {
  head: number
  byDay: { day: string; slots: DeliveryView[] }[]
  /** Held, failed, expired or unclear, whenever their slot was. */
  waiting: DeliveryView[]
  /** First days of the weeks beside. */
  previous: string
  next: string
}

const CHANGES = /^(delivery|pause)\.|^post\.(scheduled|unscheduled|rescheduled|withdrawn)$/

/** The send ledger of a week, and above it what waits for somebody. */
export function SendingPage({ head, byDay, waiting, previous, next }: SendingPageProps) {
  const t = useTranslations('delivery')
  const format = useFormatter()
  const may = useMay()
  const revalidate = useReadAgain()
  const [pausing, setPausing] = useState(false)
  useEvents(head, (event) => {
    if (CHANGES.test(event.type)) revalidate()
  })
  const mayAct = (teamId: string) => may('post:schedule', teamId)
  const days = byDay.filter((one) => one.slots.length)
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), {
      weekday: 'long',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    })
  return (
    <Page
      title={t('page.title')}
      tabs={<PlanTabs />}
      act={
        may('publishing:pause') ? (
          <Button icon={<CirclePause aria-hidden="true" />} onClick={() => setPausing(true)}>
            {t('pause.start')}
          </Button>
        ) : null
      }
    >
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-5">
        {waiting.length ? (
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="text-body font-semibold">
              {t('page.waiting', { count: waiting.length })}
            </h2>
            <Ledger titled deliveries={waiting} mayAct={mayAct} onDone={revalidate} />
          </section>
        ) : null}
        <nav className="flex items-center justify-between gap-2" aria-label={t('page.weeks')}>
          <Link className={buttonClass({ kind: 'quiet' })} to={`?week=${previous}`}>
            <ChevronLeft aria-hidden="true" />
            {t('page.previous')}
          </Link>
          <Link className={buttonClass({ kind: 'quiet' })} to={`?week=${next}`}>
            {t('page.next')}
            <ChevronRight aria-hidden="true" />
          </Link>
        </nav>
        {days.length ? null : <EmptyState title={t('page.empty')} />}
        {days.map(({ day, slots }) => (
          <section key={day} aria-label={dayName(day)}>
            <h2 className="text-dense font-semibold">{dayName(day)}</h2>
            <Ledger titled deliveries={slots} mayAct={mayAct} onDone={revalidate} />
          </section>
        ))}
      </div>
      {pausing ? <PauseDialog onClose={() => setPausing(false)} /> : null}
    </Page>
  )
}
