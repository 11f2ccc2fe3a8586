import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textRanges } from './text-range.rules.ts'

const shown = (text: string) =>
  textRanges(text).map((range) => `${range.kind} ${text.slice(range.start, range.end)}`)

test.each([
  ['plain words. no more', []],
  ['go to https://a.com/x?y=1#z.', ['link https://a.com/x?y=1#z']],
  ['캠페인은 example.com에서 봐요', ['link example.com']],
  ['여기example.com', ['link example.com']],
  ['https://ko.wikipedia.org/wiki/Seoul_(city)!', ['link https://ko.wikipedia.org/wiki/Seoul_(city)']],
  ['mail me@example.com', []],
  [
    'hi @ann.bsky.social, and @bob@social.example',
    ['mention @ann.bsky.social', 'mention @bob@social.example'],
  ],
  ['end @ann.', ['mention @ann']],
  ['@a @b', ['mention @a', 'mention @b']],
  ['#태그 #one_two #1 #2nd a#b &#39;x', ['hashtag #태그', 'hashtag #one_two', 'hashtag #2nd']],
  ['＃全角', ['hashtag ＃全角']],
  ['https://a.com/#frag @x #y', ['link https://a.com/#frag', 'mention @x', 'hashtag #y']],
  ['#️⃣ is a key', []],
])('%j', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})

test('a bare link gets a scheme, a mention loses its sign', () => {
  expect(textRanges('a.com @b #c').map((range) => range.value)).toEqual(['https://a.com', 'b', 'c'])
})

test('ranges are in order, inside the text and never overlap', () => {
  const bit = fc.constantFrom(
    '@a',
    '#b',
    'c.com',
    'https://d.org/e',
    ' ',
    '가',
    '👍',
    '.',
    '@',
    '#',
    '/',
    '-',
  )
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 12 }), (bits) => {
      const text = bits.join('')
      let at = 0
      for (const range of textRanges(text)) {
        expect(range.start).toBeGreaterThanOrEqual(at)
        expect(range.end).toBeGreaterThan(range.start)
        at = range.end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }),
  )
})
