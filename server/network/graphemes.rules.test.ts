import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countGraphemes, measure } from './measure.rules.ts'
import { weigh } from './x/x.rules.ts'

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const asSegmented = (text: string) => [...segmenter.segment(text)].length

describe('counting characters', () => {
  it.each([
    ['Hangul in pieces', '한국어 각 각'],
    ['families, flags, tones', '👨‍👩‍👧‍👦a🇰🇷🇰🇷한👍🏽'],
    ['marks on letters', 'e\u0301 한\u0301 か\u3099 ©\u200d®'],
    ['returns and controls', 'a\r\nb\r\r\n\u00ad\u200b'],
    ['prefixed and Indic', '\u0600a 한\u0600 क्षि ক্ষ'],
    ['keycaps', '1\ufe0f\u20e3한 #\u20e3'],
  ])('%s', (_, text) => expect(countGraphemes(text)).toBe(asSegmented(text)))

  it('agrees with the segmenter on any text', () => {
    const units = [
      'a',
      ' ',
      '한',
      'ᆨ',
      'ᄀ',
      '\u0301',
      '\u200d',
      '👩',
      '🏽',
      '🇰',
      '©',
      '\r',
      '\n',
      '\u0600',
      'क',
      '्',
      'か',
    ]
    const mixed = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 })
    const any = fc.string({ unit: 'binary', maxLength: 60 })
    fc.assert(
      fc.property(fc.oneof(mixed, any), (text) => countGraphemes(text) === asSegmented(text)),
      { numRuns: 3_000 },
    )
  })

  it('counts each letter that it takes for a plain one as one, after and before another', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue
      const text = `한${String.fromCharCode(code)}a`
      if (countGraphemes(text) !== asSegmented(text)) expect(code.toString(16)).toBe('')
    }
  })
})

it('looks up every character that can begin an emoji', () => {
  for (let code = 0x21; code < 0x20000; code++) {
    if (code >= 0xd800 && code < 0xe000) continue
    const letter = String.fromCodePoint(code)
    const emoji = [letter, `${letter}\ufe0f`].filter((one) => /^\p{RGI_Emoji}$/v.test(one))
    for (const one of emoji) if (weigh(one) !== 2) expect(code.toString(16)).toBe('')
  }
  expect(weigh('1\ufe0f\u20e3')).toBe(2)
})

it('measures 40,000 characters of a long post in a moment, and again at once', () => {
  const text = '오늘 새 차가 도착했어요 👩‍👩‍👧 https://tea.example/new 꼭 보러 오세요 #차\n'
    .repeat(900)
    .slice(0, 40_000)
  const before = performance.now()
  for (const network of ['bluesky', 'x', 'mastodon', 'practice'] as const) measure(network, text)
  const first = performance.now() - before
  for (let i = 0; i < 100; i++) measure('bluesky', text)
  // Some 100 ms and nothing on an idle machine.
  expect(first).toBeLessThan(3_000)
  expect(performance.now() - before - first).toBeLessThan(1_000)
})
