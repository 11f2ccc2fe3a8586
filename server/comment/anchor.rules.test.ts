import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Anchored, anchor, anchorAt, reanchor } from './anchor.rules.ts'

const on = (text: string, words: string) =>
  anchorAt(text, text.indexOf(words), text.indexOf(words) + words.length)!
const through = (before: string, words: string, after: string) => {
  const moved = reanchor([on(before, words)], before, after)[0]!
  return moved.gone ? 'gone' : after.slice(moved.start, moved.end)
}

describe('an anchor', () => {
  it.each([
    ['typing before', 'We launch on Monday', 'Monday', 'Today: we launch on Monday', 'Monday'],
    ['typing after', 'We launch on Monday', 'launch', 'We launch on Monday, finally', 'launch'],
    [
      'typing inside',
      'We launch on Monday',
      'launch on Monday',
      'We launch early on Monday',
      'launch early on Monday',
    ],
    ['typing at the edge', 'We launch now', 'launch', 'We will launch! now', 'launch'],
    ['shortening', 'We launch on Monday morning', 'on Monday morning', 'We launch on Monday', 'on Monday'],
    ['deleting it', 'We launch on Monday', 'Monday', 'We launch on ', 'gone'],
    ['deleting all', 'We launch on Monday', 'Monday', '', 'gone'],
    ['replacing it', 'We launch on Monday', 'Monday', 'We launch on 2 July', 'gone'],
    [
      'moving it',
      'First the bottle. Then the cup.',
      'First the bottle. ',
      'Then the cup. First the bottle. ',
      'First the bottle. ',
    ],
    ['Korean', '오늘 캠페인을 시작해요', '캠페인을', '드디어 오늘 새 캠페인을 시작해요', '캠페인을'],
    ['emoji', 'Hi 🙂 there', '🙂', 'Hi 🙃 there', 'gone'],
    ['repeated words', 'ab ab ab', 'ab', 'ab ab', 'ab'],
  ])('%s', (_, before, words, after, left) => expect(through(before, words, after)).toBe(left))

  it('comes back when its words do', () => {
    const text = 'We launch on Monday'
    const start = [on(text, 'Monday')]
    const gone = reanchor(start, text, 'We launch on ')
    expect(gone[0]).toMatchObject({ gone: true, quote: 'Monday' })
    expect(reanchor(gone, 'We launch on ', text)).toEqual(start)
  })

  /** An anchor through a text's ways: what it hangs on after each. */
  const course = (first: string, words: string, ...texts: string[]) => {
    let [at, text] = [on(first, words), first]
    return texts.map((next) => {
      at = reanchor([at], text, next)[0]!
      text = next
      return at.gone ? 'gone' : next.slice(at.start, at.end)
    })
  }

  it.each([
    ['a short word', '오늘 캠페인 시작', '캠페인', ['오늘  시작', '오늘 캠페인 시작'], ['gone', '캠페인']],
    [
      'one of several',
      'tea and tea and tea',
      'tea',
      [' and tea and tea', 'tea and tea and tea'],
      ['gone', 'tea'],
    ],
    ['a replacement', 'Hi 🙂 there', '🙂', ['Hi 🙃 there', 'Hi 🙂 there'], ['gone', '🙂']],
    [
      'everything',
      'Tea on Monday. On Monday!',
      'Monday',
      ['', 'Tea on Monday. On Monday!'],
      ['gone', 'Monday'],
    ],
    [
      'words written into it since',
      'We open soon, friends',
      'open soon',
      ['We open very soon, friends', 'We , friends', 'We open very soon, friends'],
      ['open very soon', 'gone', 'open very soon'],
    ],
    [
      'letter by letter',
      'We launch on Monday',
      'Monday',
      ['We launch on Mon', 'We launch on M', 'We launch on ', 'We launch on Monday'],
      ['Mon', 'M', 'gone', 'Monday'],
    ],
    [
      'what was cut off it',
      'We launch on Monday',
      'Monday',
      ['We launch on Mon', 'We launch on Monday'],
      ['Mon', 'Monday'],
    ],
  ])('comes back with an undo: %s', (_, first, words, texts, expected) => {
    expect(course(first, words, ...texts)).toEqual(expected)
  })

  it('does not return to the same word that stood beside it, whatever is written elsewhere', () => {
    const at = { start: 4, end: 4, quote: 'tea', gone: true }
    expect(reanchor([at], 'and tea', 'and tea now')[0]).toMatchObject({ gone: true })
  })

  it('stays gone while other words are written in its place', () => {
    expect(course('오늘 차 시작', '차', '오늘  시작', '오늘 커피 시작', '오늘 녹차 시작')).toEqual([
      'gone',
      'gone',
      'gone',
    ])
  })

  it('keeps its words through any edit outside it', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '한', '🙂'), maxLength: 12 })
    const some = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '한', '🙂'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(words, some, words, words, fc.boolean(), (head, quote, tail, other, first) => {
        const before = head + quote + tail
        const after = first ? other + quote + tail : head + quote + other
        const from = anchorAt(before, head.length, head.length + quote.length)!
        const moved = reanchor([from], before, after)[0]!
        if (!moved.gone) expect(after.slice(moved.start, moved.end).length).toBeGreaterThan(0)
        else expect(quote.trim().length).toBeLessThan(4)
      }),
      { numRuns: 500 },
    )
  })

  it('follows its words exactly when nothing in the text repeats', () => {
    const unique = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 30, maxLength: 60 })
    const edit = fc.record({
      at: fc.nat(),
      remove: fc.nat(3),
      insert: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
    })
    fc.assert(
      fc.property(unique, fc.array(edit, { maxLength: 8 }), (codes, edits) => {
        let text = String.fromCharCode(...codes)
        const quote = text.slice(10, 20)
        let anchors = [anchorAt(text, 10, 20)!]
        for (const { at, remove, insert } of edits) {
          const range = text.indexOf(quote)
          const places = text.length - quote.length - remove
          if (places <= 0) break
          const place = at % places
          const from = place + remove <= range ? place : place + quote.length
          if (from < range + quote.length && from + remove > range) continue
          const next = text.slice(0, from) + insert + text.slice(from + remove)
          if (!next.includes(quote)) continue
          anchors = reanchor(anchors, text, next)
          text = next
        }
        const [end] = anchors as [Anchored]
        expect(end.gone).toBe(false)
        expect(text.slice(end.start, end.end)).toBe(quote)
      }),
    )
  })

  it('always stays inside the text, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 40 }), { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.nat(),
        (texts, a, b) => {
          const first = texts[0]!
          const from = anchorAt(first, a % (first.length + 1), b % (first.length + 1))
          if (!from) return
          let anchors: Anchored[] = [from]
          texts.slice(1).forEach((text, i) => {
            anchors = reanchor(anchors, texts[i]!, text)
            const [now] = anchors as [Anchored]
            expect(now.quote).toBe(from.quote)
            expect(now.start).toBeGreaterThanOrEqual(0)
            expect(now.end).toBeLessThanOrEqual(text.length)
            if (!now.gone) expect(now.start).toBeLessThan(now.end)
          })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('does not hang on a rewrite of the longest text', () => {
    const before = `${'one two '.repeat(6_000)}the very sentence${' three four'.repeat(4_000)}`
    const after = `${'funf sechs '.repeat(4_000)}the very sentence${' sieben acht'.repeat(4_000)}`
    const started = performance.now()
    expect(through(before, 'the very sentence', after)).toBe('the very sentence')
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('needs words', () => {
    expect(anchorAt('abc', 1, 1)).toBeNull()
    expect(anchorAt('abc', 2, 4)).toBeNull()
    expect(anchor.safeParse({ start: 2, end: 2, quote: 'x' }).success).toBe(false)
  })
})
