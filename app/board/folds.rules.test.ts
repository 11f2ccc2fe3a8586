import { expect, it } from 'vitest'
import { readFolds, writeFolds } from './folds.rules.ts'

it('brings folds back as they were, in order', () => {
  const folds = { 'column:idea': true, 'campaign:0190': false, 'column:w:검수 중': true }
  expect(readFolds(writeFolds(folds))).toEqual(folds)
  expect(Object.keys(readFolds(writeFolds(folds)))).toEqual(Object.keys(folds))
})

it('keeps the last ones that a cookie holds', () => {
  const folds = Object.fromEntries(
    Array.from({ length: 500 }, (_, i) => [
      `campaign:0190a1b2-0000-7000-8000-${String(i).padStart(12, '0')}`,
      true,
    ]),
  )
  const text = writeFolds(folds)
  expect(encodeURIComponent(text).length).toBeLessThan(3001)
  const keys = Object.keys(readFolds(text))
  expect(keys.length).toBeGreaterThan(50)
  expect(keys.at(-1)).toBe(Object.keys(folds).at(-1))
})

it('takes what is not there or not ours for no folds', () => {
  expect(readFolds(null)).toEqual({})
  expect(readFolds('')).toEqual({})
})
