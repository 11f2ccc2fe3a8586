import { expect, it } from 'vitest'
import type { Card, OwnTime } from './card.rules.ts'
import { cardIdOf, isOwnSlot, slotsOf, slotUnder } from './slots.rules.ts'

const post = (sendLocal: string | null, channelIds: string[], own: OwnTime[] | null): Card => ({
  id: 'p',
  teamId: 't',
  campaignId: null,
  title: 'Post',
  labels: [],
  assigneeId: null,
  stage: 'draft',
  workingId: null,
  rank: 'a0',
  sendLocal,
  sendZone: sendLocal && 'UTC',
  sendAt: sendLocal ? Date.parse(`${sendLocal}Z`) : null,
  channelIds,
  own,
  dueAt: null,
  seriesId: null,
  checksDone: 0,
  checksTotal: 0,
  attachments: 0,
  cover: null,
  openThreads: 0,
  approval: null,
  trouble: null,
  timeLocked: null,
  updatedAt: 1,
})
const at = (
  channelId: string,
  sendLocal: string,
  sendZone = 'UTC',
  stage: OwnTime['stage'] = 'scheduled',
) => ({
  channelId,
  sendLocal,
  sendZone,
  sendAt: Date.parse(`${sendLocal}Z`),
  stage,
})
const nine = '2026-12-01T09:00'
const noon = '2026-12-01T12:00'

it.each<[string, Card, [string, string | null, string[]][]]>([
  ['no time', post(null, ['a'], null), []],
  ['no channel yet', post(nine, [], null), [['p', nine, []]]],
  ['all with the post', post(nine, ['a', 'b'], null), [['p', nine, ['a', 'b']]]],
  [
    'one apart',
    post(nine, ['a', 'b'], [at('b', noon)]),
    [
      ['p', nine, ['a']],
      ['p/b', noon, ['b']],
    ],
  ],
  ['all apart', post(nine, ['b', 'a'], [at('b', noon), at('a', noon)]), [['p/a', noon, ['a', 'b']]]],
  ['apart in name only', post(nine, ['a', 'b'], [at('b', nine)]), [['p', nine, ['a', 'b']]]],
  [
    'the same clock in another zone',
    post(nine, ['a', 'b'], [at('b', nine, 'Asia/Seoul')]),
    [
      ['p', nine, ['a']],
      ['p/b', nine, ['b']],
    ],
  ],
  ['a time of its own only', post(null, ['a', 'b'], [at('b', noon)]), [['p/b', noon, ['b']]]],
])('a post stands at each of its times: %s', (_, card, expected) => {
  const slots = slotsOf(card)
  expect(slots.map((slot) => [slot.id, slot.sendLocal, slot.channelIds])).toEqual(expected)
  for (const slot of slots) {
    expect(slotUnder(card, slot.id)).toEqual(slot)
    expect(cardIdOf(slot.id)).toBe('p')
    expect(isOwnSlot(slot.id)).toBe(slot.id !== 'p')
  }
})

it('a slot stands where its channels stand', () => {
  const [, slot] = slotsOf(post(nine, ['a', 'b', 'c'], [at('b', noon, 'UTC', 'published'), at('c', noon)]))
  expect(slot?.stage).toBe('scheduled')
})
