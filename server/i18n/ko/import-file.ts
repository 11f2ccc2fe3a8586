import type * as en from '../en/import-file.ts'
import type { Same } from '../messages.ts'

export const importFileWord = {
  row: '행',
  problem: '문제',
  column: {
    title: '제목',
    text: '본문',
    when: '예정 시각',
    day: '날짜',
    time: '시간',
    zone: '시간대',
    channels: '채널',
    labels: '라벨',
    campaign: '캠페인',
    assignee: '담당자',
    stage: '단계',
    due: '마감',
    link: '링크',
    image: '이미지 URL',
  },
  examples: [
    '겨울 오픈 | 아침 8시에 문을 열어요. 모두에게 차를 드려요. | 2027-01-15 09:00 |  |  | 오픈; 겨울 |  |  | 초안 | 2027-01-12 | https://example.org/winter',
    '제빵사에게 묻는 다섯 가지 | 무엇을 묻고 싶나요? |  |  |  | 시리즈 |  |  | 아이디어 |  | ',
  ],
} satisfies { [K in keyof typeof en.importFileWord]: unknown }

export const importProblem = {
  sameFile:
    '방금 다른 사람이 똑같은 파일을 가져왔어요. 그래서 아무것도 만들지 않았어요. 게시물을 한 번 더 만들려는 경우에만 다시 가져오세요.',
  begun: '이미 시작한 가져오기예요. 가져오기 목록에서 열어 주세요.',
  running: '아직 가져오는 중이에요. 끝난 뒤에 되돌려 주세요.',
  empty: '파일이 비어 있어 가져올 것이 없어요. 맞는 파일을 골랐는지 확인해 주세요.',
  emptyBoard: '이 Trello 보드에는 카드가 없어 가져올 것이 없어요.',
  failed: '저희 쪽 문제로 가져오기가 멈췄어요. 만든 것은 그대로 있어요. 이어서 하거나 되돌려 주세요.',
  noText: '제목이나 본문이 있는 열을 골라 주세요. 게시물에는 둘 중 하나가 있어야 해요.',
  notJson:
    'JSON처럼 시작하지만 깨졌거나 잘린 파일이에요. Trello에서 보드를 다시 내보내 새 파일을 올려 주세요.',
  notText: '텍스트 파일이 아니에요. CSV 파일이나 JSON으로 내보낸 Trello 보드를 올려 주세요.',
  notTrello:
    'Trello 보드가 아닌 JSON 파일이에요. Trello 보드 메뉴의 ‘인쇄, 내보내기 및 공유’에서 ‘JSON으로 내보내기’를 골라 그 파일을 올려 주세요.',
  tooLarge: '파일이 {limit}MB보다 커서 받지 않았어요. 여러 파일로 나눠 차례로 가져와 주세요.',
  tooManyRows: '행이 {limit, number}개보다 많아 받지 않았어요. 여러 파일로 나눠 차례로 가져와 주세요.',
  tooWide:
    '한 줄에 구분 기호가 {limit, number}개보다 많아 받지 않았어요. 열을 나누는 기호와 줄 끝을 확인하고 다시 올려 주세요.',
  torn: '자리에 맞지 않는 따옴표가 {limit, number}개보다 많아 받지 않았어요. 글 안의 따옴표를 두 번 쓰는 ‘CSV UTF-8’로 다시 내보내 올려 주세요.',
  workbook: '스프레드시트 파일이에요. Excel, Numbers, Sheets에서 ‘CSV UTF-8’로 저장한 파일을 올려 주세요.',
  row: {
    assignee: '이 팀의 게시물을 볼 수 있는 ‘{value}’ 님이 없어요. 멤버 목록의 이름대로 쓰거나 비워 주세요.',
    assigneeTwice: '‘{value}’ 이름의 멤버가 여럿이에요. 이메일 주소로 써 주세요.',
    campaign: '‘{value}’ 캠페인이 없어요. 먼저 만들거나 비워 주세요.',
    campaignTwice: '‘{value}’ 캠페인이 여럿이에요. 하나의 이름을 바꾸거나 비워 주세요.',
    channels: '‘{value}’ 채널에는 계획할 수 없어요. 채널 목록의 이름대로 쓰거나 비워 주세요.',
    channelsTwice: '‘{value}’에 맞는 채널이 여럿이에요. 채널 이름을 끝까지 써 주세요.',
    date: '‘{value}’ 날짜를 읽을 수 없어요. 2027-01-15 09:00처럼 써 주세요.',
    empty: '제목도 본문도 없는 행이에요. 둘 중 하나를 써 주세요.',
    labelLong: '‘{value}’ 라벨이 {max}자보다 길어요. 줄여 주세요.',
    labelsMany: '라벨은 게시물마다 {max}개까지예요. 몇 개를 빼 주세요.',
    quotes: '따옴표가 닫히지 않은 행이에요. 닫거나 글 안의 따옴표를 두 번 써 주세요.',
    stage: '‘{value}’ 단계는 없어요. 아이디어나 초안이라고 쓰거나 비워 주세요.',
    timeAlone: '날짜 없이 시간({value})만 있어요. 날짜를 더해 주세요.',
    tooLong: '{max, number}자보다 길어요. 줄여 주세요.',
    url: '‘{value}’ 웹 주소가 아니에요. https://example.org처럼 써 주세요.',
    width: '칸이 {cells}개인데 파일의 열은 {columns}개예요. 구분 기호가 든 글은 따옴표로 묶어 주세요.',
    zone: '‘{value}’ 시간대가 없어요. Asia/Seoul처럼 써 주세요.',
  },
} satisfies Same<typeof en.importProblem>
