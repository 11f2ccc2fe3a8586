import { z } from 'zod'
import { event } from '../event/declare.ts'
import { BUILT_IN_ROLES, TEAM_ROLES } from './permission.rules.ts'

const face = z.object({ id: z.string(), name: z.string(), role: z.enum(BUILT_IN_ROLES) })
/** What it was that changed about a member; `team` and `teamRole` when it is about one. */
const change = z.enum(['role', 'everywhere', 'narrowed', 'teamRole', 'joinedTeam', 'leftTeam', 'name'])

export const memberEvents = {
  'workspace.created': event(z.object({ name: z.string() })),
  'workspace.changed': event(z.object({ name: z.string(), zone: z.string(), locale: z.string() })),
  'member.joined': event(z.object({ member: face })),
  'member.changed': event(
    z.object({
      member: face,
      narrowed: z.boolean(),
      teamIds: z.array(z.string()),
      change,
      team: z.string(),
      teamRole: z.enum([...TEAM_ROLES, 'none']),
    }),
  ),
  'member.removed': event(z.object({ id: z.string(), name: z.string() })),
  'member.invited': event(z.object({ email: z.string(), role: z.string() })),
  'invitation.withdrawn': event(z.object({ email: z.string() })),
}
