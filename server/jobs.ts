import type { JobKind } from './job/job.ts'
import type { CronEntry } from './job/runner.ts'

/** Every kind of background work, and what the clock starts (UTC). */
export const JOBS: JobKind[] = []
export const CRONS: CronEntry[] = []
