export const auth = {
  signIn: '로그인',
  signOut: '로그아웃',
  email: '이메일',
  password: '비밀번호',
  name: '이름',
} as const
