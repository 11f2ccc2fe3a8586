import type { DemoConversation } from './demo.ts'

/** Lo que la gente escribe a Norrow España. */
export const conversationsEs: DemoConversation[] = [
  {
    key: 'es-pedido-perdido',
    channel: 'spain',
    kind: 'direct',
    person: { name: 'Montse Aguilar', handle: 'montse_ag' },
    state: 'open',
    priority: 'high',
    assignee: 'nerea',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 3_300,
        text: 'Buenas, mi pedido ES-7731 pone «entregado» y aquí no ha llegado nada.',
      },
      {
        from: 'nerea',
        ago: 3_240,
        text: 'Hola, Montse. Lo reclamo ahora mismo al transportista. ¿Puede haberlo recogido algún vecino?',
      },
      { from: 'them', ago: 3_200, text: 'He preguntado a todos. Nada.' },
      { from: 'them', ago: 120, text: 'Han pasado dos días y sigo sin noticias. Fatal, la verdad.' },
    ],
  },
  {
    key: 'es-mesa-bonita',
    channel: 'spain',
    kind: 'reply',
    post: 'es-sobremesa-gracias',
    person: { name: 'Paula Rey', handle: 'paulareyes_' },
    state: 'closed',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 3_570,
        text: '¡Fue precioso! Me senté sin conocer a nadie y salí con tres teléfonos. Gracias ❤️',
      },
      {
        from: 'lucia',
        ago: 3_535,
        text: 'Eso es exactamente lo que queríamos, Paula. ¿De quién era la tortilla?',
      },
    ],
  },
  {
    key: 'es-tortilla',
    channel: 'spain',
    kind: 'reply',
    post: 'es-sobremesa-gracias',
    person: { name: 'Ramón Bielsa', handle: 'ramonbielsa' },
    state: 'open',
    mood: 'positive',
    messages: [
      { from: 'them', ago: 3_570, text: 'La tortilla era mía. Con cebolla. No pienso pedir perdón 😂' },
    ],
  },
  {
    key: 'es-record-boda',
    channel: 'spain',
    kind: 'reply',
    post: 'es-sobremesa-record',
    person: { name: 'Itziar', handle: 'itziar_m' },
    state: 'closed',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 11_940,
        text: 'Bautizo de mi sobrino: empezamos a las 14 y desayunamos allí. Maravilloso.',
      },
      {
        from: 'diego',
        ago: 11_885,
        text: 'Tenemos ganadora. Mándanos tu dirección por mensaje, que eso merece una tetera grande.',
      },
    ],
  },
  {
    key: 'es-almacen-enfado',
    channel: 'spain',
    kind: 'reply',
    post: 'es-envios-retraso',
    person: { name: 'Javi Soto', handle: 'javisoto_88' },
    state: 'open',
    mood: 'negative',
    messages: [
      {
        from: 'them',
        ago: 2_235,
        text: 'Siempre lo mismo. Es la segunda vez que llega tarde y nadie contesta. Muy mal servicio.',
      },
    ],
  },
  {
    key: 'es-almacen-paciencia',
    channel: 'spain',
    kind: 'reply',
    post: 'es-envios-retraso',
    person: { name: 'Lola Cifuentes', handle: 'lolacif' },
    state: 'open',
    mood: 'positive',
    messages: [
      { from: 'them', ago: 2_250, text: 'Sin prisa, que merece la pena esperar. ¡Ánimo al equipo!' },
    ],
  },
  {
    key: 'es-teina',
    channel: 'spain',
    kind: 'reply',
    post: 'es-sobremesa-naranjo',
    person: { name: 'Andrés Q.', handle: 'andresq' },
    state: 'closed',
    mood: 'neutral',
    messages: [
      { from: 'them', ago: 14_850, text: '¿De verdad no lleva nada de teína? ¿Ni un poco?' },
      {
        from: 'nerea',
        ago: 14_800,
        text: 'Nada. El rooibos no es té, así que puedes tomarlo hasta en la cama.',
      },
    ],
  },
  {
    key: 'es-embarazo',
    channel: 'spain',
    kind: 'direct',
    person: { name: 'Clara Domènech', handle: 'clara.dmnch' },
    state: 'open',
    mood: 'neutral',
    messages: [
      {
        from: 'them',
        ago: 260,
        text: 'Hola, estoy embarazada de cinco meses. ¿Cuáles de vuestras infusiones puedo tomar?',
      },
    ],
  },
  {
    key: 'es-tapa',
    channel: 'spain',
    kind: 'direct',
    person: { name: 'Xoan Piñeiro', handle: 'xoanp' },
    state: 'pending',
    assignee: 'nerea',
    mood: 'negative',
    messages: [
      { from: 'them', ago: 2_700, text: 'El termo Nomad pierde por la tapa. Se me ha mojado todo el bolso.' },
      {
        from: 'nerea',
        ago: 2_650,
        text: 'Lo siento mucho, Xoan. ¿Pone «B4» debajo de la tapa? Te mandamos una nueva hoy.',
      },
    ],
  },
  {
    key: 'es-valencia',
    channel: 'spain',
    kind: 'mention',
    person: { name: 'Vicent Ribes', handle: 'vicentribes' },
    state: 'open',
    mood: 'neutral',
    messages: [{ from: 'them', ago: 540, text: '@norrow_es ¿cuándo se podrán rellenar latas en Valencia?' }],
  },
  {
    key: 'es-cafe-converso',
    channel: 'spain',
    kind: 'mention',
    person: { name: 'Eneko Larrea', handle: 'enekolarrea' },
    state: 'closed',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 20_000,
        text: 'Yo era de tres cafés al día. Culpa de @norrow_es y su Morning Fog, que está buenísimo.',
      },
      { from: 'diego', ago: 19_950, text: 'Aceptamos la culpa con mucho gusto.' },
    ],
  },
  {
    key: 'es-caro',
    channel: 'spain',
    kind: 'reply',
    post: 'es-flush-que-es',
    person: { name: 'Rubén T', handle: 'rubent_' },
    state: 'open',
    priority: 'low',
    mood: 'negative',
    messages: [
      { from: 'them', ago: 30_800, text: 'A ese precio que venga con la montaña incluida. Un robo.' },
    ],
  },
  {
    key: 'es-restaurante',
    channel: 'spain',
    kind: 'direct',
    person: { name: 'Casa Benigna', handle: 'casabenigna_vlc' },
    state: 'open',
    assignee: 'lucia',
    mood: 'neutral',
    messages: [
      {
        from: 'them',
        ago: 1_100,
        text: 'Hola, tenemos un restaurante y queremos poner carta de infusiones. ¿Con quién hablamos?',
      },
    ],
  },
  {
    key: 'es-foto-tarro',
    channel: 'spain',
    kind: 'mention',
    person: { name: 'Noa & Tarro', handle: 'noaytarro' },
    state: 'open',
    mood: 'positive',
    messages: [
      {
        from: 'them',
        ago: 85,
        text: 'Día 12 con el tarro en la nevera. Mi novio ya le habla. Me encanta. 😍 #SlowCold',
      },
    ],
  },
]
