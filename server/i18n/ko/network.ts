export const networkFacts = {
  issue: {
    empty: '글도 미디어도 없어요. 글을 쓰거나 이미지를 넣어 주세요.',
    textTooLong:
      '{over, plural, other {#자}} 넘었어요: {limit, number}자 중 {used, number}자예요. 글을 줄여 주세요.',
    titleMissing: '이 네트워크에는 제목이 필요해요. 제목을 넣어 주세요.',
    titleTooLong: '제목이 {used, number}자예요. {limit, number}자까지 들어가요. 줄여 주세요.',
    partsTooMany:
      '스레드가 {used, number}개예요. 여기서는 {limit, plural, other {#개}}까지 돼요. 몇 개를 합쳐 주세요.',
    mediaMissing: '이 네트워크에는 이미지나 동영상이 필요해요. 하나 넣어 주세요.',
    imagesTooMany: '이미지가 {used, number}장이에요. {limit, number}장까지 들어가요. 몇 장을 빼 주세요.',
    videoUnsupported: '이 네트워크에는 아직 동영상을 보낼 수 없어요. 빼거나 이미지를 써 주세요.',
    videosTooMany:
      '동영상이 {used, number}개예요. {limit, plural, other {#개}}까지 들어가요. 몇 개를 빼 주세요.',
    mediaMixed: '여기서는 이미지와 동영상을 함께 보낼 수 없어요. 한 종류만 남겨 주세요.',
    mediaType: '{type} 형식은 받지 않아요. 다른 형식을 써 주세요.',
    mediaTooLarge: '파일이 {size, number}MB예요. {limit, number}MB까지 들어가요. 크기를 줄여 주세요.',
    altMissing: '이미지를 보지 못하는 분을 위한 설명이 없어요. 설명을 넣어 주세요.',
    altTooLong: '설명이 {used, number}자예요. {limit, number}자까지 들어가요. 줄여 주세요.',
    hashtagsTooMany:
      '해시태그가 {used, number}개예요. {limit, number}개까지 쓸 수 있어요. 몇 개를 빼 주세요.',
    hashtagTooLong: '{limit, number}자보다 긴 해시태그가 있어요. 줄여 주세요.',
    mentionUnclear: '@{mention}에 전체 주소가 없어서 여기서는 일반 글자로 남아요. 도메인까지 써 주세요.',
  },
  field: {
    handle: '네트워크에서 쓰는 이름',
    app_password: '앱 비밀번호',
    service: '서버',
    name: '표시 이름',
  },
  without: {
    appPasswordScope:
      '다이렉트 메시지에는 그 권한이 있는 앱 비밀번호가 필요해요. 권한을 켜서 새로 만든 뒤 다시 연결해 주세요.',
    serviceUnreachable: '다이렉트 메시지 서버가 응답하지 않아요. 답글과 멘션은 계속 들어와요.',
  },
  proof: {
    live: '실제 소프트웨어로 확인했어요',
    contract: '계약 테스트만 했고 실제로는 확인하지 않았어요',
    planned: '글자 수 세기와 미리보기만 돼요',
  },
} as const

/** What a network without a proper noun is called. */
export const network = {
  practice: '연습',
}
