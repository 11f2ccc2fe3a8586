import { expect, it } from 'vitest'
import { queryOfView, viewQuery } from './view.rules.ts'

it.each([
  ['?team=t&q=tea', 'q=tea&team=t'],
  ['q=%20tea%20&month=2026-11&post=x', 'q=tea'],
  ['q=&team=', ''],
  ['label=a&label=b', 'label=a'],
  ['q=봄+세일', `q=${encodeURIComponent('봄')}+${encodeURIComponent('세일')}`],
])('%s', (search, query) => expect(viewQuery(search)).toBe(query))

it('is none without a filter', () => {
  expect(queryOfView.safeParse('month=2026-11').success).toBe(false)
  expect(queryOfView.parse('?q=tea&month=2026-11')).toBe('q=tea')
})
