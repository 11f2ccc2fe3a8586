export const channelProblem = {
  notYet: '{network}은(는) 아직 연결할 수 없어요. 글자 수 세기와 미리보기는 지금도 쓸 수 있어요.',
  alreadyConnected: '이미 {name}(으)로 연결된 계정이에요. 그 채널을 열어 주세요.',
  otherAccount:
    '로그인한 계정은 {handle}인데 이 채널은 {expected}이에요. {expected} 계정으로 로그인하거나 {handle}을(를) 새 채널로 연결해 주세요.',
  fieldMissing: '연결하려면 이 칸이 필요해요. 채운 뒤 다시 시도해 주세요.',
  hasPlannedPosts:
    '이 채널에 예약된 게시물 {posts, plural, other {#개}}가 있어요. 연결을 끊으면 나가지 않아요. 그래도 끊으려면 확인해 주세요.',
  disconnected: '연결되지 않은 채널이에요. 채널 설정에서 다시 연결한 뒤 시도해 주세요.',
  retired: '삭제된 채널이에요. 다른 채널을 골라 주세요.',
  plainHttp:
    '비밀번호가 암호화되지 않은 채 {address}로 전송돼요. https:// 주소를 쓰거나 Hubbub 운영자에게 OUTBOUND_ALLOW에 호스트를 추가해 달라고 해 주세요.',
  plainServer:
    '이 계정은 {address}에 있어서 접근 권한이 암호화되지 않은 채 그곳으로 가게 돼요. 그 서버의 운영자에게 https://를 요청하거나, Hubbub 운영자에게 OUTBOUND_ALLOW에 이 호스트를 적어 달라고 해 주세요.',
  inside:
    'Hubbub은 공개 주소가 아닌 {host}에 연결하지 않아요. 직접 운영하는 서버라면 Hubbub을 운영하는 사람에게 OUTBOUND_ALLOW에 추가해 달라고 요청하고, 아니라면 주소를 고쳐 주세요.',
  network: {
    authExpired:
      '{network}에서 로그인을 받아들이지 않았어요({detail}). 이름과 비밀번호를 확인하거나 그곳에서 앱 비밀번호를 새로 만들어 주세요.',
    forbidden:
      '{network}에서 이 계정에 허용하지 않은 일이에요({detail}). 그곳의 계정 소유자에게 문의해 주세요.',
    rateLimited: '{network}에서 잠시 기다려 달라고 해요({detail}). 몇 분 뒤에 다시 시도해 주세요.',
    rejected: '{network}에서 거절했어요: {detail}. 내용을 고친 뒤 다시 시도해 주세요.',
    transient: '{network}에서 응답이 없어요({detail}). 바뀐 것은 없으니 잠시 뒤에 다시 시도해 주세요.',
    ambiguous:
      '{network}의 응답이 중간에 끊겼어요({detail}). 그곳에서 처리됐는지 확인한 뒤 다시 시도해 주세요.',
  },
} as const
