import { Drama } from 'lucide-react'
import { useFormatter, useLocale } from 'use-intl'
import { zoneWords } from '#server/i18n/date-format.rules.ts'
import type { Figures } from '#server/metric/figures.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { PresenceRoom } from '../live/presence/presence-room.tsx'
import { useHere, useReport } from '../live/presence/use-presence.ts'
import { Page } from '../shell/page.tsx'
import { Badge } from '../ui/badge.tsx'
import { FacesHere } from '../ui/faces-here.tsx'
import { EngagementChart, SentimentChart } from './charts.tsx'
import { useDashboardWords } from './dashboard-words.ts'
import { Definitions } from './definition.tsx'
import { EmptyDashboard } from './empty-dashboard.tsx'
import { tileNames } from './figure-facts.ts'
import { FilterBar } from './filter-bar.tsx'
import { useFilters } from './filters.ts'
import { ByChannel, TopPosts } from './rankings.tsx'
import { Tiles } from './tiles.tsx'
import { useFigures } from './use-figures.ts'

/** Posts, engagement and sentiment, moving while one looks. */
export function DashboardPage({ loaded }: { loaded: Figures }) {
  const t = useDashboardWords()
  const { workspace, presence, channels } = useDirectory()
  const [input, change] = useFilters()
  const figures = useFigures(loaded, input)
  const nothing = figures.channels.length === 0 && figures.offered.length === 0
  const teaches = channels.length === 0 || (nothing && figures.practice !== 'in')
  return (
    <PresenceRoom id={`${workspace.id}:dashboard`} access={presence}>
      <Page
        title={t('title')}
        presence={<Here />}
        filters={<FilterBar input={input} figures={figures} onChange={change} />}
      >
        {teaches && figures.practice !== 'demo' ? (
          <EmptyDashboard
            practice={figures.practice === 'out'}
            onPractice={() => change({ practice: '1' })}
            onClear={() => change({ team: null, network: null, channel: null, campaign: null })}
          />
        ) : (
          <Grid figures={figures} />
        )}
      </Page>
    </PresenceRoom>
  )
}

function Grid({ figures }: { figures: Figures }) {
  const t = useDashboardWords()
  const format = useFormatter()
  const locale = useLocale()
  const noon = (text: string) => Date.parse(`${text}T12:00:00Z`)
  const day = (text: string) =>
    format.dateTime(new Date(noon(text)), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (
    <div className="mx-auto grid max-w-[1440px] grid-cols-12 gap-x-2 gap-y-8 lg:gap-x-8 px-3 py-5 md:px-6">
      <div className="col-span-12 -mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="text-meta text-subtle">
          {t('days', {
            from: day(figures.firstDay),
            to: day(figures.lastDay),
            zone: zoneWords(figures.zone, noon(figures.lastDay), locale),
          })}
        </p>
        {figures.practice === 'in' ? (
          <Badge tone="amber" icon={<Drama aria-hidden="true" />} title={t('practiceInHint')}>
            {t('practiceIn')}
          </Badge>
        ) : null}
      </div>
      <Tiles figures={figures} />
      <EngagementChart figures={figures} />
      <SentimentChart figures={figures} />
      <TopPosts figures={figures} />
      <ByChannel figures={figures} measure="engagements" />
      <ByChannel figures={figures} measure="received" />
      <Definitions names={tileNames(figures)} />
    </div>
  )
}

/** Who else looks at these figures. */
function Here() {
  const people = useHere()
  useReport({ page: 'dashboard' })
  return <FacesHere people={people} />
}
