export const mail = {
  invitation: {
    subject: '{name}님이 Hubbub의 {workspace}에 초대했어요',
    title: '{name}님이 Hubbub의 {workspace} 워크스페이스에서 함께 일하자고 초대했어요',
    act: '{workspace}에 참여하기',
    once: '링크는 7일 동안 한 번만 쓸 수 있어요.',
    foot: '{name}님을 모른다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않아요.',
  },
  notifications: {
    subject: '{workspace} 새 알림 {count, number}개: {what}',
    title: '새 알림 {count, number}개: {what}',
    what: {
      notSent: '발행 실패{count, plural, =1 {} other { #건}}',
      review: '검토 요청{count, plural, =1 {} other { #건}}',
      decision: '검토 결과{count, plural, =1 {} other { #건}}',
      mention: '멘션{count, plural, =1 {} other { #건}}',
      reply: '답글{count, plural, =1 {} other { #건}}',
      assignment: '담당 지정{count, plural, =1 {} other { #건}}',
      sent: '발행{count, plural, =1 {} other { #건}}',
    },
    more: '그 밖의 {count, number}개는 앱에서 볼 수 있어요.',
    open: '{workspace} 열기',
    where: '평소 쓰는 주소로 {workspace} 워크스페이스를 열고 종 모양 버튼을 누르면 볼 수 있어요.',
    why: '{workspace} 워크스페이스의 멤버이고, 앱에서 아직 읽지 않아서 보내 드렸어요.',
    whyNoLink:
      '{workspace} 워크스페이스의 멤버이고, 앱에서 아직 읽지 않아서 보내 드렸어요. 메일로 받을 알림은 Hubbub의 설정 > 프로필에서 고를 수 있어요.',
    choose: '메일로 받을 알림 고르기',
  },
} as const
