import type * as en from '../en/export.ts'
import type { Same } from '../messages.ts'

export const exportWord = {
  column: {
    id: 'ID',
    title: '제목',
    text: '본문',
    stage: '단계',
    team: '팀',
    channels: '채널',
    campaign: '캠페인',
    labels: '라벨',
    assignee: '담당자',
    when: '예정 시각',
    zone: '시간대',
    due: '마감',
    checklist: '체크리스트',
    links: '링크',
    created: '만든 시각',
    updated: '바뀐 시각',
  },
} satisfies Same<typeof en.exportWord>
