/** What was done while the server could not be reached. */
export const outbox = {
  waits: '{count, plural, one {# change waits} other {# changes wait}} to be sent.',
  asks: '{count, plural, one {# change needs} other {# changes need}} your answer.',
  show: 'Show changes',
  title: 'Your changes',
  description:
    'What waits is sent in this order as soon as the server answers. It is kept if you close this tab.',
  empty: 'Everything is sent.',
  mark: { waiting: 'Your change waits for the connection', asking: 'Your change needs your answer' },
  drop: 'Undo',
  dropOne: 'Undo: {what}',
  dismiss: 'Understood',
  anyway: 'Do it anyway',
  mine: 'Keep mine: {what}',
  theirs: 'Keep {name}’s: {what}',
  waitsBehind: 'Waits until the change before it is answered.',
  refused: 'Not done: {why}',
  nothing: 'nothing',
  nobody: 'nobody',
  noTime: 'no time',
  offCalendar: 'off the calendar',
  conflict: {
    move: 'You moved “{title}” to {mine}; {name} moved it to {theirs}.',
    time: 'You planned “{title}” for {mine}; {name} planned it for {theirs}.',
    change: 'You changed “{title}” to {mine}; {name} changed it to {theirs}.',
  },
  what: {
    move: 'Move “{title}” to {value}',
    time: 'Plan “{title}” for {value}',
    schedule: 'Schedule “{title}”',
    swap: 'Swap the time of “{title}” with another post',
    create: 'Make “{title}”',
    archive: 'Archive “{title}”',
    restore: 'Restore “{title}”',
    bulk: 'Change {count, plural, one {# post} other {# posts}} at once',
    tick: 'Tick “{item}” in “{title}”',
    untick: 'Untick “{item}” in “{title}”',
    item: 'Change “{item}” in “{title}”',
    addItem: 'Add “{item}” to “{title}”',
    change: 'Change “{title}”: {value}',
  },
  fact: {
    title: 'title “{value}”',
    labels: 'labels {value}',
    assigneeId: 'assignee {value}',
    campaignId: 'campaign {value}',
    dueAt: 'due {value}',
    channels: 'channels',
  },
} as const

export const outboxProblem = {
  full: 'Too many changes wait already, so this one was not made. Reconnect, or undo some of those that wait.',
  readFirst: 'It stands for a decision: open it, read it, then decide.',
  needsTime: 'It needs a send time first: open it, then schedule it.',
  someRefused:
    '{count, plural, one {# post} other {# posts}} stayed as they were. Look at them, then try again one by one.',
} as const
