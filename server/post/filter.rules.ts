import type { Card } from './card.rules.ts'

/** What narrows a board or calendar; all of it must hold. */
export interface Filter {
  /** Words that all occur in the title or a label. */
  q: string
  campaign: string | null
  channel: string | null
  assignee: string | null
  team: string | null
  label: string | null
}

export const FACETS = ['campaign', 'channel', 'label', 'assignee', 'team'] as const
export type Facet = (typeof FACETS)[number]

/** For what nobody has: no campaign, nobody assigned. */
export const NONE = 'none'

/** Everything passes. */
export const NO_FILTER: Filter = {
  q: '',
  campaign: null,
  channel: null,
  assignee: null,
  team: null,
  label: null,
}

export const filterFrom = (params: URLSearchParams): Filter => ({
  q: params.get('q') ?? '',
  campaign: params.get('campaign'),
  channel: params.get('channel'),
  assignee: params.get('assignee'),
  team: params.get('team'),
  label: params.get('label'),
})

export const isFiltering = (filter: Filter): boolean =>
  filter.q.trim() !== '' || FACETS.some((facet) => filter[facet] !== null)

/** The parameters of an address with a filter; others stay. */
export function withFilter(params: URLSearchParams, change: Partial<Filter>): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value)
    else next.delete(name)
  }
  return next
}

const fold = (text: string) => text.normalize('NFC').toLocaleLowerCase()

/**
 * Whether a card passes, as a function of the filter, so that words are folded once.
 * @param named the labels' names, for words are found in them too
 */
export function matcher(
  filter: Filter,
  named: readonly { id: string; name: string }[] = [],
): (card: Card) => boolean {
  // Mostly so, and asked of every card before the page lives.
  if (!isFiltering(filter)) return () => true
  const { q, campaign, channel, assignee, team, label } = filter
  const names = new Map(named.map(({ id, name }) => [id, name]))
  const words = fold(q).split(/\s+/).filter(Boolean)
  const fits = (wanted: string | null, value: string | null) =>
    wanted === null || (wanted === NONE ? value === null : value === wanted)
  return (card) => {
    if (!fits(campaign, card.campaignId) || !fits(assignee, card.assigneeId) || !fits(team, card.teamId))
      return false
    if (label !== null && (label === NONE ? card.labels.length > 0 : !card.labels.includes(label)))
      return false
    if (channel !== null && !card.channelIds.includes(channel)) return false
    if (!words.length) return true
    const text = fold([card.title, ...card.labels.map((id) => names.get(id) ?? '')].join(' '))
    return words.every((word) => text.includes(word))
  }
}
