import type * as en from '../en/series-problem.ts'
import type { Same } from '../messages.ts'

export const seriesProblem = {
  already: '이미 반복되는 게시물이에요. 반복을 바꾸거나 먼저 끝내 주세요.',
  endsBeforeStart: '마지막 날이 너무 일러서 반복할 날이 없어요. 더 늦은 날을 골라 주세요.',
  none: '반복되지 않는 게시물이라 이어 갈 사본이 없어요. 페이지를 새로 고쳐 주세요.',
  needsTime: '예정 시각이 없어서 반복할 수 없어요. 먼저 예정 시각을 골라 주세요.',
} satisfies Same<typeof en.seriesProblem>
