export const chart = {
  time: 'Time',
  item: 'Name',
  value: 'Value',
  total: 'Total',
  before: 'Before',
  share: 'Share',
  unknown: 'no data',
  empty: 'Nothing measured in this time yet.',
  moves: 'Left and right arrow keys move from value to value.',
  delta: {
    up: '{percent} more than {period}',
    down: '{percent} less than {period}',
    same: 'the same as {period}',
    new: 'nothing to compare with in {period}',
  },
} as const
