export const time = {
  now: '방금',
  yours: '내 시간으로 {time}',
  today: '오늘',
  yesterday: '어제',
  tomorrow: '내일',
  asOf: '{time} 기준',
} as const
