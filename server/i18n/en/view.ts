/** Problems of saved views: `problem.view.<code>`. */
export const viewProblem = {
  tooMany: 'You have {limit} saved views. Remove one first, then save this one.',
} as const

export const view = {
  title: 'Views',
  mine: 'Mine',
  shared: 'Shared with everybody',
  none: 'Filter the plan, then keep the filters here under a name.',
  away: 'The server cannot be reached. Your views come as soon as it is back.',
  everything: 'Everything',
  by: 'by {name}',
  save: 'Save this view',
  saveHint: 'Set a filter first.',
  saveTitle: 'Save this view',
  saveAct: 'Save the view',
  name: 'Name',
  share: 'Share with everybody',
  saved: 'The view “{name}” is saved.',
  more: 'More about {name}',
  update: 'Set to the filters of now',
  rename: 'Rename',
  renameAct: 'Keep the name',
  shareAct: 'Share with everybody',
  unshare: 'Keep for myself',
  remove: 'Remove',
  removed: 'The view “{name}” is removed.',
  archive: 'Archived posts',
} as const

export const archive = {
  title: 'Archive',
  find: 'Find in titles',
  none: 'Nothing is archived.',
  noneFound: 'No archived post has these words in its title.',
  at: 'archived',
  back: 'Bring back',
  backed: '“{title}” is back on the board.',
  open: 'Open the board',
  next: 'Older',
  list: 'Archived posts',
} as const
