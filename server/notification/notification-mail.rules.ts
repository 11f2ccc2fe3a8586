import type { NotificationKind } from './notification.rules.ts'

/** What a member chooses by e-mail: kinds of notification that belong together. Words under `settings.mail.kind`. */
export const MAIL_KINDS = ['mention', 'assignment', 'review', 'decision', 'sending'] as const
export type MailKind = (typeof MAIL_KINDS)[number]
export type MailKinds = Record<MailKind, boolean>

/** Null: shown in the app only. */
const MAIL_KIND_OF: Record<NotificationKind, MailKind | null> = {
  mention: 'mention',
  reply: 'mention',
  assigned: 'assignment',
  conversationAssigned: 'assignment',
  reviewAsked: 'review',
  decided: 'decision',
  sent: 'sending',
  notSent: 'sending',
  joined: null,
  campaignPublished: 'assignment',
  centralChanged: 'assignment',
  timeKept: 'assignment',
  timeKeptThere: 'assignment',
}

/** What holds for whoever has not chosen. */
const MAIL_DEFAULTS: MailKinds = {
  mention: true,
  assignment: true,
  review: true,
  decision: true,
  sending: true,
}

/** Notifications of so long go out in one message, ms from the first. */
export const BATCH_MS = 5 * 60_000

/** The choice as it holds: what is stored, and the default for a kind that was never chosen. */
export function mailKindsOf(stored: Readonly<Record<string, boolean>>): MailKinds {
  const chosen = MAIL_KINDS.map((kind) => [kind, stored[kind] ?? MAIL_DEFAULTS[kind]] as const)
  return Object.fromEntries(chosen) as MailKinds
}

/** Whether a notification goes by e-mail to somebody who chose this. */
export function goesByMail(stored: Readonly<Record<string, boolean>>, kind: NotificationKind): boolean {
  const group = MAIL_KIND_OF[kind]
  return group !== null && mailKindsOf(stored)[group]
}

/** Names that belong to nobody (RFC 2606, RFC 6761): the people of the demo live there. */
const NOBODYS = /\.(example|invalid)$/i

/** Whether mail to the address could reach anybody. */
export const isReachable = (email: string): boolean => email.includes('@') && !NOBODYS.test(email.trim())

/** What the subject of a mail counts, the most urgent first. Words under `mail.notifications.what`. */
const URGENCY = ['notSent', 'review', 'decision', 'mention', 'reply', 'assignment', 'sent'] as const
export type SubjectWord = (typeof URGENCY)[number]

const WORD_OF: Record<NotificationKind, SubjectWord> = {
  mention: 'mention',
  reply: 'reply',
  assigned: 'assignment',
  conversationAssigned: 'assignment',
  reviewAsked: 'review',
  decided: 'decision',
  sent: 'sent',
  notSent: 'notSent',
  joined: 'assignment',
  campaignPublished: 'assignment',
  centralChanged: 'assignment',
  timeKept: 'assignment',
  timeKeptThere: 'assignment',
}

/** How many of what a mail brings, the most urgent first: `[{word: 'review', count: 1}, {word: 'reply', count: 2}]`. */
export function countWords(kinds: readonly NotificationKind[]): { word: SubjectWord; count: number }[] {
  const counts = Map.groupBy(kinds, (kind) => WORD_OF[kind])
  return URGENCY.flatMap((word) => {
    const count = counts.get(word)?.length
    return count ? [{ word, count }] : []
  })
}

/** How a batch stands: it gathers, then it may have been sent (nothing may join it any more), then it was. */
export type MailState = 'waiting' | 'prepared' | 'sent'

/**
 * What a batch is after a failed try. Only when no try can have reached the mail server's queue may further
 * notifications join it: a repeated Message-ID is thrown away by the reader's side, and what joined would be lost.
 * After the last try nothing gathers in it any more; a person decides.
 */
export function afterFailure(facts: {
  /** Before this try it only gathered. */
  untried: boolean
  /** The server certainly did not take it. */
  refused: boolean
  lastAttempt: boolean
}): MailState {
  return facts.untried && facts.refused && !facts.lastAttempt ? 'waiting' : 'prepared'
}
