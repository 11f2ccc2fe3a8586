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
    joined: '{title} 님이 초대를 수락했어요',
  },
}
