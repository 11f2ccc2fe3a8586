/** Pictures of the demo: what is drawn (server/admin/demo/draw-cover.ts), in which colours, and what it shows. */
export interface DemoCover {
  key: string
  drawing: 'jar' | 'cup' | 'leaves' | 'hills' | 'tin' | 'pot' | 'table' | 'sun'
  /** Sky, ground and mark, as hex colours. */
  colours: [string, string, string]
  /** The campaign whose posts it stands on; empty for any other. */
  campaign: string
  alt: Record<'en' | 'ko' | 'es' | 'de', string>
}

const cover = (
  key: string,
  drawing: DemoCover['drawing'],
  colours: DemoCover['colours'],
  campaign: string,
  [en, ko, es, de]: [string, string, string, string],
): DemoCover => ({ key, drawing, colours, campaign, alt: { en, ko, es, de } })

export const covers: DemoCover[] = [
  cover('cold-jar', 'jar', ['#dcefe9', '#9fcabd', '#c98b2b'], 'slow-cold', [
    'A glass jar of cold brew on a pale green table',
    '연둣빛 테이블 위에 놓인 냉침차 유리병',
    'Un tarro de té frío sobre una mesa verde claro',
    'Ein Glas Kaltauszug auf einem hellgrünen Tisch',
  ]),
  cover('cold-night', 'jar', ['#27345a', '#18213d', '#d8a94f'], 'slow-cold', [
    'A jar of tea steeping at night under a small moon',
    '작은 달 아래 밤새 우러나는 찻병',
    'Un tarro de té reposando de noche bajo una luna pequeña',
    'Ein Glas Tee zieht nachts unter einem kleinen Mond',
  ]),
  cover('cold-sun', 'sun', ['#fde9c4', '#f3b562', '#d9622b'], 'slow-cold', [
    'A large orange sun over a warm horizon',
    '따뜻한 지평선 위로 떠오른 커다란 주황색 해',
    'Un gran sol naranja sobre un horizonte cálido',
    'Eine große orange Sonne über einem warmen Horizont',
  ]),
  cover('flush-hills', 'hills', ['#e4f0d8', '#7fae67', '#3f6f45'], 'first-flush', [
    'Rows of tea bushes on rolling hills in the morning',
    '아침 언덕에 줄지어 선 차나무',
    'Hileras de arbustos de té en colinas al amanecer',
    'Reihen von Teesträuchern auf Hügeln am Morgen',
  ]),
  cover('flush-leaves', 'leaves', ['#f3f6e8', '#a9c66c', '#5d8a3a'], 'first-flush', [
    'Two leaves and a bud, drawn large',
    '크게 그린 새순 하나와 잎 두 장',
    'Dos hojas y un brote, dibujados en grande',
    'Zwei Blätter und eine Knospe, groß gezeichnet',
  ]),
  cover('flush-tin', 'tin', ['#eef3e2', '#6c9a5b', '#2f5d3a'], 'first-flush', [
    'A green tin with a paper label',
    '종이 라벨이 붙은 초록색 틴케이스',
    'Una lata verde con etiqueta de papel',
    'Eine grüne Dose mit Papieretikett',
  ]),
  cover('refill-tin', 'tin', ['#e7e9f5', '#8f96c9', '#474f93'], 'refill', [
    'A violet tin with a paper label, back for a refill',
    '리필하러 돌아온, 종이 라벨이 붙은 보라색 틴',
    'Una lata violeta con etiqueta de papel, de vuelta para rellenar',
    'Eine violette Dose mit Papieretikett, zurück zum Nachfüllen',
  ]),
  cover('refill-counter', 'table', ['#efe6da', '#c7a67d', '#7a5534'], 'refill', [
    'A wooden shop counter with three cups to taste from',
    '시음 잔 세 개가 놓인 나무 카운터',
    'Un mostrador de madera con tres tazas para probar',
    'Eine hölzerne Ladentheke mit drei Tassen zum Probieren',
  ]),
  cover('seongsu-cup', 'cup', ['#f7e3e3', '#e59a9a', '#b5484f'], 'seongsu', [
    'A steaming cup on a pink background',
    '분홍색 배경 위 김이 오르는 찻잔',
    'Una taza humeante sobre fondo rosa',
    'Eine dampfende Tasse vor rosa Hintergrund',
  ]),
  cover('seongsu-hills', 'hills', ['#e1eef7', '#86b1cf', '#2f5f7d'], 'seongsu', [
    'Hallasan in blue layers of mist',
    '푸른 안개에 겹겹이 싸인 한라산',
    'El monte Halla entre capas de niebla azul',
    'Der Hallasan in blauen Nebelschichten',
  ]),
  cover('sobremesa-table', 'table', ['#fbe6cf', '#e09f5f', '#a2502a'], 'sobremesa', [
    'A long table after lunch, cups still out',
    '점심 뒤에도 찻잔이 남아 있는 긴 식탁',
    'Una mesa larga después de comer, con las tazas puestas',
    'Ein langer Tisch nach dem Essen, die Tassen stehen noch',
  ]),
  cover('sobremesa-pot', 'pot', ['#fff0d9', '#efb567', '#b8561f'], 'sobremesa', [
    'An orange teapot pouring slowly',
    '천천히 차를 따르는 주황색 티포트',
    'Una tetera naranja que sirve despacio',
    'Eine orange Teekanne, die langsam einschenkt',
  ]),
  cover('wald-leaves', 'leaves', ['#e3eee6', '#6f9f7d', '#2c5a41'], 'waldpause', [
    'Forest herbs on a light green page',
    '연녹색 종이 위의 숲 허브',
    'Hierbas del bosque sobre papel verde claro',
    'Waldkräuter auf hellgrünem Papier',
  ]),
  cover('house-pot', 'pot', ['#e6eaee', '#9fb0bd', '#3f5666'], '', [
    'A grey-blue teapot on a quiet morning',
    '고요한 아침의 청회색 티포트',
    'Una tetera gris azulada en una mañana tranquila',
    'Eine graublaue Teekanne an einem ruhigen Morgen',
  ]),
  cover('house-cup', 'cup', ['#f1ece4', '#cdb79a', '#6d5236'], '', [
    'A plain cup of tea seen from the side',
    '옆에서 본 소박한 찻잔',
    'Una taza de té sencilla vista de lado',
    'Eine schlichte Tasse Tee von der Seite',
  ]),
]
