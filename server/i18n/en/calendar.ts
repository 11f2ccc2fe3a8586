export const calendar = {
  title: 'Calendar',
  previous: 'Previous month',
  next: 'Next month',
  today: 'Today',
  month: 'Month',
  count: '{count, plural, one {# post this month} other {# posts this month}}',
  dayLabel: '{day}, {count, plural, =0 {no post} one {# post} other {# posts}}',
  more: '+{count, number} more',
  moreLabel: 'All {count, plural, one {# post} other {# posts}} on {day}',
  mine: '{time} your time',
  empty: {
    title: 'Nothing is planned for this month.',
    body: 'Give a post a day: open it, or choose “Choose a time…” in the menu of its card on the board.',
    act: 'Go to the board',
  },
} as const
