import type { CampaignSettings } from '#server/campaign/campaign.rules.ts'
import type { ConversationState, Priority } from '#server/conversation/conversation.rules.ts'
import type { Stage } from '#server/post/stage.rules.ts'
import type { SentimentLabel } from '#server/sentiment/sentiment.rules.ts'

/**
 * The demo workspace as data: an invented tea company. Everything refers by `key`, and every time is relative (days
 * and local times of a team, minutes before now), so that it looks lived in whenever it is planted.
 */

export type TeamKey = 'hq' | 'seoul' | 'madrid' | 'berlin'
export type ChannelKey = 'global' | 'journal' | 'care' | 'korea' | 'spain' | 'germany'
export type RoleName = 'owner' | 'admin' | 'manager' | 'editor' | 'agent' | 'analyst' | 'viewer'

export interface DemoTeam {
  key: TeamKey
  name: string
  kind: 'hq' | 'region'
  zone: string
  locale: string
  /** ISO 3166-1 alpha-2, for holidays. */
  country: string
}

export interface DemoMember {
  key: string
  name: string
  title: string
  role: RoleName
  teams: TeamKey[]
  locale: string
  zone: string
}

export interface DemoChannel {
  key: ChannelKey
  team: TeamKey
  name: string
  handle: string
  zone: string
  cadenceMin: number
  cadenceMax: number
  approval: 'none' | 'optional' | 'required'
}

export interface DemoCampaign {
  key: string
  team: TeamKey
  name: string
  goal: string
  hue: CampaignSettings['hue']
  /** Days from today, both included. */
  from: number
  to: number
  targets: CampaignSettings['targets']
}

export interface DemoPost {
  key: string
  team: TeamKey
  title: string
  text: string
  /** None for an idea that has no place yet. */
  channels: ChannelKey[]
  stage: Stage
  /** Days from today and local time of the team; none while it is undated. */
  day?: number
  time?: string
  campaign?: string
  labels: string[]
  author: string
  assignee?: string
  /** Why a reviewer gave it back: a draft again, not yet reworked. */
  changes?: string
  /** Days from today and local time, in the channel's zone, where it does not go out with the post. */
  ownTimes?: Partial<Record<ChannelKey, { day: number; time: string }>>
  /** Own text of a channel. */
  overrides?: Partial<Record<ChannelKey, string>>
}

export interface DemoMessage {
  /** `them`, or the key of the member who answered. */
  from: string
  /** Minutes before now. */
  ago: number
  text: string
}

export interface DemoConversation {
  key: string
  channel: ChannelKey
  kind: 'reply' | 'mention' | 'direct'
  person: { name: string; handle: string }
  /** The post it answers. */
  post?: string
  state: ConversationState
  priority?: Priority
  assignee?: string
  /** How a person would say the last inbound message sounds. */
  mood: SentimentLabel
  messages: DemoMessage[]
}

export interface DemoThread {
  post: string
  /** Words of the post's text it is about; none for the whole post. */
  quote?: string
  resolved?: boolean
  external?: boolean
  comments: { by: string; ago: number; text: string }[]
}
