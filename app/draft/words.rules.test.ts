import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  AHEAD_MS,
  expireWords,
  frameOf,
  hearWords,
  MAX_WORDS,
  NO_WORDS,
  type Saved,
  settleWords,
  textSum,
  UNSAVED_MS,
  type Words,
} from './words.rules.ts'

const ALL = 'all'
const saved = (revision: number, text: string | null): Saved => ({ revision, text: () => text })
const frame = (n: number, base: Saved, text: string, caret: number | null = null) => {
  const made = frameOf(n, ALL, base, text, caret)
  if (!made) throw new Error('too much')
  return made
}
const shown = (words: Words, base: Saved) => words.places[ALL]?.text ?? base.text(ALL)

/** What happens between a writer and a reader, in order: typing, a save, and what the network does to each message. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('type' as const), text: fc.string({ unit: 'grapheme' }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('save' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('deliver' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), pick: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('learn' as const) }) },
)

it('shows nothing that was never written, whatever is lost, doubled or late, and ends with the writer’s text', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(step, { maxLength: 60 }), (first, steps) => {
      let text = first
      let n = 0
      const saves = [saved(0, first)]
      const written = new Set([first])
      const air: ReturnType<typeof frame>[] = []
      let known = 0
      let words = NO_WORDS
      const at = (index: number) => saves[index] as Saved
      const learn = () => {
        if (known === saves.length - 1) return
        known += 1
        words = settleWords(words, at(known), 0)
      }
      for (const one of steps) {
        if (one.do === 'type') {
          text = one.text
          written.add(text)
          air.push(frame(++n, at(saves.length - 1), text))
        } else if (one.do === 'save') saves.push(saved(saves.length, text))
        else if (one.do === 'learn') learn()
        else if (air.length) {
          const index = one.pick % air.length
          const [it] = one.do === 'lose' ? air.splice(index, 1) : [air[index]]
          if (one.do === 'deliver' && it) words = hearWords(words, it, 1, at(known), 0)
        }
        expect(written).toContain(shown(words, at(known)))
      }
      while (known < saves.length - 1) learn()
      words = hearWords(words, frame(++n, at(known), text), 1, at(known), 0)
      expect(shown(words, at(known))).toBe(text)
    }),
  )
})

it('never goes back while every word comes and saves are told at any later moment', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('type', 'save', 'learn'), { maxLength: 80 }), (steps) => {
      let text = ''
      let n = 0
      const saves = [saved(0, '')]
      let known = 0
      let words = NO_WORDS
      let length = 0
      for (const one of steps) {
        const latest = saves.at(-1) as Saved
        if (one === 'save' && text !== latest.text(ALL)) saves.push(saved(saves.length, text))
        if (one === 'learn' && known < saves.length - 1)
          words = settleWords(words, saves[++known] as Saved, 0)
        if (one !== 'learn') {
          if (one === 'type') text += 'a'
          words = hearWords(words, frame(++n, saves.at(-1) as Saved, text), 1, saves[known] as Saved, 0)
        }
        const now = shown(words, saves[known] as Saved)?.length ?? 0
        expect(now).toBeGreaterThanOrEqual(length)
        length = now
      }
    }),
  )
})

it('ignores what is late, doubled, of an older save or does not fit', () => {
  const base = saved(3, 'Hello')
  const words = hearWords(NO_WORDS, frame(5, base, 'Hello you', 9), 1, base, 0)
  expect(shown(words, base)).toBe('Hello you')
  expect(words.caret).toEqual({ place: ALL, at: 9 })
  expect(hearWords(words, frame(5, base, 'Hello me'), 1, base, 0)).toBe(words)
  expect(hearWords(words, frame(4, base, 'Hello'), 1, base, 0)).toBe(words)
  const wrong = { ...frame(6, base, 'Hello me'), sum: textSum('Hello us') }
  expect(shown(hearWords(words, wrong, 1, base, 0), base)).toBe('Hello you')
  const past = { ...frame(6, base, 'x'), patch: { at: 3, del: 9, ins: 'x' } }
  expect(shown(hearWords(words, past, 1, base, 0), base)).toBe('Hello you')
  expect(shown(hearWords(words, frame(6, saved(2, 'Hell'), 'Hell!'), 1, base, 0), base)).toBe('Hello you')
})

it('waits with words on a save it has not heard of', () => {
  const [base, next] = [saved(3, 'Hello'), saved(4, 'Hello you')]
  const words = hearWords(NO_WORDS, frame(1, next, 'Hello you all'), 1, base, 0)
  expect(shown(words, base)).toBe('Hello')
  expect(shown(settleWords(words, next, 0), next)).toBe('Hello you all')
  const other = saved(5, 'Another text')
  expect(shown(settleWords(words, other, 0), other)).toBe('Another text')
})

it('lets a save replace the words, but those known to be newer stay a moment', () => {
  const base = saved(3, 'Hello')
  let words = hearWords(NO_WORDS, frame(1, base, 'Hello you'), 1, base, 0)
  words = hearWords(words, frame(2, base, 'Hello you all', 13), 1, base, 0)
  const between = saved(4, 'Hello you')
  const kept = settleWords(words, between, 100)
  expect(shown(kept, between)).toBe('Hello you all')
  expect(shown(expireWords(kept, 100 + AHEAD_MS), between)).toBe('Hello you')
  const elsewhere = saved(4, 'Restored')
  const gone = settleWords(words, elsewhere, 100)
  expect(shown(gone, elsewhere)).toBe('Restored')
  expect(gone.caret?.at).toBeLessThanOrEqual('Restored'.length)
})

it('takes words away that nothing confirms, and sends no more than it may', () => {
  const base = saved(0, null)
  const words = hearWords(NO_WORDS, frame(1, base, '안녕'), 1, base, 0)
  expect(expireWords(words, UNSAVED_MS - 1)).toBe(words)
  expect(expireWords(words, UNSAVED_MS).places).toEqual({})
  expect(frameOf(1, ALL, base, 'a'.repeat(MAX_WORDS + 1), null)).toBeNull()
})
