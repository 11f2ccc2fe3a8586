import { expect, it } from 'vitest'
import type { Card } from '#server/post/card.rules.ts'
import { bulkShows } from './bulk-shows.ts'

const cards = [
  { id: 'a', labels: ['x'] },
  { id: 'b', labels: ['x', 'y'] },
] as Card[]

it.each([
  ['a person', { kind: 'change', assigneeId: 'm' }, { a: { assigneeId: 'm' }, b: { assigneeId: 'm' } }],
  ['nobody', { kind: 'change', assigneeId: null }, { a: { assigneeId: null }, b: { assigneeId: null } }],
  [
    'a due time',
    { kind: 'change', due: { local: '2026-12-01T17:00', zone: 'Asia/Seoul' } },
    { a: { dueAt: Date.parse('2026-12-01T08:00Z') }, b: { dueAt: Date.parse('2026-12-01T08:00Z') } },
  ],
  [
    'labels, each post its own',
    { kind: 'change', addLabelIds: ['y'], removeLabelIds: ['x'] },
    { a: { labels: ['y'] }, b: { labels: ['y'] } },
  ],
  ['nothing of a move', { kind: 'move', stage: 'draft' }, {}],
] as const)('shows %s while it waits', (_what, action, shows) => {
  expect(bulkShows(structuredClone(action) as never, cards)).toEqual(shows)
})
