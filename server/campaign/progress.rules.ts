import { STAGES, type Stage, stageIndex } from '../post/stage.rules.ts'

/** What of a post its campaign's progress is counted from. */
export interface Planned {
  id: string
  teamId: string
  stage: Stage
  /** Epoch ms. */
  sendAt: number | null
  dueAt: number | null
}

export interface TeamProgress {
  teamId: string
  total: number
  published: number
  overdue: number
}

export interface Progress {
  total: number
  byStage: Record<Stage, number>
  /** Most posts first. */
  byTeam: TeamProgress[]
  /** Ids, the longest overdue first. */
  overdue: string[]
}

/** Its slot has passed without it, or the work on it should be done and is not. */
export const isOverdue = ({ stage, sendAt, dueAt }: Planned, now: number): boolean =>
  stage !== 'published' &&
  ((sendAt !== null && sendAt < now) ||
    (dueAt !== null && dueAt < now && stageIndex(stage) < stageIndex('approved')))

/** How far a campaign's posts are at an instant (epoch ms). */
export function progressOf(posts: readonly Planned[], now: number): Progress {
  const byStage = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>
  const teams = new Map<string, TeamProgress>()
  const late: { id: string; since: number }[] = []
  for (const one of posts) {
    byStage[one.stage]++
    const team = teams.get(one.teamId) ?? { teamId: one.teamId, total: 0, published: 0, overdue: 0 }
    teams.set(one.teamId, team)
    team.total++
    if (one.stage === 'published') team.published++
    if (!isOverdue(one, now)) continue
    team.overdue++
    late.push({ id: one.id, since: Math.min(one.sendAt ?? now, one.dueAt ?? now) })
  }
  return {
    total: posts.length,
    byStage,
    byTeam: [...teams.values()].sort((a, b) => b.total - a.total || (a.teamId < b.teamId ? -1 : 1)),
    overdue: late.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)).map(({ id }) => id),
  }
}

export interface TimeGone {
  /** 0 before the first day, 1 after the last. */
  share: number
  /** Days until it begins (before it), else days that are left, today included; 0 when it is over. */
  days: number
}

const DAY = 86_400_000

/** How much of a campaign's time has gone on a day of its team; null while either end is open. */
export function timeGone(
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
  today: string,
): TimeGone | null {
  if (!startsOn || !endsOn) return null
  const [first, last, now] = [startsOn, endsOn, today].map((day) => Date.parse(day)) as [
    number,
    number,
    number,
  ]
  if (now < first) return { share: 0, days: Math.round((first - now) / DAY) }
  if (now > last) return { share: 1, days: 0 }
  const all = Math.round((last - first) / DAY) + 1
  const left = Math.round((last - now) / DAY) + 1
  return { share: (all - left) / all, days: left }
}
