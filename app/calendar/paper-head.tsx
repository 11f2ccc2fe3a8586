import { useLocale, useTranslations } from 'use-intl'
import { zoneWords } from '#server/i18n/date-format.rules.ts'
import { cardIdOf } from '#server/post/slots.rules.ts'
import { STAGES } from '#server/post/stage.rules.ts'
import { useBoard } from '../board/board-context.tsx'
import { CampaignDot } from '../board/card-facts.tsx'
import { StageMark } from '../board/stage-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import type { CalendarData } from './calendar.tsx'
import { isHours } from './calendar-groups.ts'
import { useCalendarWords } from './calendar-words.ts'
import { usePrinting } from './use-printing.ts'

/** On paper, under the title: whose plan it is, whose clocks it shows and what its marks and colours mean. */
export function PaperHead({ data }: { data: CalendarData }) {
  return usePrinting() ? <Words data={data} /> : null
}

function Words({ data: { view, days, date } }: { data: CalendarData }) {
  const t = useCalendarWords('paper')
  const board = useTranslations('board')
  const locale = useLocale()
  const { workspace, me, campaigns } = useDirectory()
  const { cards } = useBoard()
  const state = cards.store.getState()
  const shown = new Set(days.flatMap((day) => state.groups[day]?.map(cardIdOf) ?? []))
  const posts = [...shown].flatMap((id) => state.cards.get(id) ?? [])
  const stages = STAGES.filter((stage) => posts.some((post) => post.stage === stage))
  const of = new Set(posts.map((post) => post.campaignId))
  const zone = zoneWords(me.zone, Date.parse(`${date}T12:00Z`), locale)
  return (
    <div data-paper-head="" className="flex flex-col gap-1 pb-2 text-meta text-muted">
      <p>
        <span className="font-semibold text-fg">{workspace.name}</span> ·{' '}
        {view === 'feed' ? null : t(isHours(view) ? 'hours' : 'days', { zone })}
      </p>
      <ul aria-label={t('legend')} className="flex flex-wrap gap-x-3 gap-y-0.5">
        {stages.map((stage) => (
          <li key={stage} className="flex items-center gap-1">
            <StageMark stage={stage} className="size-3" />
            {board(`stage.${stage}`)}
          </li>
        ))}
        {campaigns
          .filter(({ id }) => of.has(id))
          .map(({ id, name, hue }) => (
            <li key={id} className="flex items-center gap-1">
              <CampaignDot hue={hue} />
              {name}
            </li>
          ))}
      </ul>
    </div>
  )
}
