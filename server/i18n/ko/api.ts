export const apiProblem = {
  cursor: '이 목록의 커서가 아니에요. 커서 없이 처음부터 다시 요청해 주세요.',
  contentType: '본문을 application/json으로 보내 주세요.',
  invalid: '요청이 맞지 않아요. 항목별 내용은 `errors`를 확인해 주세요.',
  json: '본문을 JSON으로 읽지 못했어요. 문법과 인코딩을 확인해 주세요.',
  key: 'Idempotency-Key는 보이는 ASCII 문자 1~200자여야 해요.',
  keyReused: '이 Idempotency-Key는 다른 요청에 쓰였어요. 새 키를 써 주세요.',
  method: '이 주소에서는 쓸 수 없는 메서드예요. Allow 헤더를 확인해 주세요.',
  token:
    '올바른 토큰을 보내 주세요: Authorization: Bearer 다음에 한 칸 띄우고 토큰. 토큰은 설정이나 명령줄에서 만들 수 있어요.',
} as const
