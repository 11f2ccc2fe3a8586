import { z } from 'zod'

/** What of the log is asked for, as it stands in the address of the page. Nonsense counts as not asked. */
export const auditFilter = z.object({
  /** A member's id, or `system` for what the house did by itself. */
  person: z.string().min(1).max(64).nullable().catch(null),
  /** The first half of the event types: `post`, `member`. */
  noun: z
    .string()
    .regex(/^[a-z]{1,30}$/)
    .nullable()
    .catch(null),
  /** Older than this number. */
  before: z.coerce.number().int().positive().nullable().catch(null),
})
export type AuditFilter = z.infer<typeof auditFilter>

export const auditFilterOf = (search: URLSearchParams): AuditFilter =>
  auditFilter.parse({
    person: search.get('person'),
    noun: search.get('noun'),
    before: search.get('before') || null,
  })
