import { expect, it } from 'vitest'
import { doerOf } from './notification.rules.ts'

const none = { subjectId: 's1', byId: null, by: '', title: 'Autumn teaser' }

it.each([
  ['who acted', { ...none, kind: 'assigned', byId: 'm1', by: 'Mina Kim' }, { id: 'm1', name: 'Mina Kim' }],
  ['the house', { ...none, kind: 'sent' }, null],
  ['who joined', { ...none, kind: 'joined', title: 'Leo Vance' }, { id: 's1', name: 'Leo Vance' }],
] as const)('a notification wears the face of %s', (_, one, doer) => {
  expect(doerOf(one)).toEqual(doer)
})
