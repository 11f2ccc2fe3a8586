export const series = {
  title: 'Repeats',
  hint: 'Makes a draft of its own for each day, 90 days ahead. Each needs its own approval.',
  needsTime: 'Choose a send time first, then the post can repeat.',
  repeat: 'Repeat…',
  change: 'Change…',
  end: 'End…',
  next: 'Next: <time></time>',
  none: 'No copy lies ahead.',
  ahead: '{count, plural, one {# copy} other {# copies}} ahead',
  original: 'Copies are made of',
  behind:
    '{count, plural, one {# copy after it was} other {# copies after it were}} made before its last change.',
  carryOn: '{count, plural, one {Change it too} other {Change them too}}',
  resting: 'The post it began with is archived: no copies are made until it is back.',
  rule: {
    day: '{step, plural, one {Every day} other {Every # days}}',
    week: '{step, plural, one {Every week} other {Every # weeks}} on {days}',
    monthDay: '{step, plural, one {Every month} other {Every # months}} on day {day}',
    monthLast:
      '{step, plural, one {Every month} other {Every # months}} on day {day}, or the last one of a shorter month',
    monthNth:
      '{step, plural, one {Every month} other {Every # months}} on the {nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {last}} {weekday}',
  },
  at: '{rule}, at {time} ({zone})',
  until: '{rule}, until {day}',
  times: '{rule}, {count, plural, one {once} other {# times}} in all',
  dialog: {
    title: 'Repeat this post',
    changeTitle: 'Change how it repeats',
    every: 'Every',
    unit: 'Days, weeks or months',
    units: {
      day: '{step, plural, one {day} other {days}}',
      week: '{step, plural, one {week} other {weeks}}',
      month: '{step, plural, one {month} other {months}}',
    },
    weekdays: 'On',
    monthly: 'On',
    onDay: 'day {day}',
    onLast: 'day {day}; a shorter month: its last',
    onNth: 'the {nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {last}} {weekday}',
    time: 'At',
    ends: 'Ends',
    endings: { never: 'never', until: 'on a day', times: 'after so many' },
    until: 'Last day',
    times: 'Times in all, this one counted',
    next: 'Next: {days}',
    nothing: 'No day of the next 90 fits.',
    skipped: 'On {day} clocks leave that hour out: it goes out at {time}.',
    replaces: 'Copies that nobody has touched are replaced; what somebody has changed stays.',
    start: 'Repeat',
    save: 'Save',
  },
  ending: {
    title: 'End the repetition?',
    body: 'Nothing more is made. What somebody has changed stays in any case.',
    keep: '{count, plural, one {Keep # copy that lies ahead} other {Keep # copies that lie ahead}}',
    remove:
      '{count, plural, one {Remove # that nobody has touched} other {Remove # that nobody has touched}}',
    act: 'End it',
  },
  done: {
    started:
      '{made, plural, =0 {It repeats; the first copy comes when its day is near.} one {It repeats: # draft made.} other {It repeats: # drafts made.}}',
    changed:
      '{made, plural, =0 {No new drafts} one {# new draft} other {# new drafts}}, {removed, plural, =0 {none removed} other {# removed}}.',
    ended:
      '{removed, plural, =0 {Ended. The copies stay.} one {Ended, # copy removed.} other {Ended, # copies removed.}}',
    carried: '{made, plural, one {# copy after it is} other {# copies after it are}} like it now.',
    kept: '{kept, plural, one {# copy that somebody has changed stays as it is.} other {# copies that somebody has changed stay as they are.}}',
  },
} as const
