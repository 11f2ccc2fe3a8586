import type * as en from '../en/view.ts'
import type { Same } from '../messages.ts'

export const viewProblem = {
  tooMany: '저장한 보기가 {limit}개예요. 하나를 지운 뒤 저장해 주세요.',
} satisfies Same<typeof en.viewProblem>

export const view = {
  title: '보기',
  mine: '내 보기',
  shared: '모두와 공유',
  none: '계획에 필터를 걸고 이름을 붙여 여기에 저장해 보세요.',
  away: '서버에 연결할 수 없어요. 다시 연결되면 보기가 나타나요.',
  everything: '전체',
  by: '{name} 님',
  save: '이 보기 저장',
  saveHint: '먼저 필터를 정해 주세요.',
  saveTitle: '이 보기 저장',
  saveAct: '보기 저장',
  name: '이름',
  share: '모두와 공유',
  saved: '‘{name}’ 보기를 저장했어요.',
  more: '{name} 더 보기',
  update: '지금 필터로 바꾸기',
  rename: '이름 바꾸기',
  renameAct: '이름 저장',
  shareAct: '모두와 공유',
  unshare: '나만 보기',
  remove: '지우기',
  removed: '‘{name}’ 보기를 지웠어요.',
  archive: '보관한 게시물',
} satisfies Same<typeof en.view>

export const archive = {
  title: '보관함',
  find: '제목에서 찾기',
  none: '보관한 게시물이 없어요.',
  noneFound: '제목에 이 말이 있는 보관 게시물이 없어요.',
  at: '보관됨',
  back: '되살리기',
  backed: '“{title}” 게시물이 보드로 돌아왔어요.',
  open: '보드 열기',
  next: '이전 게시물',
  list: '보관한 게시물',
} satisfies Same<typeof en.archive>
