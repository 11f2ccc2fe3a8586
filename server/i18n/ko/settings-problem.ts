export const memberProblem = {
  ownersOnly:
    '소유자 역할은 소유자만 주거나 바꾸거나 거둘 수 있어요. 워크스페이스의 소유자에게 요청해 주세요.',
  lastOwner: '워크스페이스에는 소유자가 있어야 해요. 먼저 다른 사람을 소유자로 정해 주세요.',
  notInTeam: '그 팀에 속하지 않은 사람이에요. 먼저 팀에 추가해 주세요.',
  needsTeam:
    '{name}님은 이 팀에서만 일할 수 있어요. 먼저 다른 팀이나 워크스페이스 전체를 맡긴 뒤 다시 시도해 주세요.',
  ownerEverywhere: '소유자 역할은 워크스페이스 전체에 적용돼요. 다른 역할을 고르거나 팀 제한을 풀어 주세요.',
} as const

export const roleProblem = {
  beyondOwn: '내가 가진 것보다 많은 권한은 줄 수 없어요. 권한을 줄이거나 소유자에게 요청해 주세요.',
} as const

export const teamProblem = {
  nameTaken: '{name} 팀이 이미 있어요. 다른 이름을 정해 주세요.',
  hqStays: '본사 팀은 워크스페이스마다 하나씩 꼭 있어야 해요. 이름은 바꿀 수 있어요.',
  hasChannels:
    '{name} 팀에 채널 {channels, plural, other {#개}}가 남아 있어요. 먼저 다른 팀에 넘기거나 삭제해 주세요.',
} as const

export const accountProblem = {
  wrongPassword: '현재 비밀번호가 맞지 않아요. 비밀번호는 바뀌지 않았으니 다시 시도해 주세요.',
} as const
