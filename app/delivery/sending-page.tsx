import { Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight, CirclePause } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { DeliveryView } from '#server/delivery/delivery-view.rules.ts'
import { PlanTabs } from '../board/plan-tabs.tsx'
import { useMay, usePath } from '../live/directory.tsx'
import { useEvents } from '../live/live.tsx'
import { useReadAgain } from '../live/read-again.ts'
import { Page } from '../shell/page.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useDeliveryWords } from './delivery-words.ts'
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

const DAY = 86_400_000
const CHANGES =
  /^(delivery|pause)\.|^post\.(scheduled|unscheduled|rescheduled|withdrawn)$|^variant\.rescheduled$/

/** The send ledger of a week, and above it what waits for somebody. */
export function SendingPage({ head, byDay, waiting, previous, next }: SendingPageProps) {
  const t = useDeliveryWords()
  const pause = useTranslations('delivery.pause')
  const format = useFormatter()
  const may = useMay()
  const revalidate = useReadAgain()
  const [pausing, setPausing] = useState(false)
  useEvents(head, (event) => {
    if (CHANGES.test(event.type)) revalidate()
  })
  const path = usePath()
  const rights = (teamId: string) => ({
    schedule: may('post:schedule', teamId),
    publish: may('post:publish', teamId),
  })
  const days = byDay.filter((one) => one.slots.length)
  const first = Date.parse(`${previous}T12:00:00Z`) + 7 * DAY
  const dateOf = (at: number) => format.dateTime(at, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  // Not dateTimeRange: the spaces it sets differ between the server and browsers.
  const week = `${dateOf(first)} – ${dateOf(first + 6 * DAY)}`
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
      tabsBelow
      act={
        may('publishing:pause') ? (
          <Button icon={<CirclePause aria-hidden="true" />} onClick={() => setPausing(true)}>
            {pause('start')}
          </Button>
        ) : null
      }
    >
      <div
        className={cx(
          'mx-auto grid w-full max-w-3xl grid-cols-1 items-start gap-x-12 gap-y-6 px-4 py-5',
          waiting.length ? 'lg:max-w-6xl lg:grid-cols-[minmax(0,1fr)_20rem]' : 'lg:max-w-4xl',
        )}
      >
        {waiting.length ? (
          <section aria-labelledby="waiting" className="lg:sticky lg:top-5 lg:order-last">
            <h2 id="waiting" className="text-body font-semibold">
              {t('page.waiting', { count: waiting.length })}
            </h2>
            <Ledger titled deliveries={waiting} rights={rights} onDone={revalidate} />
          </section>
        ) : null}
        <div className="flex min-w-0 flex-col gap-6">
          <nav className="flex items-center justify-between gap-2" aria-label={t('page.weeks')}>
            <Link className={buttonClass({ kind: 'quiet' })} to={`?week=${previous}`}>
              <ChevronLeft aria-hidden="true" />
              <span className="max-sm:sr-only">{t('page.previous')}</span>
            </Link>
            <h2 className="text-body font-semibold tabular-nums">{week}</h2>
            <Link className={buttonClass({ kind: 'quiet' })} to={`?week=${next}`}>
              <span className="max-sm:sr-only">{t('page.next')}</span>
              <ChevronRight aria-hidden="true" />
            </Link>
          </nav>
          {days.length ? null : (
            <EmptyState
              art={<Clock />}
              title={t('page.empty')}
              act={
                <Link to={path('board')} className={buttonClass()}>
                  {t('page.emptyAct')}
                </Link>
              }
            >
              {t('page.emptyHint')}
            </EmptyState>
          )}
          {days.map(({ day, slots }) => (
            <section key={day} aria-label={dayName(day)}>
              <h3 className="text-dense font-semibold">{dayName(day)}</h3>
              <Ledger titled deliveries={slots} rights={rights} onDone={revalidate} />
            </section>
          ))}
        </div>
      </div>
      {pausing ? <PauseDialog onClose={() => setPausing(false)} /> : null}
    </Page>
  )
}

const Clock = () => (
  <LineArt>
    <circle cx="60" cy="36" r="24" />
    <path d="M60 20v16l10 8M36 14l-6-6M84 14l6-6" />
  </LineArt>
)
