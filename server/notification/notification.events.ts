import { z } from 'zod'
import { event } from '../event/declare.ts'
import { NOTIFICATION_KINDS } from './notification.rules.ts'

/** For one member only. */
export const notificationEvents = {
  'notification.added': event(z.object({ id: z.string(), kind: z.enum(NOTIFICATION_KINDS) })),
  /** `count`: how many were marked. */
  'notification.read': event(z.object({ count: z.number().int() })),
}
