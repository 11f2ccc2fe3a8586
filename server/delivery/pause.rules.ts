import { z } from 'zod'

/** What a pause covers. */
export const pauseScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workspace') }),
  z.object({ kind: z.literal('team'), id: z.string().min(1) }),
  z.object({ kind: z.literal('network'), id: z.string().min(1) }),
  z.object({ kind: z.literal('campaign'), id: z.string().min(1) }),
  z.object({ kind: z.literal('label'), id: z.string().min(1) }),
])
export type PauseScope = z.infer<typeof pauseScope>

export const newPause = z.object({ scope: pauseScope, reason: z.string().trim().min(1).max(500) })

/** `from` and `to` in epoch milliseconds; `to` null while it lasts. */
export type Pause = { id: string; scope: PauseScope; reason: string; from: number; to: number | null }

export type PauseTarget = {
  teamId: string
  network: string
  campaignId: string | null
  labels: readonly string[]
}

export function covers(scope: PauseScope, target: PauseTarget): boolean {
  switch (scope.kind) {
    case 'workspace':
      return true
    case 'team':
      return scope.id === target.teamId
    case 'network':
      return scope.id === target.network
    case 'campaign':
      return scope.id === target.campaignId
    case 'label':
      return target.labels.includes(scope.id)
  }
}

/** The pauses that hold this target now; empty: it may go. */
export const pausedBy = (pauses: readonly Pause[], target: PauseTarget, now: number): Pause[] =>
  pauses.filter(
    (pause) => pause.from <= now && (pause.to === null || now < pause.to) && covers(pause.scope, target),
  )
