import { expect, it } from 'vitest'
import { laneChange, laneKeys, lanesFrom } from './lanes.rules.ts'

const card = { campaignId: 'c', channelIds: ['x', 'y'], assigneeId: null, teamId: 't' }
const known = new Set(['c', 'x', 'y', 't'])

it('reads only what the board can be cut by', () => {
  expect(lanesFrom(new URLSearchParams('lanes=channel'))).toBe('channel')
  expect(lanesFrom(new URLSearchParams('lanes=colour'))).toBeNull()
})

it('finds the lanes of a card: several of channels, one of the rest', () => {
  expect(laneKeys('channel', card, known)).toEqual(['x', 'y'])
  expect(laneKeys('channel', { ...card, channelIds: [] }, known)).toEqual(['none'])
  expect(laneKeys('assignee', card, known)).toEqual(['none'])
  expect(laneKeys('campaign', { ...card, campaignId: 'archived' }, known)).toEqual(['other'])
  expect(laneKeys('channel', { ...card, channelIds: ['gone', 'went', 'x'] }, known)).toEqual(['other', 'x'])
})

it('says what a drop into another lane changes, or why it cannot be', () => {
  expect(laneChange('campaign', card, 'c', 'c')).toEqual({ set: {} })
  expect(laneChange('campaign', card, 'c', 'none')).toEqual({ set: { campaignId: null } })
  expect(laneChange('assignee', card, 'none', 'm')).toEqual({ set: { assigneeId: 'm' } })
  expect(laneChange('channel', card, 'x', 'z')).toEqual({ set: { channelIds: ['y', 'z'] } })
  expect(laneChange('channel', card, 'x', 'y')).toEqual({ set: { channelIds: ['y'] } })
  expect(laneChange('channel', card, 'x', 'none')).toEqual({ set: { channelIds: ['y'] } })
  expect(laneChange('team', card, 't', 'u')).toEqual({ refuse: 'post.teamStays' })
  expect(laneChange('campaign', card, 'c', 'other')).toEqual({ refuse: 'post.laneGone' })
})
