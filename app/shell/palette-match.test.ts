import { expect, test } from 'vitest'
import { rankTitle } from './palette-match.ts'

test('the word that was meant comes first', () => {
  const titles = ['Go to the calendar', 'Go to the dashboards', 'Use the dark theme']
  const ranked = titles
    .map((title) => ({ title, rank: rankTitle(title, 'dar') }))
    .sort((a, b) => b.rank - a.rank)
  expect(ranked.map(({ title }) => title)).toEqual([
    'Use the dark theme',
    'Go to the calendar',
    'Go to the dashboards',
  ])
  expect(ranked[2]!.rank).toBe(0)
})

test('all words count, in any order, in Korean too', () => {
  expect(rankTitle('보드로 이동', '이동 보드')).toBeGreaterThan(0)
  expect(rankTitle('보드로 이동', '캘린더')).toBe(0)
  expect(rankTitle('Sign out', '')).toBe(1)
})
