import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'
import { tokenise } from './tokenise.ts'

const lowers = (text: string) => tokenise(text).map(({ lower }) => lower)

describe('tokenise', () => {
  it('keeps contractions, splits hashtags by capitals, skips links, addresses and mentions', () => {
    expect(lowers('I don’t like #SoBad @me.you https://a.b/c x@y.org')).toEqual([
      'i',
      "don't",
      'like',
      'so',
      'bad',
    ])
  })
  it('keeps an emoji with its skin tone and joins as one', () => {
    expect(tokenise('👍🏽 👩‍🚀❤️').map(({ text }) => text)).toEqual(['👍🏽', '👩‍🚀', '❤️'])
  })
  it('tells an emoticon from a clock and a link', () => {
    expect(tokenise('ok :) 10:30 http://x.y :/').filter(({ kind }) => kind === 'emoji')).toHaveLength(2)
  })
  it('ends a clause at punctuation of any script', () => {
    expect(tokenise('좋아요。그런데').map(({ kind }) => kind)).toEqual(['word', 'end', 'word'])
  })
})

describe('languageOf', () => {
  it.each([
    ['배송 언제 와요?', 'ko'],
    ['Hubbub 앱 업데이트 최고', 'ko'],
    ['とても美味しい', 'ja'],
    ['非常好', 'zh'],
    ['Дуже дякую, їжа смачна', 'uk'],
    ['Большое спасибо', 'ru'],
    ['Wann ist mein Paket endlich da?', 'de'],
    ['¿Cuándo llega mi pedido?', 'es'],
    ['I love 한국 coffee so much', 'en'],
    ['👍', 'und'],
    ['', 'und'],
  ])('%s is %s', (text, expected) => {
    expect(languageOf(tokenise(text))).toBe(expected)
  })
  it('believes what is likely when in doubt', () => {
    expect(languageOf(tokenise('ok'), 'de')).toBe('de')
  })
})
