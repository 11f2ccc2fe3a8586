import { Sparkles } from 'lucide-react'
import { useLocale } from 'use-intl'
import { writeDate } from '#server/i18n/date-format.rules.ts'
import { useBestTimeWords } from '../channel/best-time-words.ts'
import { useDirectory } from '../live/directory.tsx'
import { useListFormat } from '../ui/list-format.ts'
import { tip } from '../ui/tip.ts'
import type { Band } from './best-bands.rules.ts'
import { topOf, useHourScale } from './hour-scale.ts'

/** Behind the posts of a day: the hours at which posts of channels do best, as bands with a mark; and in words. */
export function BestBands({ bands }: { bands: readonly Band[] }) {
  const t = useBestTimeWords('band')
  const list = useListFormat()
  const locale = useLocale()
  const { channels } = useDirectory()
  const scale = useHourScale()
  const names = (ids: readonly string[]) =>
    list(ids.map((id) => channels.find((one) => one.id === id)?.name ?? '?'))
  const say = ({ from, channelIds }: Band) =>
    t('says', { time: writeDate(from * 60_000, 'time', 'UTC', locale), channels: names(channelIds) })
  return (
    <>
      <p className="sr-only">
        {bands
          .filter(({ first }) => first)
          .map(say)
          .join(' ')}
      </p>
      {bands.map((band) => (
        <div
          key={band.from}
          aria-hidden="true"
          data-best={band.channelIds.length}
          className="pointer-events-none absolute inset-x-0 border-l-2 border-accent/60 bg-accent/6"
          style={{ top: topOf(scale.of(band.from)), height: topOf(band.to - band.from) }}
        >
          {band.first ? (
            <span
              className="pointer-events-auto absolute right-0.5 bottom-0.5 flex items-center gap-0.5 rounded-mark px-0.5 text-[0.625rem] leading-none font-medium text-accent-text tabular-nums [&_svg]:size-3"
              {...tip(say(band))}
            >
              {band.channelIds.length > 1 ? band.channelIds.length : null}
              <Sparkles />
            </span>
          ) : null}
        </div>
      ))}
    </>
  )
}
