import { type Grants, may, type Permission } from '../member/permission.rules.ts'

/**
 * Who may see an event: holders of a permission (in one team, when named), or one member. Others receive only its
 * number, so that a gap is never a secret and a secret never a gap.
 */
export type Audience = { permission: Permission; teamId?: string | null } | { memberId: string }

/** As stored: `post:read`, `post:read@<team>`, `member:<id>`. Also the name of the socket room, within a workspace. */
export function audienceKey(audience: Audience): string {
  if ('memberId' in audience) return `member:${audience.memberId}`
  return audience.teamId ? `${audience.permission}@${audience.teamId}` : audience.permission
}

/** The one member whom an event is for; null when it is for holders of a permission. */
export const onlyHearer = (key: string): string | null =>
  key.startsWith('member:') ? key.slice('member:'.length) : null

export function mayHear(key: string, memberId: string | null, grants: Grants): boolean {
  if (key.startsWith('member:')) return key === `member:${memberId}`
  const [permission, teamId] = key.split('@') as [Permission, string | undefined]
  return may(grants, permission, teamId)
}

/** Every key a member hears. An event of a team's goes to `permission@team` and to those who hold it everywhere. */
export function audiencesOf(memberId: string, grants: Grants): string[] {
  const keys = new Set<string>([`member:${memberId}`])
  for (const permission of grants.everywhere) keys.add(permission).add(`${permission}@*`)
  for (const [teamId, permissions] of Object.entries(grants.teams))
    for (const permission of permissions) keys.add(permission).add(`${permission}@${teamId}`)
  return [...keys]
}

/** The rooms an event is sent to, given its stored key. */
export function roomsFor(key: string): string[] {
  const [permission, teamId] = key.split('@')
  return teamId ? [key, `${permission}@*`] : [key]
}
