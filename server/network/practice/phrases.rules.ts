export const STORM_LANGUAGES = ['en', 'ko', 'es', 'de'] as const
export type StormLanguage = (typeof STORM_LANGUAGES)[number]

export type Tone = 'negative' | 'neutral' | 'positive'

/** What an invented audience says in a storm about late parcels. Material to train on, not words of the product. */
export const PHRASES: Record<StormLanguage, Record<Tone, readonly string[]>> = {
  en: {
    negative: [
      'My parcel is two weeks late and nobody answers. This is terrible service.',
      'Cancelled my order and still no refund. I am really angry.',
      'The package arrived broken and the support is useless.',
      'Worst delivery ever. Never again!',
      'You charged me twice. This feels like a scam 😡',
      'Waiting on hold for an hour. Shameful.',
      'Another delay? I am so disappointed in you.',
    ],
    neutral: [
      'When will orders from last Friday be sent?',
      'Is there a list of the affected orders?',
      'Which number do I call about a return?',
    ],
    positive: [
      'Mine came today, thank you for the quick help!',
      'Love that you answered so fast 👏',
      'Great support, the replacement is perfect.',
    ],
  },
  ko: {
    negative: [
      '배송이 2주째 안 와요. 정말 실망이에요.',
      '환불해 준다더니 아직도 안 됐어요. 너무 화가 나요.',
      '상품이 파손돼서 왔는데 답변이 없어요. 최악이에요.',
      '고객센터 연결이 안 돼요. 짜증나요 😡',
      '두 번 결제됐어요. 사기 아닌가요?',
      '또 지연이에요? 다시는 안 살 거예요.',
      '배송 조회도 안 되고 엉망이네요.',
    ],
    neutral: ['지난 금요일 주문은 언제 발송되나요?', '반품은 어디로 문의하면 되나요?', '오늘 배송되나요?'],
    positive: [
      '방금 받았어요. 빠른 답변 고마워요!',
      '친절하게 도와주셔서 감사합니다 👏',
      '교환품이 정말 좋아요. 최고예요!',
    ],
  },
  es: {
    negative: [
      'Mi pedido lleva dos semanas de retraso y nadie responde. Un servicio terrible.',
      'Cancelé y todavía no me devuelven el dinero. Estoy muy enfadada.',
      'El paquete llegó roto y el soporte es inútil.',
      'La peor entrega de mi vida. ¡Nunca más!',
      'Me cobraron dos veces. Parece una estafa 😡',
      'Otra vez tarde. Qué decepción.',
    ],
    neutral: ['¿Cuándo se envían los pedidos del viernes?', '¿A qué número llamo para una devolución?'],
    positive: [
      'Llegó hoy, ¡gracias por la ayuda!',
      'Me encanta lo rápido que responden 👏',
      'Excelente atención.',
    ],
  },
  de: {
    negative: [
      'Mein Paket ist zwei Wochen zu spät und niemand antwortet. Schrecklicher Service.',
      'Storniert und immer noch kein Geld zurück. Ich bin richtig wütend.',
      'Die Lieferung kam kaputt an und der Support ist nutzlos.',
      'Schlechteste Lieferung aller Zeiten. Nie wieder!',
      'Doppelt abgebucht. Das ist doch Betrug 😡',
      'Schon wieder Verspätung? Ich bin enttäuscht.',
    ],
    neutral: ['Wann werden Bestellungen vom Freitag verschickt?', 'Wen rufe ich wegen einer Rücksendung an?'],
    positive: [
      'Heute angekommen, danke für die schnelle Hilfe!',
      'Toll, wie schnell ihr antwortet 👏',
      'Sehr guter Support.',
    ],
  },
}
