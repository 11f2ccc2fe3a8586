import type * as en from '../en/label.ts'
import type { Same } from '../messages.ts'

export const labelProblem = {
  exists: '‘{name}’ 라벨이 이미 있어요. 다른 이름을 고르거나 두 라벨을 합쳐 주세요.',
  paused: '‘{name}’ 라벨의 발행이 멈춰 있어요. 모르는 사이에 나가지 않도록 먼저 발행 중지를 풀어 주세요.',
  tooMany: '워크스페이스에는 라벨을 {limit}개까지 둘 수 있어요. 먼저 몇 개를 합치거나 지워 주세요.',
} satisfies Same<typeof en.labelProblem>

export const label = {
  hint: '모든 팀의 게시물에 붙이는 말이에요. 바꾸면 모든 곳에 바로 보여요.',
  title: '라벨',
  none: '아직 라벨이 없어요. 여기에서 만들거나 게시물에 적어 보세요.',
  add: '새 라벨',
  addAct: '라벨 만들기',
  name: '이름',
  colour: '색',
  posts: '게시물 {count}개',
  edit: '{name} 바꾸기',
  editAct: '라벨 저장',
  more: '{name} 더 보기',
  merge: '합치기…',
  mergeTitle: '‘{name}’ 라벨을 다른 라벨에 합치기',
  mergeInto: '합칠 라벨',
  mergeBody: '게시물 {count}개의 라벨이 바뀌어요.',
  mergeAct: '합치기',
  merged: '‘{name}’ 라벨을 ‘{into}’ 라벨에 합쳤어요.',
  remove: '지우기…',
  removeTitle: '‘{name}’ 라벨을 지울까요?',
  removeBody: '게시물 {count}개에서 라벨이 빠져요. 게시물은 그대로 남아요.',
  removeAct: '라벨 지우기',
  onPost: '게시물 라벨',
  choose: '라벨 고르기',
  newPlaceholder: '새 라벨',
  makeNew: '‘{name}’ 만들기',
} satisfies Same<typeof en.label>
