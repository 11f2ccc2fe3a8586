import type * as en from '../en/series.ts'
import type { Same } from '../messages.ts'

export const series = {
  title: '반복',
  hint: '날마다 따로 된 초안을 90일 앞까지 만들어요. 승인은 각각 받아야 해요.',
  needsTime: '먼저 예정 시각을 고르면 반복할 수 있어요.',
  repeat: '반복…',
  change: '바꾸기…',
  end: '끝내기…',
  next: '다음: <time></time>',
  none: '앞으로 남은 사본이 없어요.',
  ahead: '남은 사본 {count, plural, other {#개}}',
  original: '원본',
  resting: '원본 게시물이 보관되어 있어서, 되살릴 때까지 사본을 만들지 않아요.',
  rule: {
    day: '{step, plural, =1 {매일} other {#일마다}}',
    week: '{step, plural, =1 {매주} other {#주마다}} {days}',
    monthDay: '{step, plural, =1 {매월} other {#개월마다}} {day}일',
    monthLast: '{step, plural, =1 {매월} other {#개월마다}} {day}일, 짧은 달에는 마지막 날',
    monthNth:
      '{step, plural, =1 {매월} other {#개월마다}} {nth, select, 1 {첫째} 2 {둘째} 3 {셋째} 4 {넷째} other {마지막}} {weekday}',
  },
  at: '{rule} {time} ({zone})',
  until: '{rule}, {day}까지',
  times: '{rule}, 모두 {count, plural, other {#번}}',
  dialog: {
    title: '게시물 반복하기',
    changeTitle: '반복 바꾸기',
    every: '간격',
    unit: '일, 주, 월',
    units: {
      day: '{step, plural, other {일}}마다',
      week: '{step, plural, other {주}}마다',
      month: '{step, plural, other {개월}}마다',
    },
    weekdays: '요일',
    monthly: '날',
    onDay: '{day}일',
    onLast: '{day}일, 짧은 달에는 마지막 날',
    onNth: '{nth, select, 1 {첫째} 2 {둘째} 3 {셋째} 4 {넷째} other {마지막}} {weekday}',
    time: '시각',
    ends: '끝',
    endings: { never: '없음', until: '날짜', times: '횟수' },
    until: '마지막 날',
    times: '이 게시물을 포함한 횟수',
    next: '다음: {days}',
    nothing: '앞으로 90일 안에 맞는 날이 없어요.',
    skipped: '{day}에는 시계가 그 시간을 건너뛰어서 {time}에 나가요.',
    replaces: '아무도 손대지 않은 사본은 바뀌고, 누군가 고친 것은 그대로 있어요.',
    start: '반복하기',
    save: '저장',
  },
  ending: {
    title: '반복을 끝낼까요?',
    body: '더는 만들지 않아요. 누군가 고친 사본은 언제나 남아요.',
    keep: '앞에 있는 사본 {count, plural, other {#개}} 남기기',
    remove: '아무도 손대지 않은 {count, plural, other {#개}} 지우기',
    act: '끝내기',
  },
  done: {
    started:
      '{made, plural, =0 {반복돼요. 날이 가까워지면 첫 사본이 생겨요.} other {반복돼요. 초안 #개를 만들었어요.}}',
    changed:
      '{made, plural, =0 {새 초안은 없고} other {새 초안 #개}}, {removed, plural, =0 {지운 것은 없어요} other {#개를 지웠어요}}.',
    ended: '{removed, plural, =0 {끝냈어요. 사본은 남아 있어요.} other {끝냈어요. 사본 #개를 지웠어요.}}',
    kept: '{kept, plural, other {누군가 고친 사본 #개는 그대로 있어요.}}',
  },
} satisfies Same<typeof en.series>
