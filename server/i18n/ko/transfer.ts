import type * as en from '../en/transfer.ts'
import type { Same } from '../messages.ts'

export const transfer = {
  menu: {
    exportCsv: 'CSV로 내보내기',
    exportJson: 'JSON으로 내보내기',
    exportHint: '지금 필터에 맞는 게시물 전부, 발행된 글도 포함해요',
    allHint: '볼 수 있는 게시물 전부, 발행된 글도 포함해요',
    import: '가져오기…',
  },
} satisfies Same<typeof en.transfer>
