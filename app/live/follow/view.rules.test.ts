import { expect, it } from 'vitest'
import {
  allReadMine,
  pageBehind,
  postOf,
  readView,
  spelledOut,
  withoutWords,
  writeView,
} from './view.rules.ts'

it.each([
  'board',
  'board?team=1',
  'calendar?view=week&date=2026-11-23',
  'calendar/post/0199-ab?view=list',
  'canvas/0199-ab',
])('tells and takes %s', (to) => {
  const view = { to, scroll: [[0, 120]] as const }
  expect(readView(writeView(view))).toEqual(view)
})

it.each([
  '//elsewhere.example',
  'https://elsewhere.example',
  'settings/members',
  '../other/board',
  'board/../settings',
  'board#x',
  '',
])('follows nobody to %s', (to) => {
  expect(writeView({ to, scroll: [] })).toBeNull()
  expect(readView(JSON.stringify([to, []]))).toBeNull()
})

it('takes nothing that is broken, and no more than it needs', () => {
  for (const text of [null, '', '{}', '[1]', '["board"]', 'x']) expect(readView(text)).toBeNull()
  expect(readView('["board",[[1,2],["a",1],[1e999,0],[3,4]]]')?.scroll).toEqual([
    [1, 2],
    [3, 4],
  ])
})

it.each([
  ['calendar', 'month=2026-11', 'calendar?month=2026-11'],
  ['calendar?view=day&label=a', 'date=2026-11-24', 'calendar?view=day&label=a&date=2026-11-24'],
  ['calendar?view=day&date=2026-01-01', 'date=2026-11-24', 'calendar?view=day&date=2026-01-01'],
  ['board?team=1', '', 'board?team=1'],
  ['board', '', 'board'],
])('says of %s what it shows', (to, shown, said) => expect(spelledOut(to, shown)).toBe(said))

it('knows what is open over a page', () => {
  expect(postOf('calendar/post/a-1?view=week')).toBe('a-1')
  expect(postOf('board?post=1')).toBeNull()
  expect(pageBehind('calendar/post/a-1?view=week')).toBe('calendar?view=week')
})

it.each([
  ['all', ['all', []], true],
  ['all', ['all', ['berlin']], false],
  [['berlin'], ['all', ['berlin', 'madrid'], []], true],
  [['berlin', 'madrid'], ['all', ['berlin']], false],
] as const)('tells words of who reads %j to %j: %s', (mine, others, told) =>
  expect(allReadMine(mine, others)).toBe(told),
)

it.each([
  ['board?q=merger&team=1', 'board?team=1'],
  ['calendar/post/a-1?q=merger', 'calendar/post/a-1'],
  ['board?team=1', 'board?team=1'],
])('says of %s without its words %s', (to, said) => expect(withoutWords(to)).toBe(said))
