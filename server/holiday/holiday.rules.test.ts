import { expect, it } from 'vitest'
import { isNamedIn, marksOf } from './holiday.rules.ts'

it('names each day of a holiday once, with the countries that keep it', () => {
  const marks = marksOf([
    { country: 'KR', day: '2026-12-31', days: 3, name: 'Turn' },
    { country: 'DE', day: '2027-01-01', days: 1, name: 'New Year' },
    { country: 'ES', day: '2027-01-01', days: 1, name: 'New Year' },
    { country: 'ES', day: '2027-01-01', days: 1, name: 'New Year' },
  ])
  expect([...marks]).toEqual([
    ['2026-12-31', [{ name: 'Turn', countries: ['KR'] }]],
    [
      '2027-01-01',
      [
        { name: 'Turn', countries: ['KR'] },
        { name: 'New Year', countries: ['DE', 'ES'] },
      ],
    ],
    ['2027-01-02', [{ name: 'Turn', countries: ['KR'] }]],
  ])
})

it.each([
  ['신정', 'ko', true],
  ['All Saints’ Day', 'ko', false],
  ['元日', 'ko', false],
  ['All Saints’ Day', 'en', true],
])('knows whether %s is in the language of a reader of %s', (name, locale, own) => {
  expect(isNamedIn(name, locale)).toBe(own)
})
