import type * as en from '../en/follow.ts'
import type { Same } from '../messages.ts'

export const follow = {
  following: '{name} 님의 화면을 따라가고 있어요.',
  hidden: '지금 열려 있는 글은 볼 권한이 없어요.',
  away: '지금은 계획 화면에 없어요.',
  left: '{name} 님이 계획 화면을 떠나서 따라가기를 멈췄어요.',
  stopOne: '{name} 님 그만 따라가기',
  stop: '그만하기',
  asks: '{name} 님이 화면을 함께 보자고 해요.',
  follow: '따라가기',
  notNow: '나중에',
  followOne: '{name} 님 따라가기',
  ask: '모두에게 내 화면을 따라오라고 하기',
  askNoMore: '따라오라는 요청 그만하기',
} satisfies Same<typeof en.follow>
