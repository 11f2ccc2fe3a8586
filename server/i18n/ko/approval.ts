export const approvalProblem = {
  notOpen: '더 이상 결정을 기다리지 않아요. 지금 상태를 확인해 주세요.',
  notApprover: '이 게시물의 승인자가 아니에요. 승인자에게 요청해 주세요.',
  ownVersion: '직접 쓰거나 제출한 글이라서 다른 사람이 승인해야 해요.',
  commentRequired: '무엇을 바꿔야 하는지 적어 주세요. 작성자가 보고 고칠 수 있어요.',
  stale: '읽는 동안 글이 바뀌어서 결정을 반영하지 않았어요. 다시 읽고 결정해 주세요.',
  rejectedUnchanged:
    '{channel}에 올릴 이 내용은 그대로 반려되었어요. 글이나 이미지를 고친 뒤 다시 제출해 주세요.',
  nothingToSubmit: '모두 이미 검토 중이거나 승인되었어요.',
  nothingToWithdraw: '검토 중이거나 승인되었거나 예약된 것이 없어요.',
} as const

export const approval = {
  state: {
    none: '검토가 필요 없어요',
    optional: '검토는 선택이에요',
    notSubmitted: '아직 제출하지 않았어요',
    open: '{needed}명 중 {decided}명 승인',
    approved: '승인됨',
    changes: '수정 요청됨',
    rejected: '반려됨',
  },
  step: '{steps}단계 중 {index}단계: {name}',
  waitingFor: '{names} 님을 기다리고 있어요',
  anyone: '{names} 외 {count, plural, other {#명}}',
  stuck: '승인할 수 있는 사람이 없어요. 승인자가 모두 이 글을 썼어요. 채널 설정에서 승인자를 추가해 주세요.',
  voided: '글을 고쳐서 이전 승인이 무효가 되었어요.',
  because: {
    notOpen: '결정을 기다리고 있지 않아요.',
    notApprover: '이 게시물의 승인자가 아니에요.',
    ownVersion: '직접 쓴 버전이라서 다른 사람이 승인해요.',
  },
  since: '지난 결정 이후 바뀐 내용',
  decision: {
    approve: '{name} 님이 승인했어요',
    changes: '{name} 님이 수정을 요청했어요',
    reject: '{name} 님이 반려했어요',
    older: '이전 버전',
  },
  approve: '승인',
  requestChanges: '수정 요청',
  reject: '반려',
  reason: {
    changes: '무엇을 바꿔야 하나요?',
    reject: '반려하는 이유는 무엇인가요?',
    hint: '작성자가 게시물과 함께 볼 수 있어요.',
  },
  done: { approve: '승인했어요', changes: '수정을 요청했어요', reject: '반려했어요' },
  empty: '채널을 추가하면 누가 승인하는지 볼 수 있어요.',
} as const
