import type * as en from '../en/campaign-move.ts'
import type { Same } from '../messages.ts'

export const campaignMove = {
  title: '게시물도 옮길까요?',
  body: '“{name}” 캠페인이 {days, number}일 {way, select, later {뒤로} other {앞으로}} 옮겨져 {from} – {to}이 돼요.',
  open: '…',
  along: '아직 나가지 않은 게시물 {count, plural, other {#개}}도 같은 날수만큼 옮기기',
  stay: '캠페인만 옮기기',
  alongHint: '각자의 현지 시각은 그대로예요. 이미 나간 글은 제자리에 있어요.',
  regionsFollow: '본사가 시각을 잠근 지역 게시물 {count, plural, other {#개}}는 바로 따라가요.',
  regionsAsked:
    '지역 게시물 {count, plural, other {#개}}는 따라갈지 지역에 물어봐요. 답할 때까지는 그대로예요.',
  act: '옮기기',
  back: '그대로 두기',
  done: '“{name}” 캠페인을 옮겼어요.{count, plural, =0 {} other { 게시물 #개도 함께 옮겼어요.}}',
  undone: '“{name}” 캠페인을 제자리로 되돌렸어요.',
} satisfies Same<typeof en.campaignMove>
