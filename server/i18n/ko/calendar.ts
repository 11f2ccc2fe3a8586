export const calendar = {
  title: '캘린더',
  previous: '이전 달',
  next: '다음 달',
  today: '오늘',
  month: '월',
  count: '이번 달 게시물 {count}개',
  dayLabel: '{day}, 게시물 {count}개',
  more: '+{count, number}개 더',
  moreLabel: '{day}의 게시물 {count}개 모두 보기',
  mine: '내 시간으로 {time}',
  empty: {
    title: '이 달에는 아직 계획이 없어요.',
    body: '게시물에 날짜를 정해 주세요. 게시물을 열거나 보드의 카드 메뉴에서 “시간 정하기…”를 고르면 돼요.',
    act: '보드로 가기',
  },
}
