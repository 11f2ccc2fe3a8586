/** Problems of people, teams and accounts: `problem.member`, `problem.role`, ... */
export const memberProblem = {
  ownersOnly: 'Only an owner may give, change or take the role of owner. Ask an owner of the workspace.',
  lastOwner: 'A workspace needs an owner. Make somebody else an owner first.',
  notInTeam: 'This person is not in that team. Add them to the team first.',
  needsTeam:
    '{name} may work in this team only. Give {name} another team or the whole workspace first, then try again.',
  ownerEverywhere: 'An owner’s role holds in the whole workspace. Choose another role, or no teams.',
} as const

export const roleProblem = {
  beyondOwn: 'You cannot give more than you may do yourself. Choose less, or ask an owner.',
} as const

export const teamProblem = {
  nameTaken: 'There is a team called {name} already. Choose another name.',
  hqStays: 'HQ stays: every workspace has exactly one. You can rename it.',
  hasChannels:
    '{name} still has {channels, plural, one {# channel} other {# channels}}. Give them to another team or remove them first.',
} as const

export const accountProblem = {
  wrongPassword: 'The current password is wrong. Your password was not changed; try again.',
} as const
