export const mail = {
  invitation: {
    subject: '{name}님이 Hubbub의 {workspace}에 초대했어요',
    text: `{name}님이 Hubbub의 {workspace} 워크스페이스에서 함께 일하자고 초대했어요.

아래 링크를 열면 참여할 수 있어요. 7일 동안 한 번만 쓸 수 있어요.

{link}

{name}님을 모른다면 이 메일을 무시해 주세요. 아무 일도 일어나지 않아요.
`,
  },
} as const
