export const chart = {
  time: '시간',
  item: '이름',
  value: '값',
  total: '합계',
  before: '이전',
  share: '비율',
  unknown: '자료 없음',
  empty: '이 기간에는 아직 측정한 값이 없어요.',
  moves: '왼쪽·오른쪽 화살표 키로 값을 옮겨 볼 수 있어요.',
  delta: {
    up: '{period}보다 {percent} 늘었어요',
    down: '{period}보다 {percent} 줄었어요',
    same: '변화 없음 (비교: {period})',
    new: '비교할 값 없음 ({period})',
  },
} as const
