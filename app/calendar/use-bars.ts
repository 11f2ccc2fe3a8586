import { useSearchParams } from '@remix-run/react'
import { useMemo } from 'react'
import { create } from 'zustand'
import { type Bars, barsOf, type CampaignDays } from '#server/campaign/bars.rules.ts'
import { filterFrom } from '#server/post/filter.rules.ts'
import { useDirectory } from '../live/directory.tsx'

/** Days that I am giving campaigns, until the directory has them. */
export const useBarDraft = create<{ days: Readonly<Record<string, CampaignDays>> }>(() => ({ days: {} }))

export function draftBar(id: string, days: CampaignDays | null): void {
  useBarDraft.setState(({ days: { [id]: _, ...rest } }) => ({ days: days ? { ...rest, [id]: days } : rest }))
}

/**
 * The campaigns that run on these days as bars, narrowed as the posts are; with what I am dragging.
 * @param whole a bar for each, however many: paper has nothing to press for the rest
 */
export function useBars(days: readonly string[], width: number, whole = false): Bars {
  const campaigns = useSeen()
  const draft = useBarDraft((state) => state.days)
  return useMemo(() => {
    // Of equals the longest-running stays on top, however a dragged one changes.
    const seen = [...campaigns].sort(
      (a, b) => (a.startsOn ?? '').localeCompare(b.startsOn ?? '') || a.name.localeCompare(b.name),
    )
    return barsOf(
      seen.map((one) => ({ ...one, ...draft[one.id] })),
      days,
      width,
      whole ? Number.POSITIVE_INFINITY : undefined,
    )
  }, [campaigns, draft, days, width, whole])
}

/** The campaigns that begin or end on a day, for where there is no room for bars. */
export type BarEnds = readonly { id: string; name: string; hue: number; end: 'start' | 'end' }[]

/** By the day on which they begin or end, narrowed as the posts are. */
export function useBarEnds(): ReadonlyMap<string, BarEnds> {
  const campaigns = useSeen()
  return useMemo(() => {
    const ends = campaigns.flatMap(({ startsOn, endsOn, id, name, hue }) => [
      { day: startsOn ?? '', id, name, hue, end: 'start' as const },
      { day: endsOn ?? '', id, name, hue, end: 'end' as const },
    ])
    return Map.groupBy(
      ends.filter(({ day }) => day),
      ({ day }) => day,
    )
  }, [campaigns])
}

/** The campaigns that the filters leave. */
function useSeen() {
  const { campaigns } = useDirectory()
  const [params] = useSearchParams()
  const { campaign, team } = filterFrom(params)
  return useMemo(
    () =>
      campaigns.filter(
        (one) => (campaign === null || one.id === campaign) && (team === null || one.teamId === team),
      ),
    [campaigns, campaign, team],
  )
}
