import type * as en from '../en/attachment.ts'
import type { Same } from '../messages.ts'

export const attachmentProblem = {
  tooMany: '게시물 하나에는 {limit}개까지 첨부할 수 있어요. 하나를 뺀 뒤 다시 첨부해 주세요.',
} satisfies Same<typeof en.attachmentProblem>

export const attachment = {
  title: '첨부',
  hint: '함께 작업하는 사람만 보고, 게시물과 함께 나가지 않아요.',
  addFile: '파일 첨부',
  addLink: '링크 첨부',
  drop: '여기에 파일을 놓으세요',
  url: '주소',
  urlPlaceholder: '주소를 붙여 넣으세요',
  urlWrong: '웹 주소가 아니에요. http:// 또는 https://로 시작해야 해요.',
  name: '이름',
  attach: '첨부',
  cancel: '취소',
  remove: '{name} 빼기',
  removed: '‘{name}’ 첨부를 뺐어요.',
  download: '{name} 내려받기',
  open: '{name} 새 탭에서 열기',
  failed: '{name} 파일을 첨부하지 못했어요.',
  uploading: '{name} 올리는 중',
} satisfies Same<typeof en.attachment>
