/** Working stages of a team. */
export const stage = {
  title: 'Working stages',
  hint: 'What drafts of a team go through before review. Each team has its own; stages of one name are one column on the board.',
  team: 'Team',
  listOf: 'Stages of {team}',
  noTeam: 'You manage no team.',
  newName: 'Name of a new stage',
  add: 'Add stage',
  nameOf: 'Name of {name}',
  limitOf: 'Most posts in {name}',
  noLimit: 'No limit',
  up: 'Move {name} forward',
  down: 'Move {name} back',
  remove: 'Remove {name}',
  removeTitle: 'Remove “{name}”?',
  removeBody: 'Its posts stay; they go to “{to}”.',
  removeAct: 'Remove the stage',
} as const
