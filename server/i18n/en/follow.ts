/** Following somebody's view through the plan. */
export const follow = {
  following: 'You follow {name}.',
  hidden: 'What is open there you may not read.',
  away: 'They are not in the plan just now.',
  left: '{name} has left the plan, so you follow nobody any more.',
  stopOne: 'Stop following {name}',
  stop: 'Stop',
  asks: '{name} asks you to follow.',
  follow: 'Follow',
  notNow: 'Not now',
  followOne: 'Follow {name}',
  ask: 'Ask all to follow me',
  askNoMore: 'Stop asking all to follow me',
} as const
