import { z } from 'zod'
import { event } from '../event/declare.ts'

const teamFace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['hq', 'region']),
  zone: z.string(),
})

export const teamEvents = {
  'team.created': event(z.object({ team: teamFace })),
  'team.changed': event(z.object({ team: teamFace })),
  'team.archived': event(z.object({ id: z.string(), name: z.string() })),
}
