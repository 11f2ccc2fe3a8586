/** Problems of acts on many posts: `problem.bulk.<code>`. */
export const bulkProblem = {
  decideAlone: 'A post is approved only after it was read. Open it and decide there.',
  changedSince: 'Somebody has changed it since, so it stays as it is now.',
  notTakenBack: 'Its slot or approval was given up. Schedule it or submit it again.',
} as const

export const bulk = {
  bar: 'Selected posts',
  count: '{count, plural, one {# post selected} other {# posts selected}}',
  clear: 'Clear the selection',
  select: 'Select',
  move: 'Move to',
  label: 'Labels',
  assign: 'Assign to',
  campaign: 'Campaign',
  due: 'Due',
  dueAsk: 'Due date…',
  archive: 'Archive',
  dueTitle: '{count, plural, one {When is it due?} other {When are # posts due?}}',
  dueAct: 'Set the due date',
  noDue: 'No due date',
  done: '{count, plural, one {# post changed.} other {# posts changed.}}',
  same: 'All of it was so already.',
  undone: '{count, plural, one {# post is as it was.} other {# posts are as they were.}}',
  refusedTitle: '{count, plural, one {# post stayed as it was} other {# posts stayed as they were}}',
  refusedSome:
    '{done, plural, =0 {Nothing was changed.} one {# other was changed.} other {# others were changed.}}',
  anyway: 'Move there anyway',
  close: 'Understood',
} as const
