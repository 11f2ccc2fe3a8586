import { z } from 'zod'
import { event } from '../event/declare.ts'

/** What happened to accounts, for the audit log of the workspace in which it was done. */
export const sessionEvents = {
  'account.passwordChanged': event(z.object({ id: z.string(), name: z.string() })),
  'session.revoked': event(z.object({ id: z.string(), name: z.string(), ended: z.number() })),
}
