import type { notification as english } from '../en/notification.ts'
import type { Same } from '../messages.ts'

export const notification: Same<typeof english> = {
  title: '알림',
  bell: '{unread, plural, =0 {알림} other {알림, 읽지 않음 #개}}',
  unread: '읽지 않음',
  readAll: '모두 읽음으로 표시',
  empty: '아직 알림이 없어요. 멘션, 담당 지정, 검토 요청, 발행 결과가 여기에 와요.',
  house: '허브버브',
  kind: {
    mention: '{by} 님이 “{title}”에서 회원님을 언급했어요',
    reply: '{by} 님이 “{title}”에 답했어요',
    assigned: '{by} 님이 “{title}”의 담당자로 회원님을 지정했어요',
    conversationAssigned: '{by} 님이 회원님에게 대화를 맡겼어요',
    reviewAsked: '{by} 님이 “{title}”의 검토를 요청했어요',
    decided:
      '{by} 님이 “{title}”에 대해 {what, select, approve {승인했어요} changes {수정을 요청했어요} other {반려했어요}}',
    sent: '“{title}” 게시물이 발행됐어요',
    notSent: '“{title}” 게시물이 발행되지 않았어요',
    campaignPublished: '{by}님이 “{title}” 캠페인을 {what}에 게시했어요',
    centralChanged: '{by}님이 “{title}”의 본사 원본을 바꿨어요. 받아들이거나 거절해 주세요',
    timeKept:
      '{what, select, sent {{by} 님이 본사에서 “{title}”의 발행 시각을 정했지만, 여기서는 이미 발행됐어요} none {{by} 님이 본사에서 “{title}”의 발행 시각을 없앴지만, 여기서는 예약돼 있어서 지금 일정을 지켜요} skipped {{by} 님이 본사에서 정한 “{title}”의 발행 시각은 여기 시계에 없는 시간이라 바로 다음 분에 발행돼요} other {{by} 님이 본사에서 “{title}”의 발행 시각을 정했지만, 여기서는 이미 지났거나 곧이라 지금 일정을 지켜요}}',
    timeKeptThere:
      '{what, select, sent {“{title}” 게시물은 {team}에서 이미 발행돼서 정하신 시각을 따르지 못했어요} none {“{title}” 게시물은 {team}에서 예약돼 있어 발행 시각을 없앨 수 없어요. 지금 일정을 지켜요} skipped {정하신 시각이 {team}의 시계에는 없어서 “{title}” 게시물은 바로 다음 분에 발행돼요} other {정하신 시각이 {team}에서는 이미 지났거나 곧이라 “{title}” 게시물은 지금 일정을 지켜요. 다른 시각을 고르거나 잠금을 풀어 주세요}}',
    joined: '{title} 님이 초대를 수락했어요',
  },
}
