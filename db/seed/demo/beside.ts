/** What stands beside some of the demo's posts: by when, what is to do, what belongs to it. */
export interface DemoBeside {
  post: string
  /** Days from today, and local time of the team. */
  due?: number
  dueTime?: string
  lists?: { name: string; by: string; items: { text: string; done?: boolean; for?: string }[] }[]
  links?: { url: string; name: string; by: string }[]
}

export const beside: DemoBeside[] = [
  {
    post: 'flush-film',
    due: 2,
    dueTime: '17:00',
    lists: [
      {
        name: 'Film',
        by: 'sofie',
        items: [
          { text: 'Rough cut', done: true },
          { text: 'Subtitles in four languages', done: true },
          { text: 'Release forms of the pickers', for: 'imogen' },
          { text: 'Square cut for the journal' },
        ],
      },
      {
        name: 'Before it goes out',
        by: 'sofie',
        items: [{ text: 'Describe the first frame' }, { text: 'Ask the regions for their wording' }],
      },
    ],
    links: [
      { url: 'https://norrow.example/film/cut-3', name: 'Cut 3, five minutes', by: 'sofie' },
      { url: 'https://norrow.example/film/forms', name: 'Release forms', by: 'imogen' },
    ],
  },
  { post: 'cold-weather-trigger', due: -1, dueTime: '12:00' },
  {
    post: 'refill-post',
    due: 0,
    dueTime: '23:30',
    lists: [
      {
        name: 'Facts to check',
        by: 'priya',
        items: [
          { text: 'Postage in every country', done: true, for: 'edith' },
          { text: 'How a tin is cleaned', done: true },
          { text: 'What legal says about “free”', for: 'edith' },
        ],
      },
    ],
    links: [{ url: 'https://norrow.example/refill/plan', name: 'Plan of the refill team', by: 'priya' }],
  },
  { post: 'refill-winner', due: 6 },
  {
    post: 'journal-broken-cups',
    due: 4,
    lists: [
      {
        name: 'Pictures',
        by: 'callum',
        items: [{ text: 'The gold seam, close', for: 'sofie' }, { text: 'Three cups' }],
      },
    ],
  },
  {
    post: 'kr-popup-lastweek',
    due: 3,
    dueTime: '18:00',
    lists: [
      {
        name: '발행 전 확인',
        by: 'minseo',
        items: [
          { text: '운영 시간 다시 확인', done: true },
          { text: '지도 링크 확인', done: true, for: 'jiwoo' },
          { text: '현장 사진 고르기', for: 'minseo' },
        ],
      },
    ],
    links: [{ url: 'https://norrow.example/kr/popup', name: '팝업 안내 페이지', by: 'minseo' }],
  },
  { post: 'kr-refill-plan', due: -2, dueTime: '18:00' },
  {
    post: 'es-refill-valencia',
    due: 5,
    lists: [
      {
        name: 'Antes de publicar',
        by: 'lucia',
        items: [{ text: 'Horario de la tienda', done: true }, { text: 'Foto del mostrador' }],
      },
    ],
  },
  {
    post: 'de-wald-foerster',
    due: 1,
    dueTime: '12:00',
    lists: [
      {
        name: 'Interview',
        by: 'aylin',
        items: [
          { text: 'Abschrift', done: true },
          { text: 'Freigabe vom Forstamt', for: 'jonas' },
        ],
      },
    ],
  },
]
