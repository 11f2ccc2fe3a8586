import { expect, test } from 'vitest'
import { weigh } from './x.rules.ts'

// The figures are those of twitter-text 3.1.0.
test.each([
  ['', 0],
  ['hello', 5],
  ['é', 1],
  ['e\u0301', 1],
  ['안녕하세요', 10],
  ['日本語', 6],
  ['“q”', 3],
  ['™', 2],
  ['👍', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['🇰🇷', 2],
  ['1️⃣', 2],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 2],
  ['http://example.com/a/very/long/path?that=does&not=count', 23],
  ['example.com', 23],
  ['example.com에서', 27],
  ['see it.is', 27],
  ['www.foo.co.kr', 23],
  ['http://localhost/', 17],
  ['bad.invalidtldx', 15],
  ['me@example.com', 14],
  ['-example.com', 12],
  ['(see example.org)', 29],
  ['http://example.com/a_(b)?x=1&y=2.', 24],
])('%j weighs %i', (text, weight) => {
  expect(weigh(text)).toBe(weight)
})

test('140 Hangul syllables fill a post', () => {
  expect(weigh('가'.repeat(140))).toBe(280)
})
