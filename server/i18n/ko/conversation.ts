export const conversationProblem = {
  claimed: '지금 {name} 님이 처리하고 있어요. 잠시 기다리거나 넘겨받아 주세요.',
  alreadyAnswered: '그사이 {name} 님이 답장했어요. 답장을 읽어 보고, 그래도 필요하면 한 번 더 확인해 주세요.',
  unanswered:
    '아직 답하지 않은 메시지가 {count, plural, other {#개}} 있어요. 답장하거나, 답이 필요 없는 이유를 골라 닫아 주세요.',
  closed: '닫힌 대화예요. 먼저 다시 열어 주세요.',
  cannotRead: '{name} 님은 이 대화를 볼 수 없어요. 해당 팀에서 다른 사람을 골라 주세요.',
  cannotReply: '여기서 답할 수 있는 메시지가 없어요. 해당 네트워크에서 직접 답해 주세요.',
  tooLong: '{network}에는 {limit}자까지 쓸 수 있는데 {over, plural, other {#자}} 넘었어요. 글을 줄여 주세요.',
  noteNeeded: '답이 필요 없는 이유를 짧게 적어 주세요.',
  snoozeTime: '지금부터 1년 안의 시각을 골라 주세요.',
  replySettled: '다른 사람이 이미 이 답장을 처리했어요. 지금 상태를 확인해 주세요.',
} as const
