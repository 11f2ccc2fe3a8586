import type { ReactNode } from 'react'
import { useFormatter, useLocale } from 'use-intl'
import type { CampaignPage } from '#server/campaign/campaign-page.reads.ts'
import { sayMoney } from '#server/campaign/money.rules.ts'
import { metricDefinition } from '#server/metric/metric.rules.ts'
import { useMetricWords } from '../dashboard/metric-words.ts'
import { useDirectory } from '../live/directory.tsx'
import { Badge } from '../ui/badge.tsx'
import { cx } from '../ui/cx.ts'
import { useCampaignWords } from './campaign-words.ts'

const tones = { coming: 'slate', running: 'teal', over: 'neutral' } as const

/** A thin bar; what it says stands in words beside it. */
export function Bar({ share, className }: { share: number; className?: string }) {
  return (
    <span aria-hidden="true" className={cx('block h-1 overflow-hidden rounded-full bg-n4', className)}>
      <span
        className="block h-full rounded-full bg-accent"
        style={{ width: `${Math.min(1, Math.max(0, share)) * 100}%` }}
      />
    </span>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-meta text-subtle">{label}</dt>
      <dd className="mt-0.5 text-dense tabular-nums">{children}</dd>
    </div>
  )
}

/** What a campaign is for: goal, days, budget, and how much of its time has gone. */
export function CampaignFacts({ page }: { page: CampaignPage }) {
  const t = useCampaignWords()
  const format = useFormatter()
  const locale = useLocale()
  const { teams } = useDirectory()
  const { campaign, time, phase, budget } = page
  const { startsOn, endsOn } = campaign
  const day = (value: string | null) =>
    value
      ? format.dateTime(new Date(`${value}T12:00Z`), {
          month: 'short',
          day: 'numeric',
          year: 'numeric',
          timeZone: 'UTC',
        })
      : t('page.open')
  return (
    <section className="flex flex-col gap-4">
      <p className={cx('max-w-prose text-section', !campaign.goal && 'text-subtle')}>
        {campaign.goal || t('page.noGoal')}
      </p>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Fact label={t('team')}>{teams.find(({ id }) => id === campaign.teamId)?.name}</Fact>
        <Fact label={t('page.time')}>
          <span className="mr-1.5">
            {startsOn || endsOn ? t('page.days', { from: day(startsOn), to: day(endsOn) }) : t('page.noDays')}
          </span>
          <Badge tone={tones[phase]}>{t(`phase.${phase}`)}</Badge>
        </Fact>
        <Fact label={t('budget')}>
          <span suppressHydrationWarning>{budget ? sayMoney(budget, locale) : t('page.noBudget')}</span>
        </Fact>
      </dl>
      <div className="flex max-w-prose flex-col gap-1">
        {time ? <Bar share={time.share} /> : null}
        <p className="text-meta text-subtle">
          {!time
            ? t('page.timeOpen')
            : time.share === 0 && phase === 'coming'
              ? t('page.timeComing', { days: time.days })
              : time.days === 0
                ? t('page.timeOver')
                : t('page.timeRunning', {
                    days: time.days,
                    share: format.number(time.share, { style: 'percent', maximumFractionDigits: 0 }),
                  })}
        </p>
      </div>
    </section>
  )
}

/** The targets and what has been measured for each; what is not measured is said, never guessed. */
export function CampaignKpis({ kpis }: { kpis: CampaignPage['kpis'] }) {
  const t = useCampaignWords()
  const metric = useMetricWords()
  const format = useFormatter()
  return (
    <section aria-labelledby="kpis" className="flex flex-col gap-2">
      <h2 id="kpis" className="text-section font-semibold">
        {t('targets')}
      </h2>
      {kpis.length ? null : <p className="text-dense text-subtle">{t('kpi.none')}</p>}
      <ul className="flex flex-col gap-3">
        {kpis.map((one) => {
          const { unit, good } = metricDefinition(one.metric)
          const say = (value: number) =>
            unit === 'share'
              ? format.number(value, { style: 'percent', maximumFractionDigits: 1 })
              : unit === 'milliseconds'
                ? t('kpi.hours', { hours: Math.round(value / 360_000) / 10 })
                : format.number(value, { maximumFractionDigits: 0 })
          const target = say(one.value)
          const reached =
            one.measured !== null && (good === 'down' ? one.measured <= one.value : one.measured >= one.value)
          return (
            <li key={one.metric} className="flex flex-col gap-1">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-dense">
                <span className="font-medium">{metric(`${one.metric}.label`)}</span>
                <span className="text-muted tabular-nums">
                  {one.measured === null
                    ? t('kpi.unmeasured', { target })
                    : t('kpi.of', { measured: say(one.measured), target })}
                  {reached && good !== 'down' ? (
                    <Badge tone="green" className="ml-1.5">
                      {t('kpi.reached')}
                    </Badge>
                  ) : null}
                </span>
              </p>
              {one.measured === null ? null : <Bar share={one.measured / one.value} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
