import type * as en from '../en/bulk.ts'
import type { Same } from '../messages.ts'

export const bulkProblem = {
  decideAlone: '게시물은 읽은 뒤에만 승인할 수 있어요. 열어서 결정해 주세요.',
  changedSince: '그 뒤에 다른 사람이 바꿔서 지금 상태로 두었어요.',
  notTakenBack: '예약이나 승인이 풀렸어요. 다시 예약하거나 검토를 요청해 주세요.',
} satisfies Same<typeof en.bulkProblem>

export const bulk = {
  bar: '선택한 게시물',
  count: '게시물 {count}개 선택됨',
  clear: '선택 해제',
  select: '선택',
  move: '옮기기',
  label: '라벨',
  assign: '담당자 지정',
  campaign: '캠페인',
  due: '마감',
  dueAsk: '마감 정하기…',
  archive: '보관',
  dueTitle: '{count, plural, =1 {마감은 언제인가요?} other {게시물 #개의 마감은 언제인가요?}}',
  dueAct: '마감 정하기',
  noDue: '마감 없음',
  done: '게시물 {count}개를 바꿨어요.',
  same: '이미 모두 그렇게 되어 있어요.',
  undone: '게시물 {count}개를 되돌렸어요.',
  refusedTitle: '게시물 {count}개는 그대로예요',
  refusedSome: '{done, plural, =0 {바뀐 게시물이 없어요.} other {다른 게시물 #개는 바뀌었어요.}}',
  anyway: '그래도 옮기기',
  close: '확인',
} satisfies Same<typeof en.bulk>
