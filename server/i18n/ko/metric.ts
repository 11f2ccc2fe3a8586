import type { metric as english } from '../en/metric.ts'
import type { Same } from '../messages.ts'

export const metric: Same<typeof english> = {
  impressions: { label: '노출', definition: '네트워크가 센, 게시물이 표시된 횟수예요.' },
  reach: { label: '도달', definition: '게시물을 한 번 이상 본 사람 수예요. 서로 더하지 않아요.' },
  likes: { label: '좋아요', definition: '기간 중 늘어난 좋아요와 반응이에요. 취소된 것은 빼요.' },
  comments: { label: '답글', definition: '기간 중 게시물에 달린 공개 답글이에요.' },
  shares: { label: '재게시', definition: '기간 중 게시물이 재게시되거나 인용된 횟수예요.' },
  saves: { label: '저장', definition: '게시물이 저장된 횟수예요.' },
  clicks: { label: '클릭', definition: '네트워크가 센, 게시물 속 링크의 클릭 수예요.' },
  video_views: { label: '동영상 조회', definition: '동영상이 재생된 횟수예요.' },
  engagements: {
    label: '참여',
    definition:
      '게시 시점과 관계없이 기간 중 사람들이 게시물에 보인 모든 반응이에요. 취소된 것은 빼요. 여러 네트워크라면 모두가 세는 항목만 더해요.',
  },
  engagement_rate: { label: '참여율', definition: '기간 중 늘어난 참여를 노출로 나눈 값이에요.' },
  click_rate: { label: '클릭률', definition: '클릭을 노출로 나눈 값이에요.' },
  followers: { label: '팔로워', definition: '지금 채널을 팔로우하는 사람 수예요.' },
  posts_published: {
    label: '게시물',
    definition: '기간 중 게시된 게시물이에요. 채널 세 곳에 올리면 셋으로 세요.',
  },
  posts_not_sent: { label: '미발행', definition: '게시물이 나가지 못한 채 지나간 예약이에요.' },
  messages_in: { label: '받은 메시지', definition: '기간 중 받은 답글, 멘션, 다이렉트 메시지예요.' },
  messages_answered: { label: '답한 메시지', definition: '우리가 답한 메시지예요.' },
  negative_messages: { label: '부정 메시지', definition: '부정적으로 들리는 메시지예요.' },
  negative_share: {
    label: '부정 비율',
    definition: '부정 메시지를 받은 메시지 전체로 나눈 값이에요. 판단할 수 없는 언어는 중립으로 세요.',
  },
  answer_rate: { label: '응답률', definition: '답한 메시지를 받은 메시지 전체로 나눈 값이에요.' },
  first_response_time: {
    label: '응답 시간',
    definition:
      '기간 중 보낸 답변까지 상대가 기다린 시간이에요. 우리의 지난 답변 이후 첫 메시지부터 재요. 중앙값이라 절반은 더 짧고 절반은 더 길어요.',
  },
  resolution_time: {
    label: '종료까지 시간',
    definition: '첫 메시지부터 대화를 닫을 때까지의 시간이에요. 중앙값이에요.',
  },
}
