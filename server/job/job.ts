import type { z } from 'zod'
import type { App } from '../app.ts'

/** What a job's code gets besides its payload. */
export interface JobRun {
  app: App
  /** Null for the house's own chores. */
  workspaceId: string | null
  /** 1 for the first try. */
  attempt: number
  lastAttempt: boolean
  requestId: string
  /** Keeps the job ours for longer; call it between the steps of long work. */
  extend(): Promise<void>
  /** True once the process is shutting down: finish the step, then throw or return. */
  stopping(): boolean
}

export interface JobKind<S extends z.ZodType = z.ZodType> {
  kind: string
  payload: S
  /** Tries before it is parked for a person to see; default 5. */
  maxAttempts: number
  /** How long one claim holds before another process may take it over, ms; default 60 s. */
  leaseMs: number
  run(payload: z.output<S>, run: JobRun): Promise<void>
}

/** Declares a kind of work that outlives the request. */
export function job<S extends z.ZodType>(
  declared: Pick<JobKind<S>, 'kind' | 'payload' | 'run'> &
    Partial<Pick<JobKind<S>, 'maxAttempts' | 'leaseMs'>>,
): JobKind<S> {
  return { maxAttempts: 5, leaseMs: 60_000, ...declared }
}

/** Throw it to park the job at once, with its words for a person to see: trying again would not help. */
export class GiveUp extends Error {
  constructor(because: string, cause?: unknown) {
    super(because, { cause })
    this.name = 'GiveUp'
  }
}

/** Throw it to run the job again at an instant without counting as a failed attempt (a rate limit, not yet due). */
export class RunAgain extends Error {
  readonly runAt: number
  constructor(runAt: number) {
    super('run again')
    this.name = 'RunAgain'
    this.runAt = runAt
  }
}
