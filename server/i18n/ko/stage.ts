import type * as en from '../en/stage.ts'
import type { Same } from '../messages.ts'

export const stage = {
  title: '작업 단계',
  hint: '팀의 초안이 검토 전에 거치는 단계예요. 팀마다 따로 정하고, 이름이 같으면 보드에서 한 열로 보여요.',
  team: '팀',
  listOf: '{team} 팀의 단계',
  noTeam: '관리하는 팀이 없어요.',
  newName: '새 단계의 이름',
  add: '단계 추가',
  nameOf: '{name} 단계의 이름',
  limitOf: '{name} 단계에 둘 수 있는 게시물 수',
  noLimit: '제한 없음',
  up: '{name} 단계를 앞으로 옮기기',
  down: '{name} 단계를 뒤로 옮기기',
  remove: '{name} 단계 없애기',
  removeTitle: '‘{name}’ 단계를 없앨까요?',
  removeBody: '게시물은 그대로 남아 ‘{to}’ 단계로 가요.',
  removeAct: '단계 없애기',
} satisfies Same<typeof en.stage>
