import { z } from 'zod'

export const PAUSE_SCOPES = ['workspace', 'team', 'network', 'campaign', 'label'] as const

/** What a pause covers: `value` is the team, network, campaign or label; empty for the whole workspace. */
export type PauseScope = { scope: (typeof PAUSE_SCOPES)[number]; value: string }

export const newPause = z
  .object({
    scope: z.enum(PAUSE_SCOPES),
    value: z.string().max(100).default(''),
    reason: z.string().trim().min(1).max(500),
  })
  .refine(({ scope, value }) => (scope === 'workspace') === (value === ''), {
    path: ['value'],
    message: 'pause.value',
  })

/** As the rows are; epoch milliseconds, `endedAt` null while it lasts. */
export type Pause = PauseScope & { startedAt: number; endedAt: number | null }

export type PauseTarget = {
  teamId: string
  network: string
  campaignId: string | null
  labels: readonly string[]
}

export function covers({ scope, value }: PauseScope, target: PauseTarget): boolean {
  switch (scope) {
    case 'workspace':
      return true
    case 'team':
      return value === target.teamId
    case 'network':
      return value === target.network
    case 'campaign':
      return value === target.campaignId
    case 'label':
      return target.labels.includes(value)
  }
}

/** The pauses that hold this target now; empty: it may go. */
export function pausedBy<P extends Pause>(pauses: readonly P[], target: PauseTarget, now: number): P[] {
  return pauses.filter(
    (pause) =>
      pause.startedAt <= now && (pause.endedAt === null || now < pause.endedAt) && covers(pause, target),
  )
}
