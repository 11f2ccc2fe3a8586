/** Between asking and a reminder, and between reminders, milliseconds. */
export const REMIND_MEMBER = 24 * 3_600_000
export const REMIND_GUEST = 48 * 3_600_000
export const MOST_REMINDERS = 2

/**
 * What is due next for somebody asked to decide: a reminder (at most two), then one escalation, then nothing.
 * Instants in epoch milliseconds.
 */
export function nextReminder(asked: {
  askedAt: number
  guest: boolean
  reminders: number
  escalated: boolean
}): { do: 'remind' | 'escalate'; at: number } | null {
  if (asked.escalated) return null
  const every = asked.guest ? REMIND_GUEST : REMIND_MEMBER
  const at = asked.askedAt + every * (asked.reminders + 1)
  return { do: asked.reminders < MOST_REMINDERS ? 'remind' : 'escalate', at }
}
