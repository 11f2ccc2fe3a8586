/** Problems of coming in: `problem.<code>`. */
export const doorProblem = {
  signIn: {
    wrong: '이메일이나 비밀번호가 맞지 않아요. 확인한 뒤 다시 시도해 주세요.',
    locked: '로그인에 여러 번 실패했어요. {minutes, plural, other {#분}} 뒤에 다시 시도해 주세요.',
  },
  setup: {
    used: '이미 사용했거나 오래된 설정 링크예요. 설정을 마쳤다면 로그인해 주세요. 아직이라면 서버를 다시 시작하면 새 링크가 나와요.',
  },
  invitation: {
    alreadyMember: '{name}님은 이미 멤버예요. 멤버 목록에서 역할을 바꿔 주세요.',
    used: '이미 사용했거나 취소되었거나 7일이 지난 초대예요. 새 초대를 요청해 주세요.',
    otherAccount: '이 초대는 {email} 앞으로 온 것이에요. 로그아웃한 뒤 링크를 다시 열어 주세요.',
    hasAccount: '{email} 계정이 이미 있어요. 로그인한 뒤 링크를 다시 열어 주세요.',
  },
}
