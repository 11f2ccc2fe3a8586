import type * as en from '../en/outbox.ts'
import type { Same } from '../messages.ts'

export const outbox = {
  waits: '보내지 못한 변경이 {count, number}개 있어요.',
  asks: '답이 필요한 변경이 {count, number}개 있어요.',
  show: '변경 보기',
  title: '내가 바꾼 것',
  description: '서버에 다시 연결되면 이 순서대로 보내요. 탭을 닫아도 그대로 남아 있어요.',
  empty: '모두 보냈어요.',
  mark: { waiting: '내 변경이 연결을 기다려요', asking: '내 변경에 답이 필요해요' },
  drop: '되돌리기',
  dropOne: '되돌리기: {what}',
  dismiss: '알겠어요',
  anyway: '그래도 하기',
  mine: '내 변경 남기기: {what}',
  theirs: '{name} 님의 변경 남기기: {what}',
  waitsBehind: '앞의 변경에 답할 때까지 기다려요.',
  refused: '하지 못했어요: {why}',
  nothing: '없음',
  nobody: '없음',
  noTime: '시간 없음',
  offCalendar: '캘린더에서 빼기',
  conflict: {
    move: '“{title}” 단계가 서로 달라요. 나: {mine}, {name} 님: {theirs}',
    time: '“{title}” 시간이 서로 달라요. 나: {mine}, {name} 님: {theirs}',
    change: '“{title}” 내용이 서로 달라요. 나: {mine}, {name} 님: {theirs}',
  },
  what: {
    move: '“{title}” 단계 옮기기: {value}',
    time: '“{title}” 시간 정하기: {value}',
    schedule: '“{title}” 예약하기',
    swap: '“{title}” 시간을 다른 게시물과 바꾸기',
    create: '“{title}” 만들기',
    archive: '“{title}” 보관하기',
    restore: '“{title}” 되살리기',
    bulk: '게시물 {count, number}개 한 번에 바꾸기',
    tick: '“{title}”: “{item}” 완료하기',
    untick: '“{title}”: “{item}” 완료 취소하기',
    item: '“{title}”: “{item}” 바꾸기',
    addItem: '“{title}”: “{item}” 추가하기',
    change: '“{title}” 바꾸기: {value}',
  },
  fact: {
    title: '제목 “{value}”',
    labels: '라벨 {value}',
    assigneeId: '담당자 {value}',
    campaignId: '캠페인 {value}',
    dueAt: '마감 {value}',
    channels: '채널',
  },
} satisfies Same<typeof en.outbox>

export const outboxProblem = {
  full: '기다리는 변경이 너무 많아서 더 담지 못했어요. 다시 연결하거나 기다리는 변경을 되돌려 주세요.',
  readFirst: '결정을 기다리는 글이에요. 열어서 읽은 뒤 결정해 주세요.',
  needsTime: '먼저 보낼 시간이 필요해요. 열어서 예약해 주세요.',
  someRefused: '게시물 {count, number}개는 그대로예요. 확인한 뒤 하나씩 다시 해 주세요.',
} satisfies Same<typeof en.outboxProblem>
