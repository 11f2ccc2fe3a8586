import { useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { filterFrom } from '#server/post/filter.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { type Band, bandsOf } from './best-bands.rules.ts'
import { useBestHours, useReadBestHours } from './best-hours-store.ts'
import { ofFilter } from './best-of-filter.ts'

/** The best hours of the channels in sight by day, on my clocks; null while they are not there or not wanted. */
export function useBestBands(days: readonly string[]): ReadonlyMap<string, Band[]> | null {
  useReadBestHours(days)
  const [params] = useSearchParams()
  const { me, channels } = useDirectory()
  const { shown, channels: hours } = useBestHours()
  const { channel, team } = filterFrom(params)
  return useMemo(
    () => (shown && hours.length ? bandsOf(ofFilter(hours, channels, { channel, team }), me.zone) : null),
    [shown, hours, channels, channel, team, me.zone],
  )
}
