import type { ChannelKey, DemoChannel, DemoPost, DemoTeam, TeamKey } from '#db/seed/demo/demo.ts'
import type { MediaItem } from '#server/version/content.rules.ts'
import type { Ctx } from '../../core/ctx.ts'
import type { Audience } from '../../event/audience.rules.ts'
import type { EventData, EventType } from '../../event/catalogue.ts'
import { sendTimeAt } from '../../time/send-time.rules.ts'
import { type DemoRows, noRows } from './demo-rows.ts'

/** When a post came to each step of its way; null: not yet. Epoch ms, in order. */
export interface Course {
  created: number
  written: number
  submitted: number | null
  approved: number | null
  /** A reviewer asked for changes. */
  returned: number | null
  scheduled: number | null
  /** The last time anything happened to it. */
  last: number
}

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Something that happened before today, for the log. */
export interface PastEvent {
  at: number
  memberId: string | null
  type: EventType
  data: unknown
  subjectId: string
  audience: Audience
}

/** A post that went out, and where it stands on its network. */
export interface SentPost {
  post: DemoPost
  postId: string
  channel: ChannelKey
  deliveryId: string
  entryId: string
  at: number
}

/** All that is known of the company while it is being planted. */
export interface Scene {
  ctx: Ctx
  now: number
  rows: DemoRows
  past: PastEvent[]
  teams: Map<TeamKey, DemoTeam & { id: string }>
  /** Member ids by key. */
  people: Map<string, { id: string; team: TeamKey }>
  /** `pageId`: the channel's account on the practice network. */
  channels: Map<ChannelKey, DemoChannel & { id: string; pageId: string; teamId: string }>
  campaigns: Map<string, string>
  /** Ids by name. */
  labels: Map<string, string>
  /** Covers by campaign key, and `''` for the others; the alt text by language. */
  covers: { campaign: string; media: (language: string) => MediaItem }[]
  posts: Map<string, { id: string; teamId: string; post: DemoPost; name: string; course: Course }>
  sent: SentPost[]
}

export const emptyScene = (ctx: Ctx): Scene => ({
  ctx,
  now: ctx.now(),
  rows: noRows(),
  past: [],
  teams: new Map(),
  people: new Map(),
  channels: new Map(),
  campaigns: new Map(),
  labels: new Map(),
  covers: [],
  posts: new Map(),
  sent: [],
})

/** Notes that something happened; its data is checked when the log is written. */
export function happened<T extends EventType>(
  scene: Scene,
  what: { at: number; by: string | null; type: T; subjectId: string; audience: Audience },
  data: EventData<T>,
): void {
  const { at, by, ...rest } = what
  scene.past.push({ ...rest, at: Math.floor(at), memberId: by, data })
}

export const teamOf = (scene: Scene, key: TeamKey) => found(scene.teams.get(key), key)
export const personOf = (scene: Scene, key: string): string => found(scene.people.get(key), key).id
export const channelOf = (scene: Scene, key: ChannelKey) => found(scene.channels.get(key), key)

function found<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the demo names ${key}, which is not there`)
  return value
}

/** The local day `days` from today in a zone, `YYYY-MM-DD`. */
export function dayFrom(scene: Scene, days: number, zone: string): string {
  const today = sendTimeAt(scene.now, zone).local.slice(0, 10)
  return new Date(Date.parse(today) + days * DAY).toISOString().slice(0, 10)
}
