import type { Card } from '#server/post/card.rules.ts'

/** Whether anything is noted beside a post (`CardNotes`). Cards of older events know none of it. */
const hasNotes = ({ dueAt, seriesId, checksTotal, attachments }: Card): boolean =>
  dueAt != null || Boolean(seriesId) || checksTotal > 0 || attachments > 0

/** Whether a card has a row of facts; an idea often is but a title. */
export const hasFacts = (card: Card): boolean =>
  card.labels.length > 0 ||
  card.channelIds.length > 0 ||
  card.sendAt !== null ||
  card.openThreads > 0 ||
  hasNotes(card) ||
  Boolean(card.trouble || card.approval || card.assigneeId)
