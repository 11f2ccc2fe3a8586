import type * as en from '../en/checklist.ts'
import type { Same } from '../messages.ts'

export const checklistProblem = {
  tooMany:
    '게시물 하나에는 체크리스트를 {limit}개까지 둘 수 있어요. 이미 있는 체크리스트에 항목을 넣어 주세요.',
  full: '체크리스트 하나에는 항목을 {limit}개까지 둘 수 있어요. 나머지는 새 체크리스트에 넣어 주세요.',
} satisfies Same<typeof en.checklistProblem>

export const checklist = {
  title: '체크리스트',
  begin: '새 체크리스트',
  name: '체크리스트 이름',
  usual: '체크리스트',
  progress: '{total, number}개 중 {done, number}개',
  progressLabel: '{name}: 항목 {total, number}개 중 {done, number}개 완료',
  more: '{name} 더 보기',
  rename: '이름 바꾸기',
  remove: '지우기',
  up: '위로 옮기기',
  down: '아래로 옮기기',
  removeTitle: '‘{name}’ 체크리스트를 지울까요?',
  removeSure: '항목 {count}개도 함께 지워져요.',
  addItem: '항목 추가',
  newItem: '{name}의 새 항목',
  placeholder: '무엇을 해야 하나요?',
  itemText: '항목 내용',
  itemMore: '‘{text}’ 더 보기',
  rewrite: '내용 바꾸기',
  assign: '담당자 지정',
  nobody: '담당자 없음',
  removed: '‘{text}’ 항목을 뺐어요.',
  hideDone: '완료한 항목 숨기기',
  showDone: '완료한 항목 {count}개 보기',
} satisfies Same<typeof en.checklist>
