import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine, guarded, unguarded } from './csv.rules.ts'

it.each([
  ['=1+1', "'=1+1"],
  ['+82 2 123', "'+82 2 123"],
  ['-5', "'-5"],
  ['@cmd', "'@cmd"],
  ['\t=x', "'\t=x"],
  ['＝1', "'＝1"],
  ["'=1", "''=1"],
  ["'s morgens", "'s morgens"],
  ['1=1', '1=1'],
  ['', ''],
])('guards %j as %j', (cell, kept) => {
  expect(guarded(cell)).toBe(kept)
})

it('gives back what it guarded, and nothing it guarded can run', () => {
  const signs = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a', '＝', ' ') })
  fc.assert(
    fc.property(fc.oneof(signs, fc.string()), (cell) => {
      expect(unguarded(guarded(cell))).toBe(cell)
      expect(guarded(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    }),
  )
})

it('quotes what would end a cell', () => {
  expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",\r\n')
})
