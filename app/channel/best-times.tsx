import { Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ChannelTimes } from '#server/channel/best-time.reads.ts'
import { ENOUGH_POSTS, nearestTo } from '#server/channel/best-time.rules.ts'
import { usePath } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { useBestTimeWords } from './best-time-words.ts'
import { useNetworkName } from './use-network-name.ts'

/** Proposals to choose from. */
const SHOWN = 3
/** What is nearer than this is no proposal, ms. */
const SOON = 3_600_000

interface BestTimesProps {
  channelId: string
  /** the day, `YYYY-MM-DD`, beside which they shall lie */
  day: string
  /** in which the times are written */
  zone: string
  onTake(at: number): void
}

/** Good hours of a channel near a day, to take by a press, and on what they rest. Nothing until they are there. */
export function BestTimes({ channelId, day, zone, onTake }: BestTimesProps) {
  const t = useBestTimeWords()
  const networkName = useNetworkName()
  const path = usePath()
  const write = useWriteDate()
  const [best, setBest] = useState<ChannelTimes | null>(null)
  useEffect(() => {
    const control = new AbortController()
    setBest(null)
    fetch(path(`calendar/best-times/${channelId}`), { signal: control.signal })
      .then(async (response) => {
        if (response.ok) setBest((await response.json()) as ChannelTimes)
      })
      // Closed, or no connection: a time is chosen without proposals.
      .catch(() => undefined)
    return () => control.abort()
  }, [path, channelId])
  if (!best?.hours.length) return null
  const facts = { zone: best.zone, after: Date.now() + SOON, most: SHOWN }
  const times = nearestTo(day, best.hours, facts)
  const about = { posts: best.posts, channel: best.name }
  const says =
    best.from === 'history'
      ? t('history', about)
      : t(best.posts < ENOUGH_POSTS ? 'default' : 'quiet', {
          ...about,
          network: networkName(best.network),
        })
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1.5">
      <h3 className="flex items-center gap-1.5 text-dense font-medium">
        <Sparkles className="size-4 text-subtle" aria-hidden="true" />
        {t('title')}
      </h3>
      <div className="flex flex-wrap gap-1.5">
        {times.map((at) => (
          <Button
            key={at}
            size="dense"
            className="tabular-nums"
            aria-label={t('take', { time: write(at, 'dayTime', zone) })}
            onClick={() => onTake(at)}
          >
            {write(at, 'dayTime', zone)}
          </Button>
        ))}
      </div>
      <p className="text-meta text-subtle">{says}</p>
    </section>
  )
}
