import type { Filter } from '#server/post/filter.rules.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'

type Known = Pick<Directory, 'campaigns' | 'channels' | 'labels' | 'members'>

/** What a new post has so that it fits what the page shows: of what an address names only what is (still) there. */
export function beginWith(
  filter: Pick<Filter, 'campaign' | 'channel' | 'label' | 'assignee'>,
  { campaigns, channels, labels, members }: Known,
): { campaignId: string | null; channelIds: string[]; assigneeId: string | null; labelIds: string[] } {
  const there = (all: readonly { id: string; gone?: boolean }[], id: string | null) =>
    all.find((one) => one.id === id && !one.gone)?.id ?? null
  const some = (id: string | null) => (id === null ? [] : [id])
  return {
    campaignId: there(campaigns, filter.campaign),
    channelIds: some(there(channels, filter.channel)),
    assigneeId: there(members, filter.assignee),
    labelIds: some(there(labels, filter.label)),
  }
}
