import { asksFirst } from '../time/send-time.rules.ts'

export type TimingProblem = 'post.timePast' | 'post.timeSoon' | 'post.nowNeedsPublish'

/**
 * What stands against planning to send at this instant (epoch ms). A time that has passed means "at once": that is
 * publishing, and for those alone who may; like the next minutes it is asked about first.
 */
export function timingProblem(
  at: number,
  now: number,
  { confirmed, mayPublish }: { confirmed: boolean; mayPublish: boolean },
): TimingProblem | null {
  if (at <= now && !mayPublish) return 'post.nowNeedsPublish'
  const question = confirmed ? null : asksFirst(at, now)
  return question && (question === 'past' ? 'post.timePast' : 'post.timeSoon')
}
