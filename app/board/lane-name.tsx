import { CircleDashed, UserRoundX } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Directory } from '#server/workspace/directory.reads.ts'
import { NetworkMark } from '../channel/network-mark.tsx'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { CampaignDot } from './card-facts.tsx'
import { type LaneKind, NONE, OTHER } from './lanes.rules.ts'

/** What a lane is called. */
export function useLaneName(kind: LaneKind): (lane: string) => string {
  const t = useTranslations('board')
  const directory = useDirectory()
  return (lane) => {
    if (lane === OTHER) return t('lanes.other')
    if (lane === NONE) return t(NOTHING[kind])
    return listOf(kind, directory).find(({ id }) => id === lane)?.name ?? ''
  }
}

const NOTHING = {
  campaign: 'filter.noCampaign',
  channel: 'lanes.noChannel',
  assignee: 'filter.nobody',
  team: 'lanes.other',
} as const

const listOf = (
  kind: LaneKind,
  { campaigns, channels, members, teams }: Directory,
): readonly { id: string; name: string }[] =>
  ({ campaign: campaigns, channel: channels, assignee: members, team: teams })[kind]

/** The colour, network or face of a lane, beside its name. */
export function LaneMark({ kind, lane }: { kind: LaneKind; lane: string }) {
  const { campaigns, channels, members } = useDirectory()
  const campaign = kind === 'campaign' && campaigns.find(({ id }) => id === lane)
  if (campaign) return <CampaignDot hue={campaign.hue} />
  const channel = kind === 'channel' && channels.find(({ id }) => id === lane)
  if (channel) return <NetworkMark network={channel.network} label={channel.name} />
  const member = kind === 'assignee' && members.find(({ id }) => id === lane)
  if (member) return <Avatar person={member} size={20} />
  if (kind === 'team' && lane !== OTHER) return null
  return kind === 'assignee' ? <UserRoundX aria-hidden="true" /> : <CircleDashed aria-hidden="true" />
}
