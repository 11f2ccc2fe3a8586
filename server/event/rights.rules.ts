/** Events after which somebody, or a token of theirs, may hold other rights than before. */
export const CHANGES_RIGHTS: ReadonlySet<string> = new Set([
  'member.changed',
  'member.joined',
  'member.removed',
  'team.archived',
  'token.revoked',
])
