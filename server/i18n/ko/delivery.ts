export const delivery = {
  title: '발송',
  sent: '{time}에 나갔어요',
  sentLink: '네트워크에서 열기',
  due: '{time}에 나가요',
  dueAgain: '{time}에 다시 시도해요: {because}',
  notSent: '나가지 않았어요. {because}',
  slot: '원래 {time}에 나갈 차례였어요',
  parts: '{all, number}개 중 {sent, number}개가 나갔어요',
  detail: '자세한 내용: {detail}',
  none: '예약된 것이 없어요. 시간을 정하고 예약해 주세요.',
  retry: '지금 보내기',
  drop: '보내지 않기',
  dropped: '예약에서 뺐어요',
  resolve: {
    ask: '나갔는지 확실하지 않아요. 네트워크에서 확인한 뒤 여기에 알려 주세요.',
    sent: '올라가 있어요',
    not_sent: '올라가 있지 않아요',
    send_again: '올라가 있지 않아요. 다시 보내기',
  },
  page: {
    title: '발송',
    waiting: '{count, plural, other {게시물 #개가 결정을 기다려요}}',
    weeks: '주',
    previous: '지난주',
    next: '다음 주',
    empty: '이번 주에 나가는 게시물이 없어요.',
    emptyHint: '게시물을 예약하면 여기에 보여요. 나갔는지, 왜 안 나갔는지도 알려 드려요.',
    emptyAct: '보드로 가기',
  },
  because: {
    approval: {
      missing: '제때 승인되지 않았어요',
      voided: '승인 뒤에 내용이 바뀌었어요',
      changes: '수정 요청이 있었어요',
      rejected: '반려되었어요',
    },
    network: {
      authExpired: '네트워크가 로그인을 받아들이지 않아요. 채널을 다시 연결해 주세요',
      forbidden: '네트워크가 이 계정에 허용하지 않아요',
      rateLimited: '네트워크가 잠시 기다려 달라고 해요',
      rejected: '네트워크가 거절했어요',
      transient: '네트워크가 응답하지 않았어요',
      ambiguous: '네트워크 응답이 끊겨서 나갔는지 확실하지 않아요',
    },
    publishing: { paused: '발행이 멈춰 있었어요' },
    delivery: {
      late: '그 시간에 서버가 꺼져 있었어요',
      restored: '그 시간이 지난 뒤에 백업을 되돌렸어요. 이미 나갔는지 네트워크에서 확인해 주세요',
      cancelled: '예약에서 뺐어요',
      notDue: '아직 시간이 되지 않았어요',
      inProgress: '지금 보내는 중이에요',
    },
    channel: { disconnected: '채널이 연결되어 있지 않아요' },
    content: { overLimit: '네트워크의 한도를 넘었어요', mediaMissing: '그림이 더 이상 없어요' },
  },
} as const

export const deliveryProblem = {
  inProgress: '지금 보내는 중이라 그대로 둬요. 잠시 뒤에 결과를 확인해 주세요.',
  resolveFirst: '나갔는지 확실하지 않아요. 네트워크에서 확인하고 게시물에 알려 준 뒤 다시 시도해 주세요.',
  partlySent: '이 스레드의 일부가 이미 나갔어요. 나머지를 보내거나 여기서 끝낸다고 게시물에 알려 주세요.',
  nothingPlanned: '이 게시물에는 예약된 것이 없어요. 먼저 예약해 주세요.',
  notApproved: '{channel}에 나갈 내용이 지금 상태로는 승인되지 않았어요. 먼저 검토를 요청해 주세요.',
  notConnected: '{channel} 채널이 연결되어 있지 않아요. 설정에서 다시 연결한 뒤 시도해 주세요.',
  mediaMissing: '{channel}에 쓸 그림이 라이브러리에 없어요. 게시물에서 빼거나 다른 그림을 넣어 주세요.',
  tooLong: '{channel} 글자 수가 한도 {limit, number}보다 {over, number} 많아요. 그 채널의 글을 줄여 주세요.',
  unfit: '지금 상태로는 {channel}에 보낼 수 없어요. 게시물을 열어 미리보기에 표시된 곳을 고쳐 주세요.',
  notWaiting: '다시 보낼 수 있는 상태가 아니에요. 새로고침해서 지금 상태를 확인해 주세요.',
  notAmbiguous: '이미 결과가 확실해졌어요. 새로고침해서 지금 상태를 확인해 주세요.',
  paused: '발행이 멈춰 있어서 보류해 둬요. 멈춤을 끝낸 뒤 보내 주세요.',
} as const

export const pauseProblem = {
  already: '이미 멈춰 있어요. 이유가 바뀌었다면 먼저 그 멈춤을 끝내 주세요.',
} as const

/** What every page says while publishing is paused: `delivery.pause`. */
export const pause = {
  start: '발행 멈추기',
  explain:
    '멈춘 동안 시간이 된 게시물은 보류돼요. 멈춤이 끝나도 저절로 나가지 않고, 보낼지 옮길지 뺄지 여기에서 정해요.',
  what: '무엇을 멈출까요',
  reason: '이유(모두에게 보여요)',
  kind: {
    workspace: '전체',
    team: '팀',
    network: '네트워크',
    campaign: '캠페인',
    label: '라벨',
  },
  banner: '발행이 멈춰 있어요({scope}): {reason}',
  by: '{time}부터, {name}',
  end: '멈춤 끝내기',
  ended:
    '{held, plural, =0 {멈춤이 끝났어요.} other {멈춤이 끝났어요. 게시물 #개를 보낼지, 옮길지, 뺄지 정해 주세요.}}',
  scope: {
    workspace: '전체',
    team: '{value} 팀',
    network: '{value} 네트워크',
    campaign: '{value} 캠페인',
    label: '{value} 라벨',
  },
}
