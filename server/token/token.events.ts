import { z } from 'zod'
import { event } from '../event/declare.ts'

export const tokenEvents = {
  'token.created': event(z.object({ id: z.string(), name: z.string(), scopes: z.array(z.string()) })),
  'token.revoked': event(z.object({ id: z.string(), name: z.string() })),
}
