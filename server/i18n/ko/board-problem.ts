import type * as en from '../en/board-problem.ts'
import type { Same } from '../messages.ts'

export const postProblem = {
  changedMeanwhile:
    '그사이 {name} 님이 같은 것을 바꿔서 덮어쓰지 않았어요. 확인한 뒤 필요하면 다시 바꿔 주세요.',
  movedMeanwhile:
    '{name} 님이 조금 먼저 이 카드를 옮겨서 그 자리에 있어요. 다른 곳이 맞다면 다시 옮겨 주세요.',
  teamStays:
    '게시물은 만든 팀에 그대로 있어요. 채널과 볼 수 있는 사람, 승인자가 그 팀에 속하기 때문이에요. 다른 팀에는 새 게시물을 만들어 주세요.',
  laneGone: '이제는 없는 항목의 게시물을 모아 둔 줄이에요. 다른 줄을 골라 주세요.',
  published: '이미 발행한 게시물은 옮길 수 없어요. 이 게시물을 바탕으로 새 게시물을 만들어 주세요.',
  scheduled: '예약된 게시물이에요. 먼저 초안으로 되돌린 뒤 보관해 주세요.',
  scheduledNeedsTime: '예약된 게시물에는 시간이 필요해요. 먼저 초안으로 되돌린 뒤 캘린더에서 빼 주세요.',
  timePast: '이미 지난 시간이에요. 더 늦은 시간을 고르거나 이대로 진행할지 확인해 주세요.',
  nowNeedsPublish:
    '바로 게시되는 시간이에요. 지금 역할로는 예약만 할 수 있으니, 앞으로의 시간을 고르거나 게시할 수 있는 사람에게 부탁해 주세요.',
  timeSoon: '5분도 남지 않은 시간이에요. 더 늦은 시간을 고르거나 이대로 진행할지 확인해 주세요.',
  assigneeCannotRead: '{name} 님은 이 팀의 게시물을 볼 수 없어요. 볼 수 있는 사람을 골라 주세요.',
  channelsInReview: '검토가 시작되면 채널을 바꿀 수 없어요. 초안으로 되돌린 뒤 바꿔 주세요.',
  missing: {
    text: '아직 내용이 없어요. 게시물을 열어 내용을 쓴 뒤 옮겨 주세요.',
    channel: '아직 채널이 없어요. 게시물을 열어 채널을 하나 이상 고른 뒤 옮겨 주세요.',
    altText: '설명이 없는 이미지가 있어요. 게시물을 열어 설명을 써 주세요.',
    approval: '아직 승인되지 않았어요. 먼저 검토를 요청해 주세요.',
    sendTime: '아직 시간이 없어요. 시간을 고른 뒤 예약해 주세요.',
    newContent: '이 내용은 그대로 반려되었어요. 게시물을 열어 고친 뒤 옮겨 주세요.',
    overLimit: '글이 채널의 한도보다 길어요. 게시물을 열어 줄여 주세요.',
  },
} satisfies Same<typeof en.postProblem>

export const stageProblem = {
  noReview: '이 게시물의 채널은 검토가 필요 없어요. 바로 예약해 주세요.',
  submitFirst: '아직 검토를 거치지 않았어요. 먼저 검토를 요청해 주세요.',
  approveFirst: '아직 검토 중이에요. 승인되면 예약할 수 있어요.',
  editToReviewAgain: '이미 승인됐어요. 다시 검토받으려면 내용을 고치거나 초안으로 되돌려 주세요.',
  exists: '이 팀에는 이미 ‘{name}’ 단계가 있어요. 다른 이름을 골라 주세요.',
  full: '‘{name}’ 단계에는 게시물을 {limit, number}개까지만 둘 수 있는데 가득 찼어요. 먼저 하나를 끝내거나, 그래도 옮길지 확인해 주세요.',
  otherTeam:
    '이 게시물의 팀에는 ‘{name}’ 단계가 없어서 게시물이 제자리에 있어요. 그 팀에 단계를 추가하거나 ‘초안’에 놓아 주세요.',
  otherTeamNew:
    '이 게시물의 팀에는 ‘{name}’ 단계가 없어서 게시물을 만들지 않았어요. 그 팀에 단계를 추가하거나 ‘초안’에 만들어 주세요.',
  tooMany: '한 팀의 작업 단계는 {limit, number}개까지예요. 먼저 하나를 없애 주세요.',
  vanished: '이 단계는 방금 없어져서 게시물이 제자리에 있어요. 다른 열을 골라 주세요.',
  vanishedNew: '이 단계는 방금 없어져서 게시물을 만들지 않았어요. 다른 열을 골라 거기에 만들어 주세요.',
  movedUnder: '놓는 순간 보드가 바뀌어서 게시물이 제자리에 있어요. 다시 한번 놓아 주세요.',
  publishedBySending: '게시물은 발송될 때 발행돼요. 예약하면 정한 시간에 나가요.',
} satisfies Same<typeof en.stageProblem>
