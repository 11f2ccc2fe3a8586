import type { DemoThread } from './demo.ts'

/** What the teams say to each other on drafts; `ago` in minutes. */
export const threads: DemoThread[] = [
  {
    post: 'cold-weather-trigger',
    quote: '27 degrees in the shade',
    comments: [
      {
        by: 'diego',
        ago: 1_900,
        text: 'In Madrid 27 is a cold front. Can the number be a variable per team?',
      },
      {
        by: 'priya',
        ago: 1_860,
        text: 'Good point. London 27, Berlin 29, Madrid 36. @callum can you make three?',
      },
      { by: 'callum', ago: 1_800, text: 'On it. Seoul will want humidity instead.' },
    ],
  },
  {
    post: 'cold-lemonade',
    quote: 'two spoons of honey',
    resolved: true,
    comments: [
      { by: 'sofie', ago: 5_000, text: 'The photo shows three. Reshoot or rewrite?' },
      {
        by: 'callum',
        ago: 4_950,
        text: 'Rewrite the honey, not the photo. Actually two tastes better, cropping the spoon.',
      },
      { by: 'sofie', ago: 4_900, text: 'Cropped.' },
    ],
  },
  {
    post: 'flush-film',
    comments: [
      { by: 'imogen', ago: 900, text: 'Lovely. Does Kavita know the last shot is her kitchen?' },
      {
        by: 'sofie',
        ago: 870,
        text: 'She chose it. I have that in writing and it is in the library with the rights.',
      },
    ],
  },
  {
    post: 'flush-film',
    quote: 'no music',
    comments: [{ by: 'minseo', ago: 400, text: 'There is a radio in the kitchen at 3:40. Is that cleared?' }],
  },
  {
    post: 'refill-post',
    quote: 'into the compost',
    external: true,
    comments: [
      {
        by: 'edith',
        ago: 1_300,
        text: 'We may only say “home compostable” with the certificate number. Otherwise: “paper recycling”.',
      },
      { by: 'priya', ago: 1_250, text: 'Certificate is due on Thursday. I hold this until then.' },
    ],
  },
  {
    post: 'refill-winner',
    quote: '[year]',
    comments: [
      {
        by: 'callum',
        ago: 300,
        text: 'Front-runner is 2011, see the inbox. Nobody schedule this by accident.',
      },
      {
        by: 'tunde',
        ago: 290,
        text: 'Approval is required on this channel, it cannot go out with brackets. But yes.',
      },
    ],
  },
  {
    post: 'refill-questions',
    resolved: true,
    comments: [
      { by: 'marcus', ago: 2_600, text: 'Added “no paper bags”: eleven people asked this week.' },
      { by: 'priya', ago: 2_500, text: 'Perfect, approved.' },
    ],
  },
  {
    post: 'care-lid-recall',
    quote: 'It is not dangerous, just damp.',
    comments: [
      {
        by: 'edith',
        ago: 1_000,
        text: 'Please do not promise “not dangerous”. “We know of no injuries” is true and enough.',
      },
      {
        by: 'marcus',
        ago: 960,
        text: 'I would like to keep it human. “Nobody has been hurt, but bags got wet”?',
      },
      { by: 'edith', ago: 940, text: 'Fine with me.' },
    ],
  },
  {
    post: 'care-lid-recall',
    comments: [
      {
        by: 'nerea',
        ago: 700,
        text: 'We have four of these in Spain already. Can we have Spanish wording today?',
      },
    ],
  },
  {
    post: 'journal-night-shift',
    comments: [
      {
        by: 'aylin',
        ago: 2_000,
        text: 'The fire station in Prenzlauer Berg would be a great fourth person.',
      },
    ],
  },
  {
    post: 'kr-popup-lastweek',
    quote: '모두 꺼내 놓을게요',
    comments: [
      {
        by: 'jiwoo',
        ago: 800,
        text: '재고가 열두 통이에요. “모두”라고 하면 첫날에 끝나요. “하루 두 통씩”은 어때요?',
      },
      { by: 'minseo', ago: 760, text: '좋아요. “하루 두 통씩, 선착순으로”로 고칠게요.' },
    ],
  },
  {
    post: 'kr-monthly-tin',
    quote: '이유는 묻지 않아요',
    comments: [
      { by: 'minseo', ago: 1_500, text: '해지 화면에 설문이 한 줄 남아 있던데, 빼기로 한 거 맞죠?' },
      { by: 'jiwoo', ago: 1_480, text: '이번 배포에서 빠져요. 그전에는 올리지 말아요.' },
    ],
  },
  {
    post: 'kr-cold-fruit',
    resolved: true,
    comments: [
      { by: 'taeyang', ago: 3_000, text: '소금 양을 물어보실 것 같아요. “한 꼬집”이라고 쓸까요?' },
      { by: 'minseo', ago: 2_950, text: '“아주 조금”이 더 궁금하잖아요 😄 댓글에서 답하기로 해요.' },
    ],
  },
  {
    post: 'kr-parents-day',
    comments: [{ by: 'jiwoo', ago: 500, text: '카드 문구 마감은 사흘 전 정오예요. 본문에도 적어 주세요.' }],
  },
  {
    post: 'es-sobremesa-bares',
    quote: 'sin que te miren raro',
    comments: [
      {
        by: 'lucia',
        ago: 1_100,
        text: '¿Seguro que los doce siguen abiertos? El de la calle Ave María cerró en marzo.',
      },
      {
        by: 'diego',
        ago: 1_050,
        text: 'Cambio ese por el de Olavide. Los otros once los pisé la semana pasada.',
      },
    ],
  },
  {
    post: 'es-sobremesa-abuela',
    comments: [
      {
        by: 'priya',
        ago: 600,
        text: 'I do not speak Spanish and I laughed twice. Do we have Carmen’s consent on file?',
      },
      { by: 'diego', ago: 580, text: 'Signed, and she wants to be paid in Naranjo.' },
    ],
  },
  {
    post: 'es-sobremesa-suegra',
    resolved: true,
    quote: 'En la segunda taza, tampoco.',
    comments: [{ by: 'lucia', ago: 4_200, text: 'Esta línea no se toca.' }],
  },
  {
    post: 'de-wald-foerster',
    quote: 'nur im Mai',
    comments: [
      {
        by: 'jonas',
        ago: 1_400,
        text: 'Im Hochschwarzwald bis Mitte Juni. Lass uns „im Frühjahr“ schreiben, sonst melden sich die Förster.',
      },
      { by: 'aylin', ago: 1_380, text: 'Er sagt im Interview selbst Mai. Ich frage ihn.' },
    ],
  },
  {
    post: 'de-wald-kantine',
    comments: [
      {
        by: 'priya',
        ago: 450,
        text: 'Ten kitchens a day for a week is about 90 kg. Does the warehouse know?',
      },
      { by: 'jonas', ago: 430, text: 'They do, 100 kg are set aside. Only the list link is missing.' },
    ],
  },
  {
    post: 'de-dose-hygiene',
    resolved: true,
    comments: [
      { by: 'felix', ago: 3_500, text: '„Parfümreste“ ist wirklich passiert. Zweimal.' },
      { by: 'aylin', ago: 3_480, text: 'Deshalb steht es da.' },
    ],
  },
]
