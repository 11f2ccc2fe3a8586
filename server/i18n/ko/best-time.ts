import type * as en from '../en/best-time.ts'
import type { Same } from '../messages.ts'

export const bestTime = {
  title: '추천 시간',
  history: '{channel} 게시물 {posts, plural, other {#개}}의 반응으로 골랐어요. 팀의 시간대 기준이에요.',
  default:
    '{network}에서 흔한 시간이에요. 측정한 값이 아니에요: {posts, plural, =0 {{channel}에는 아직 집계된 글이 없어요} other {{channel}에 집계된 글이 아직 10개가 안 돼요(#개)}}.',
  quiet:
    '{network}에서 흔한 시간이에요. {channel} 게시물 {posts, plural, other {#개}}에 반응이 없어서 고를 수 없었어요.',
  take: '{time} 고르기',
  band: {
    legend: '추천 시간',
    means: '채널에 글을 올리기 좋은 시간이에요. 숫자는 해당하는 채널 수예요.',
    show: '시간표에 표시',
    history: '게시물 {posts, plural, other {#개}} 기준',
    default: '{network}에서 흔한 시간, 측정 전',
    quiet: '{network}에서 흔한 시간, 반응 없음',
    says: '{time} 추천 시간: {channels}.',
  },
} satisfies Same<typeof en.bestTime>
