import { expect, it } from 'vitest'
import { NO_FILTER } from '#server/post/filter.rules.ts'
import { beginWith } from './begin-with.ts'

const known = {
  campaigns: [{ id: 'autumn' }],
  channels: [{ id: 'x' }],
  labels: [{ id: 'summer' }],
  members: [
    { id: 'mina', gone: false },
    { id: 'bo', gone: true },
  ],
} as unknown as Parameters<typeof beginWith>[1]

it('takes what the page shows, but nothing that is not there', () => {
  const shown = { ...NO_FILTER, campaign: 'autumn', channel: 'x', label: 'summer', assignee: 'mina' }
  expect(beginWith(shown, known)).toEqual({
    campaignId: 'autumn',
    channelIds: ['x'],
    assigneeId: 'mina',
    labelIds: ['summer'],
  })
  const nothing = { campaignId: null, channelIds: [], assigneeId: null, labelIds: [] }
  const rubbish = { ...NO_FILTER, campaign: 'gone', channel: '%00', label: 'none', assignee: 'bo' }
  expect(beginWith(rubbish, known)).toEqual(nothing)
  expect(beginWith(NO_FILTER, known)).toEqual(nothing)
})
