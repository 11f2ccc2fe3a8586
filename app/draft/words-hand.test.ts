import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Draft } from '#server/post/draft.reads.ts'
import { ALL, createDraftStore, shownText, withText } from './draft-store.ts'
import { WORDS_EVERY_MS } from './words.rules.ts'
import { createWordsHand } from './words-hand.ts'

const draft = (pen: string | null) =>
  ({
    post: { text: 'Hello', media: [], revision: 0, stage: 'draft' },
    variants: [],
    threads: [],
    pen,
  }) as unknown as Draft

/** Writer `w` and reader `r` of one post, joined as by a room. */
function two() {
  const frames: object[] = []
  const [writer, reader] = [createDraftStore(draft('w')), createDraftStore(draft('w'))]
  const [from, to] = [createWordsHand(writer, 'w'), createWordsHand(reader, 'r')]
  from.start()
  to.start()
  from.attach((frame) => {
    frames.push(frame)
    to.hear('w', 1, JSON.parse(JSON.stringify(frame)))
  })
  const type = (text: string) => writer.setState({ local: { [ALL]: text } })
  return { frames, writer, reader, from, to, type, seen: () => shownText(reader.getState(), ALL) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('shows words before they are saved, ten times a second at most', () => {
  const { type, seen, frames } = two()
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  const before = frames.length
  for (let i = 1; i <= 100; i++) {
    type(`Hello${'!'.repeat(i)}`)
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  expect(seen()).toBe(`Hello${'!'.repeat(100)}`)
  expect(frames.length - before).toBeLessThanOrEqual(12)
  expect(frames.length - before).toBeGreaterThanOrEqual(9)
})

it('stays where it is when the save is told', () => {
  const { type, seen, reader } = two()
  type('Hello you')
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  type('Hello you all')
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  reader.setState(({ data }) => ({ data: withText(data, ALL, 'Hello you', 1) }))
  expect(seen()).toBe('Hello you all')
  reader.setState(({ data }) => ({ data: withText(data, ALL, 'Hello you all', 2) }))
  expect(seen()).toBe('Hello you all')
  expect(reader.getState().words.places).toEqual({})
})

it('hears nobody but the member who holds the pen by the log', () => {
  const { frames, to, reader, seen, type } = two()
  type('Hello you')
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  const forged = { ...frames.at(-1), n: 99 }
  reader.setState({ words: createDraftStore(draft('w')).getState().words })
  to.hear('someone', 7, forged)
  expect(seen()).toBe('Hello')
  to.hear('r', 7, forged)
  expect(seen()).toBe('Hello')
  to.hear('w', 7, { ...forged, patch: 'nonsense' })
  expect(seen()).toBe('Hello')
  to.hear('w', 7, forged)
  expect(seen()).toBe('Hello you')
  reader.setState(({ data }) => ({ data: { ...data, pen: null } }))
  expect(seen()).toBe('Hello')
  to.hear('w', 7, { ...forged, n: 100 })
  expect(seen()).toBe('Hello')
})

it('tells whoever comes later, and nothing without the pen', () => {
  const { from, frames, writer, type } = two()
  type('Hello you')
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  const late = createDraftStore(draft('w'))
  const hand = createWordsHand(late, 'r2')
  from.repeat()
  vi.advanceTimersByTime(WORDS_EVERY_MS)
  hand.hear('w', 1, frames.at(-1))
  expect(shownText(late.getState(), ALL)).toBe('Hello you')
  const count = frames.length
  writer.setState(({ data }) => ({ data: { ...data, pen: 'r' } }))
  type('Hello nobody')
  vi.advanceTimersByTime(1000)
  expect(frames.length).toBe(count)
})
