import { expect, test } from 'vitest'
import { chordOf, matchShortcut } from './shortcut.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

test.each([
  [{ ...none, key: 'k', code: 'KeyK', ctrlKey: true }, 'mod+k'],
  [{ ...none, key: 'k', code: 'KeyK', metaKey: true }, 'mod+k'],
  [{ ...none, key: 'ㅎ', code: 'KeyG' }, 'g'],
  [{ ...none, key: 'G', code: 'KeyG', shiftKey: true }, 'shift+g'],
  [{ ...none, key: '?', code: 'Slash', shiftKey: true }, '?'],
  [{ ...none, key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'alt+arrowup'],
  [{ ...none, key: 'q', code: 'KeyA' }, 'q'],
])('%o is %s', (press, chord) => {
  expect(chordOf(press)).toBe(chord)
})

const commands = [
  { id: 'board', keys: 'g b' },
  { id: 'palette', keys: 'mod+k' },
  { id: 'new', keys: 'c' },
  { id: 'none' },
]

test('a sequence waits for its second key', () => {
  const first = matchShortcut(commands, '', 'g')
  expect(first).toEqual({ hit: null, pending: 'g' })
  expect(matchShortcut(commands, first.pending, 'b').hit?.id).toBe('board')
})

test('a key that does not continue a sequence counts by itself', () => {
  expect(matchShortcut(commands, 'g', 'c').hit?.id).toBe('new')
  expect(matchShortcut(commands, 'g', 'x')).toEqual({ hit: null, pending: '' })
})
