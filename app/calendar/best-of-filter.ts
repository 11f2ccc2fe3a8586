import type { Filter } from '#server/post/filter.rules.ts'

/** Of channels' best hours those that a filter by channel or team leaves. */
export const ofFilter = <T extends { channelId: string }>(
  hours: readonly T[],
  channels: readonly { id: string; teamId: string }[],
  { channel, team }: Pick<Filter, 'channel' | 'team'>,
): T[] =>
  hours.filter(({ channelId }) => {
    const one = channels.find(({ id }) => id === channelId)
    return one && (!channel || channel === channelId) && (!team || team === one.teamId)
  })
