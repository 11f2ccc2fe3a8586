import { z } from 'zod'
import { event } from '../event/declare.ts'
import { NOTIFICATION_KINDS } from './notification.rules.ts'
import { MAIL_KINDS } from './notification-mail.rules.ts'

/** For one member only. */
export const notificationEvents = {
  'notification.added': event(z.object({ id: z.string(), kind: z.enum(NOTIFICATION_KINDS) })),
  /** `count`: how many were marked. */
  /** Which kinds go by e-mail from now on; only what was changed. */
  'notification.mailChosen': event(z.object({ kinds: z.partialRecord(z.enum(MAIL_KINDS), z.boolean()) })),
  'notification.read': event(z.object({ count: z.number().int() })),
}
