import { z } from 'zod'

/** What somebody is told of. Each has a sentence under `notification.kind.<kind>` and leads to a post, a canvas or a conversation. */
export const NOTIFICATION_KINDS = [
  'mention',
  'reply',
  'assigned',
  'conversationAssigned',
  'reviewAsked',
  'decided',
  'sent',
  'notSent',
  'joined',
  'campaignPublished',
  'centralChanged',
  'timeKept',
  'timeKeptThere',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** The page a notification leads to, below the workspace's address. */
export function placeOf({
  kind,
  subjectId,
  canvasThread,
}: Pick<NotificationView, 'kind' | 'subjectId'> & { canvasThread?: string | null }): string {
  if (canvasThread) return `canvas/${subjectId}?thread=${encodeURIComponent(canvasThread)}`
  if (kind === 'joined') return 'settings/members'
  if (kind === 'campaignPublished') return `campaign/${subjectId}`
  return kind === 'conversationAssigned' ? `inbox/${subjectId}` : `post/${subjectId}`
}

export const notificationView = z.object({
  id: z.string(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** The post, canvas, conversation or member it is about. */
  subjectId: z.string().nullable(),
  /** Who did it; null: the house. */
  byId: z.string().nullable(),
  by: z.string(),
  title: z.string(),
  /** `approve`, `changes` or `reject` of a decision, the team of a campaign, why a time was kept; empty otherwise. */
  what: z.string(),
  /** The teams it happened in, by name; empty otherwise. */
  team: z.string(),
  /** The discussion on a canvas it is about; `subjectId` is the canvas then. */
  canvasThread: z.string().nullable(),
  /** Epoch ms. */
  at: z.number(),
  read: z.boolean(),
})
export type NotificationView = z.infer<typeof notificationView>

/** Whose doing it is; null: the house's. Who accepts an invitation is not yet a member while doing so. */
export function doerOf({
  kind,
  subjectId,
  byId,
  by,
  title,
}: Pick<NotificationView, 'kind' | 'subjectId' | 'byId' | 'by' | 'title'>): {
  id: string
  name: string
} | null {
  if (kind === 'joined' && subjectId) return { id: subjectId, name: title }
  return byId ? { id: byId, name: by } : null
}
