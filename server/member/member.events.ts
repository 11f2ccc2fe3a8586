import { z } from 'zod'
import { event } from '../event/declare.ts'
import { BUILT_IN_ROLES } from './permission.rules.ts'

const face = z.object({ id: z.string(), name: z.string(), hue: z.number(), role: z.enum(BUILT_IN_ROLES) })
const teamFace = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['hq', 'region']),
  zone: z.string(),
})

export const memberEvents = {
  'workspace.created': event(z.object({ name: z.string() })),
  'workspace.changed': event(z.object({ name: z.string(), zone: z.string(), locale: z.string() })),
  'member.joined': event(z.object({ member: face })),
  'member.changed': event(z.object({ member: face, narrowed: z.boolean(), teamIds: z.array(z.string()) })),
  'member.removed': event(z.object({ id: z.string(), name: z.string() })),
  'member.invited': event(z.object({ email: z.string(), role: z.string() })),
  'invitation.withdrawn': event(z.object({ email: z.string() })),
  'team.created': event(z.object({ team: teamFace })),
  'team.changed': event(z.object({ team: teamFace })),
  'token.created': event(z.object({ id: z.string(), name: z.string(), scopes: z.array(z.string()) })),
  'token.revoked': event(z.object({ id: z.string(), name: z.string() })),
}
