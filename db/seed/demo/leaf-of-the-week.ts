import type { ChannelKey, DemoPost, TeamKey } from './demo.ts'

type Language = 'en' | 'ko' | 'es' | 'de'
type Leaf = { name: Record<Language, string>; degrees: number; minutes: number } & Record<Language, string>

const leaf = (
  names: [string, string, string, string],
  degrees: number,
  minutes: number,
  [en, ko, es, de]: [string, string, string, string],
): Leaf => ({
  name: { en: names[0], ko: names[1], es: names[2], de: names[3] },
  degrees,
  minutes,
  en,
  ko,
  es,
  de,
})

/** The weekly series that ran before this month: one leaf, how to brew it, one thing to notice. */
const LEAVES: Leaf[] = [
  leaf(['Hallasan Green', '한라산 녹차', 'Hallasan verde', 'Hallasan Grün'], 75, 2, [
    'Smells of cut grass, tastes of melon. Use less leaf than you think.',
    '갓 깎은 풀 향에 참외 맛이 나요. 생각보다 적게 넣어 보세요.',
    'Huele a hierba recién cortada y sabe a melón. Ponle menos hoja de la que crees.',
    'Riecht nach gemähtem Gras, schmeckt nach Melone. Nimm weniger Blatt, als du denkst.',
  ]),
  leaf(['Morning Fog', '모닝 포그', 'Niebla de mañana', 'Morgennebel'], 95, 4, [
    'Smoke first, honey later. Milk makes it a different tea, and a good one.',
    '처음엔 훈연 향, 나중엔 꿀 향. 우유를 넣으면 또 다른 차가 돼요.',
    'Primero humo, luego miel. Con leche es otro té, y también bueno.',
    'Erst Rauch, dann Honig. Mit Milch ein anderer Tee, und ein guter.',
  ]),
  leaf(['Naranjo', '나란호', 'Naranjo', 'Naranjo'], 98, 6, [
    'Rooibos with bitter orange peel. No caffeine, so it may stand as long as it likes.',
    '쌉싸름한 오렌지 껍질을 더한 루이보스. 카페인이 없어 오래 우려도 괜찮아요.',
    'Rooibos con piel de naranja amarga. Sin teína: puede reposar lo que quiera.',
    'Rooibos mit Bitterorangenschale. Ohne Koffein, darf also ziehen, so lange er mag.',
  ]),
  leaf(['Waldpause', '숲의 쉼', 'Pausa del bosque', 'Waldpause'], 100, 8, [
    'Bramble leaf, spruce tips, a little mint. Cover the cup, or the forest escapes.',
    '산딸기잎과 가문비 새순, 민트 조금. 뚜껑을 덮어야 숲 향이 달아나지 않아요.',
    'Hoja de zarza, brotes de abeto y algo de menta. Tapa la taza o el bosque se escapa.',
    'Brombeerblatt, Fichtenspitzen, etwas Minze. Deckel drauf, sonst entwischt der Wald.',
  ]),
  leaf(['Kitchen Blend', '키친 블렌드', 'Mezcla de cocina', 'Küchenmischung'], 98, 3, [
    'The one we drink ourselves while packing yours. Strong, plain, never in the way.',
    '여러분의 차를 포장하며 저희가 마시는 차예요. 진하고 담백하고 방해하지 않아요.',
    'La que bebemos mientras empaquetamos la tuya. Fuerte, sencilla, sin molestar.',
    'Den trinken wir selbst, während wir deinen packen. Kräftig, schlicht, nie im Weg.',
  ]),
  leaf(['Second Spring', '두 번째 봄', 'Segunda primavera', 'Zweiter Frühling'], 85, 3, [
    'A Darjeeling that was picked in the rain. Pears, and something like a new book.',
    '비 오는 날 딴 다즐링. 배 향, 그리고 새 책 같은 무언가.',
    'Un Darjeeling recogido bajo la lluvia. Peras, y algo como un libro nuevo.',
    'Ein Darjeeling, der im Regen gepflückt wurde. Birne, und etwas wie ein neues Buch.',
  ]),
  leaf(['Roasted Barley', '볶은 보리', 'Cebada tostada', 'Geröstete Gerste'], 100, 7, [
    'Toast in a cup. Cold from the fridge it is what Seoul drinks in summer.',
    '컵에 담긴 구수함. 냉장고에서 꺼내 마시면 그게 바로 서울의 여름이에요.',
    'Pan tostado en una taza. Fría de la nevera es lo que bebe Seúl en verano.',
    'Toast in der Tasse. Kalt aus dem Kühlschrank trinkt Seoul das im Sommer.',
  ]),
  leaf(['Blue Hour', '블루 아워', 'Hora azul', 'Blaue Stunde'], 90, 5, [
    'Lavender, but behind the door. For the half hour in which nobody needs you.',
    '문 뒤에 살짝 숨은 라벤더. 아무도 나를 찾지 않는 삼십 분을 위해.',
    'Lavanda, pero detrás de la puerta. Para esa media hora en que nadie te busca.',
    'Lavendel, aber hinter der Tür. Für die halbe Stunde, in der dich niemand braucht.',
  ]),
  leaf(['Depot Breakfast', '디포 브렉퍼스트', 'Desayuno de almacén', 'Depotfrühstück'], 98, 4, [
    'Assam and a little Kenya. Holds its own against toast, jam and Monday.',
    '아삼에 케냐를 조금. 토스트와 잼, 월요일에도 지지 않아요.',
    'Assam y algo de Kenia. Aguanta tostada, mermelada y lunes.',
    'Assam und etwas Kenia. Hält Toast, Marmelade und Montag stand.',
  ]),
  leaf(['White Paper', '화이트 페이퍼', 'Papel blanco', 'Weißes Papier'], 80, 5, [
    'White tea, hardly touched. If you taste nothing, wait until the second sip.',
    '거의 손대지 않은 백차. 아무 맛이 없다면 두 모금째를 기다려 보세요.',
    'Té blanco, casi sin tocar. Si no sabe a nada, espera al segundo sorbo.',
    'Weißer Tee, kaum berührt. Schmeckst du nichts, warte auf den zweiten Schluck.',
  ]),
  leaf(['Ginger, Plainly', '그냥 생강', 'Jengibre, sin más', 'Einfach Ingwer'], 100, 10, [
    'Dried in thick slices, so it warms before it burns. Good for trains and colds.',
    '두툼하게 썰어 말려 맵기 전에 먼저 따뜻해요. 기차와 감기에 좋아요.',
    'Secado en rodajas gruesas: calienta antes de picar. Bueno para trenes y catarros.',
    'In dicken Scheiben getrocknet, wärmt, bevor er brennt. Gut für Zug und Schnupfen.',
  ]),
  leaf(['Night Shift', '나이트 시프트', 'Turno de noche', 'Nachtschicht'], 95, 3, [
    'Black, with cocoa husk. Blended for people who are awake so that others sleep.',
    '카카오 껍질을 더한 홍차. 남들이 자도록 깨어 있는 사람들을 위해 블렌딩했어요.',
    'Negro, con cáscara de cacao. Para quienes velan mientras otros duermen.',
    'Schwarz, mit Kakaoschale. Für Leute, die wach sind, damit andere schlafen.',
  ]),
]

const SERIES: Record<Language, { title: (name: string) => string; text: (one: Leaf) => string }> = {
  en: {
    title: (name) => `Leaf of the week: ${name}`,
    text: (one) =>
      `${one.name.en}: ${one.degrees} degrees, ${one.minutes} minutes.\n\n${one.en} #LeafOfTheWeek`,
  },
  ko: {
    title: (name) => `이번 주의 잎: ${name}`,
    text: (one) => `${one.name.ko}: ${one.degrees}도에서 ${one.minutes}분.\n\n${one.ko} #이번주의잎`,
  },
  es: {
    title: (name) => `La hoja de la semana: ${name}`,
    text: (one) =>
      `${one.name.es}: ${one.degrees} grados, ${one.minutes} minutos.\n\n${one.es} #HojaDeLaSemana`,
  },
  de: {
    title: (name) => `Blatt der Woche: ${name}`,
    text: (one) => `${one.name.de}: ${one.degrees} Grad, ${one.minutes} Minuten.\n\n${one.de} #BlattDerWoche`,
  },
}

const PLACES: { team: TeamKey; channel: ChannelKey; language: Language; author: string; time: string }[] = [
  { team: 'hq', channel: 'global', language: 'en', author: 'callum', time: '12:30' },
  { team: 'seoul', channel: 'korea', language: 'ko', author: 'minseo', time: '18:00' },
  { team: 'madrid', channel: 'spain', language: 'es', author: 'diego', time: '13:30' },
  { team: 'berlin', channel: 'germany', language: 'de', author: 'aylin', time: '11:30' },
]

/** Twelve weeks of the series in four languages, the last a month ago. */
export function leafPosts(): DemoPost[] {
  return PLACES.flatMap(({ team, channel, language, author, time }, place) =>
    LEAVES.map((one, index) => ({
      key: `leaf-${channel}-${index}`,
      team,
      title: SERIES[language].title(one.name[language]),
      text: SERIES[language].text(one),
      channels: [channel],
      stage: 'published' as const,
      day: -33 - (LEAVES.length - 1 - index) * 7 - place,
      time,
      labels: ['series'],
      author,
    })),
  )
}
