import type { DemoConversation } from './demo.ts'

/** Was Leute an Norrow Deutschland schreiben. */
export const conversationsDe: DemoConversation[] = [
  {
    key: 'de-paket-bayern',
    channel: 'germany',
    kind: 'reply',
    post: 'de-lieferung',
    person: { name: 'Sepp Huber', handle: 'sepp_h' },
    state: 'open',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 450,
        text: 'Bayern wieder als Letztes. Warte seit acht Tagen, keine Antwort auf Mails. Schlechter Service.',
      },
    ],
  },
  {
    key: 'de-paket-nett',
    channel: 'germany',
    kind: 'reply',
    post: 'de-lieferung',
    person: { name: 'Marit Hansen', handle: 'marithansen' },
    state: 'closed',
    mood: 'positive',
    messages: [
      { from: 'them', ago: 450, text: 'Danke für die ehrliche Info. Bei mir kam heute alles gut an!' },
      { from: 'felix', ago: 430, text: 'Das freut uns sehr, Marit. Danke, dass du es schreibst.' },
    ],
  },
  {
    key: 'de-geschenk',
    channel: 'germany',
    kind: 'direct',
    person: { name: 'Katrin Weidmann', handle: 'katrin.wd' },
    state: 'open',
    priority: 'urgent',
    assignee: 'felix',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 1_600,
        text: 'Bestellung DE-5520 sollte gestern da sein. Es ist ein Hochzeitsgeschenk, die Feier ist am Samstag.',
      },
      {
        from: 'felix',
        ago: 1_560,
        text: 'Das tut mir leid, Katrin. Ich schicke heute ein zweites Paket per Express an dich.',
      },
      {
        from: 'them',
        ago: 110,
        text: 'Heute ist der Tag vor der Feier und es ist nichts da. Ich bin wirklich enttäuscht.',
      },
    ],
  },
  {
    key: 'de-feuerwache',
    channel: 'germany',
    kind: 'reply',
    post: 'de-wald-feuerwache',
    person: { name: 'Wachabteilung 3', handle: 'wa3_pberg' },
    state: 'closed',
    mood: 'positive',
    messages: [
      { from: 'them', ago: 6_090, text: 'Nachschub bitte. Die Tagschicht hat alles weggetrunken. 😄' },
      {
        from: 'aylin',
        ago: 6_045,
        text: 'Nachschub ist unterwegs, diesmal mit einer Dose, auf der „Nachtschicht“ steht.',
      },
    ],
  },
  {
    key: 'de-probierpaket-klinik',
    channel: 'germany',
    kind: 'direct',
    person: { name: 'Station 4B', handle: 'station4b' },
    state: 'open',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 380,
        text: 'Wir sind 14 Leute auf der Intensivstation und hätten sehr gerne ein Probierpaket. Zwölf Minuten schaffen wir vielleicht nicht, aber sechs.',
      },
    ],
  },
  {
    key: 'de-zutaten-allergie',
    channel: 'germany',
    kind: 'reply',
    post: 'de-wald-zutaten',
    person: { name: 'Nils Ohlert', handle: 'nilsohlert' },
    state: 'closed',
    mood: 'neutral',
    messages: [
      { from: 'them', ago: 5_010, text: 'Kann man das mit einer Birkenpollenallergie trinken?' },
      {
        from: 'felix',
        ago: 4_965,
        text: 'Das Holz enthält keine Pollen, wir empfehlen trotzdem, kurz ärztlich nachzufragen. Wir möchten da nichts versprechen.',
      },
    ],
  },
  {
    key: 'de-pfand-witz',
    channel: 'germany',
    kind: 'reply',
    post: 'de-cold-pfand',
    person: { name: 'Uwe aus Köpenick', handle: 'uwe_koepenick' },
    state: 'closed',
    mood: 'positive',
    messages: [
      { from: 'them', ago: 18_030, text: 'Kein Pfand? Und ich steh hier seit zehn Minuten am Automaten. 😂' },
      { from: 'felix', ago: 17_980, text: 'Bleib stehen, wir kommen mit einem Tee vorbei.' },
    ],
  },
  {
    key: 'de-glas-undicht',
    channel: 'germany',
    kind: 'direct',
    person: { name: 'Jelena Markovic', handle: 'jelena_mk' },
    state: 'pending',
    assignee: 'felix',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 2_500,
        text: 'Der Deckel vom Glas schließt nicht richtig, der ganze Kühlschrank klebt. Ärgerlich.',
      },
      {
        from: 'felix',
        ago: 2_460,
        text: 'Oh nein. Magst du mir ein Foto vom Dichtungsring schicken? Ein neuer Deckel geht heute raus.',
      },
    ],
  },
  {
    key: 'de-neukoelln',
    channel: 'germany',
    kind: 'mention',
    person: { name: 'Pia Sommerfeld', handle: 'piasommerfeld' },
    state: 'open',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 150,
        text: 'Heute zum ersten Mal bei @norrow_de in Neukölln nachgefüllt. So einfach, so schön, sogar die Beule wurde gelobt.',
      },
    ],
  },
  {
    key: 'de-neukoelln-zu',
    channel: 'germany',
    kind: 'mention',
    person: { name: 'Holger Brix', handle: 'holgerbrix' },
    state: 'open',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 280,
        text: 'Stehe vor verschlossener Tür in Neukölln, online steht bis 19 Uhr. Toll. Nicht.',
      },
    ],
  },
  {
    key: 'de-oeffnungszeiten',
    channel: 'germany',
    kind: 'reply',
    post: 'de-dose-neukoelln',
    person: { name: 'Thea', handle: 'thea_liest' },
    state: 'closed',
    mood: 'neutral',
    messages: [
      { from: 'them', ago: 3_690, text: 'Habt ihr auch samstags auf?' },
      { from: 'felix', ago: 3_670, text: 'Ja, samstags von 10 bis 16 Uhr.' },
      { from: 'them', ago: 3_665, text: 'Perfekt, danke!' },
    ],
  },
  {
    key: 'de-greenwashing',
    channel: 'germany',
    kind: 'reply',
    post: 'de-flush-garten',
    person: { name: 'Quentin L.', handle: 'quentin_liest_nach' },
    state: 'open',
    priority: 'high',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 29_500,
        text: 'Schöne Geschichte, aber wo sind die Löhne? Ohne Zahlen ist das nur Werbung.',
      },
      {
        from: 'jonas',
        ago: 29_300,
        text: 'Berechtigt. Die Preisaufteilung haben wir veröffentlicht, die Löhne folgen in drei Wochen mit dem Bericht.',
      },
      { from: 'them', ago: 420, text: 'Drei Wochen sind um. Ich frage noch mal.' },
    ],
  },
  {
    key: 'de-kantine',
    channel: 'germany',
    kind: 'direct',
    person: { name: 'Betriebsrestaurant Nord', handle: 'br_nord' },
    state: 'open',
    assignee: 'jonas',
    mood: 'neutral',
    messages: [
      {
        from: 'them',
        ago: 1_250,
        text: 'Guten Tag, wir würden bei der Kantinenaktion gerne mitmachen: 300 Essen am Tag. Was brauchen Sie von uns?',
      },
    ],
  },
  {
    key: 'de-rezept-dank',
    channel: 'germany',
    kind: 'mention',
    person: { name: 'Oma Gisela', handle: 'gisela_1948' },
    state: 'open',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 55,
        text: 'Meine Enkelin hat mir Ihren Waldtee geschenkt. Er schmeckt wie früher bei uns im Harz. Wunderbar, danke.',
      },
    ],
  },
]
