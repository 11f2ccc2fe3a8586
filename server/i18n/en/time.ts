export const time = {
  now: 'just now',
  yours: '{time} your time',
  today: 'Today',
  yesterday: 'Yesterday',
  tomorrow: 'Tomorrow',
  asOf: 'as of {time}',
} as const
