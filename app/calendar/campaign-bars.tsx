import { Link, useLocation, useSearchParams } from '@remix-run/react'
import { type CSSProperties, useCallback, useState } from 'react'
import { useFormatter } from 'use-intl'
import type { Bar, BarRest, Bars } from '#server/campaign/bars.rules.ts'
import { filterFrom, withFilter } from '#server/post/filter.rules.ts'
import { useCampaignWords } from '../campaign/campaign-words.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { tip } from '../ui/tip.ts'
import { type End, useBarEnd } from './use-bar-end.ts'
import { type BarMove, useBarMove } from './use-bar-move.ts'
import { draftBar, useBarDraft } from './use-bars.ts'

const CampaignMove = lazyPart(async () => (await import('./campaign-move.tsx')).CampaignMove)

/** The height of a lane, px. */
export const LANE = 20

/** Campaigns over the days of a grid, each from its first day to its last; ends are dragged, or moved by arrows. */
export function CampaignBars({ bars, top }: { bars: Bars; top: number }) {
  const { campaigns } = useDirectory()
  const [move, setMove] = useState<BarMove | null>(null)
  const fetchThen = useFetchThen()
  const settle = useCallback(
    (next: BarMove) =>
      fetchThen(
        () =>
          CampaignMove.fetch().catch((error: unknown) => {
            draftBar(next.id, null)
            throw error
          }),
        () => setMove(next),
      ),
    [fetchThen],
  )
  return (
    <>
      {bars.bars.map((bar) => {
        const campaign = campaigns.find((one) => one.id === bar.id)
        return campaign ? (
          <CampaignBar key={`${bar.id} ${bar.row}`} bar={bar} campaign={campaign} top={top} settle={settle} />
        ) : null
      })}
      {move ? (
        <CampaignMove
          key={`${move.id} ${move.from.startsOn} ${move.by}`}
          move={move}
          close={() => setMove(null)}
        />
      ) : null}
      {bars.rests.map((rest) => (
        <Rest key={`${rest.ids[0]} ${rest.row} ${rest.from}`} rest={rest} top={top} />
      ))}
    </>
  )
}

type Campaign = ReturnType<typeof useDirectory>['campaigns'][number]

interface CampaignBarProps {
  bar: Bar
  campaign: Campaign
  top: number
  settle(move: BarMove): void
}

function CampaignBar({ bar, campaign, top, settle }: CampaignBarProps) {
  const t = useCampaignWords('bar')
  const format = useFormatter()
  const may = useMay()
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const draft = useBarDraft((state) => state.days[campaign.id])
  const days = { startsOn: campaign.startsOn, endsOn: campaign.endsOn, ...draft }
  const only = filterFrom(params).campaign === campaign.id
  const write = (day: string | null) =>
    day
      ? format.dateTime(new Date(`${day}T12:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' })
      : t('open')
  const movable = may('campaign:write', campaign.teamId)
  const whole = useBarMove(campaign, settle)
  const said = t('days', { name: campaign.name, from: write(days.startsOn), to: write(days.endsOn) })
  return (
    <div
      data-campaign={campaign.id}
      className={cx(
        'person hover-part relative z-10 flex h-4.5 min-w-0 self-start bg-person-soft text-meta text-person-text max-md:hidden',
        bar.begins ? 'ml-1 rounded-l-mark' : '',
        bar.closes ? 'mr-1 rounded-r-mark' : '',
        draft && 'ring-1 ring-person',
      )}
      style={barStyle(bar, top, campaign.hue)}
    >
      {bar.begins ? <span className="w-1 shrink-0 rounded-l-mark bg-person" /> : null}
      <Link
        to={`${pathname}?${withFilter(params, { campaign: only ? null : campaign.id })}`}
        replace
        preventScrollReset
        className="min-w-0 flex-1 truncate px-1.5 leading-4.5 font-medium hover:underline"
        {...tip(movable ? `${said} · ${t('move')}` : said)}
        aria-pressed={only}
        role="button"
        aria-label={t('only', { name: campaign.name })}
        {...(movable ? { ...whole, 'aria-keyshortcuts': 'Alt+ArrowLeft Alt+ArrowRight' } : {})}
      >
        {campaign.name}
      </Link>
      {movable && bar.begins ? (
        <BarEnd
          end="startsOn"
          campaign={campaign}
          label={t('start', { name: campaign.name })}
          write={write}
        />
      ) : null}
      {movable && bar.closes ? (
        <BarEnd end="endsOn" campaign={campaign} label={t('end', { name: campaign.name })} write={write} />
      ) : null}
    </div>
  )
}

interface BarEndProps {
  end: End
  campaign: Campaign
  label: string
  write(day: string | null): string
}

/** The end of a bar: dragged to another day, or moved by arrows when it has the focus. */
function BarEnd({ end, campaign, label, write }: BarEndProps) {
  const { days, handlers } = useBarEnd(campaign, end)
  const day = days[end]
  return (
    // A slider of days: it has a value, arrows move it, and the pointer drags it.
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuenow={day ? Math.round(Date.parse(day) / 86_400_000) : 0}
      aria-valuetext={write(day)}
      className={cx(
        'absolute inset-y-0 w-2 cursor-ew-resize touch-none rounded-mark part-hover:bg-person/40 hover:bg-person! focus-visible:bg-person focus-visible:outline-offset-0 touch:w-4',
        end === 'startsOn' ? 'left-0' : 'right-0',
      )}
      {...handlers}
    />
  )
}

function Rest({ rest, top }: { rest: BarRest; top: number }) {
  const t = useCampaignWords('bar')
  const path = usePath()
  const { campaigns } = useDirectory()
  const names = campaigns.filter((one) => rest.ids.includes(one.id)).map((one) => one.name)
  return (
    <Link
      to={path('campaigns')}
      className="z-10 mx-1 h-4.5 self-start truncate rounded-mark bg-n4 px-1.5 text-meta leading-4.5 text-muted hover:text-fg max-md:hidden"
      style={barStyle(rest, top, 0)}
      {...tip(names.join(', '))}
    >
      {t('more', { count: rest.ids.length })}
    </Link>
  )
}

const barStyle = (bar: Pick<Bar, 'row' | 'from' | 'to' | 'lane'>, top: number, hue: number) =>
  ({
    '--hue': hue * 30 + 15,
    gridRow: bar.row + 1,
    gridColumn: `${bar.from + 1} / ${bar.to + 1}`,
    marginTop: top + bar.lane * LANE,
  }) as CSSProperties
