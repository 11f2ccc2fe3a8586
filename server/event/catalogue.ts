import type { z } from 'zod'
import { approvalEvents } from '../approval/approval.events.ts'
import { assetEvents } from '../asset/asset.events.ts'
import { attachmentEvents } from '../attachment/attachment.events.ts'
import { bondEvents } from '../bond/bond.events.ts'
import { campaignEvents } from '../campaign/campaign.events.ts'
import { canvasEvents } from '../canvas/canvas.events.ts'
import { channelEvents } from '../channel/channel.events.ts'
import { checklistEvents } from '../checklist/checklist.events.ts'
import { canvasThreadEvents } from '../comment/canvas-thread.events.ts'
import { commentEvents } from '../comment/comment.events.ts'
import { conversationEvents } from '../conversation/conversation.events.ts'
import { deliveryEvents } from '../delivery/delivery.events.ts'
import { feedEvents } from '../feed/feed.events.ts'
import { importEvents } from '../import/import.events.ts'
import { jobEvents } from '../job/job.events.ts'
import { labelEvents } from '../label/label.events.ts'
import { memberEvents } from '../member/member.events.ts'
import { metricEvents } from '../metric/metric.events.ts'
import { practiceEvents } from '../network/practice/practice.events.ts'
import { notificationEvents } from '../notification/notification.events.ts'
import { draftEvents } from '../post/draft.events.ts'
import { penEvents } from '../post/pen.events.ts'
import { postEvents } from '../post/post.events.ts'
import { seriesEvents } from '../series/series.events.ts'
import { sessionEvents } from '../session/session.events.ts'
import { stageEvents } from '../stage/stage.events.ts'
import { teamEvents } from '../team/team.events.ts'
import { tokenEvents } from '../token/token.events.ts'
import { viewEvents } from '../view/view.events.ts'

/** Everything that can happen, once. Socket types, audit sentences and webhooks are derived from it. */
export const EVENTS = {
  ...assetEvents,
  ...attachmentEvents,
  ...channelEvents,
  ...approvalEvents,
  ...bondEvents,
  ...campaignEvents,
  ...canvasEvents,
  ...canvasThreadEvents,
  ...checklistEvents,
  ...commentEvents,
  ...draftEvents,
  ...feedEvents,
  ...importEvents,
  ...jobEvents,
  ...deliveryEvents,
  ...conversationEvents,
  ...labelEvents,
  ...memberEvents,
  ...metricEvents,
  ...notificationEvents,
  ...penEvents,
  ...postEvents,
  ...seriesEvents,
  ...sessionEvents,
  ...stageEvents,
  ...teamEvents,
  ...tokenEvents,
  ...viewEvents,
  ...practiceEvents,
}

export type EventType = keyof typeof EVENTS
export type EventData<T extends EventType> = z.infer<(typeof EVENTS)[T]['data']>

/** An event as sockets carry it. */
export type LogEvent = {
  [T in EventType]: {
    n: number
    at: number
    type: T
    memberId: string | null
    subjectId: string | null
    data: EventData<T>
  }
}[EventType]

/** What those receive who may not see an event: only that its number is taken. */
export interface SilentEvent {
  n: number
}
