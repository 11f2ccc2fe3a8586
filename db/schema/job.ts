import { id, index, instant, int, json, table, text, uniqueIndex } from '../columns.ts'

/** Work that outlives a request. Workspace is null for the house's own chores. */
export const job = table(
  'job',
  {
    id: id(),
    workspaceId: text(),
    kind: text().notNull(),
    payload: json<unknown>().notNull(),
    runAt: instant().notNull(),
    /** Unique while pending: kind-specific; cleared when done or parked. */
    key: text(),
    state: text<'pending' | 'done' | 'parked'>().notNull(),
    attempts: int().notNull().default(0),
    maxAttempts: int().notNull(),
    lockedUntil: instant(),
    lockedBy: text(),
    lastError: text(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
  },
  (t) => [
    uniqueIndex('job_key').on(t.kind, t.key),
    index('job_due').on(t.state, t.runAt),
    index('job_workspace').on(t.workspaceId, t.state),
  ],
)
