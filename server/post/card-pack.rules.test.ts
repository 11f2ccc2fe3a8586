import { expect, test } from 'vitest'
import type { Card } from './card.rules.ts'
import { packCards, unpackCards } from './card-pack.rules.ts'

const card: Card = {
  id: 'a',
  teamId: 't',
  campaignId: null,
  title: 'A “title” </script>',
  labels: ['tea', '리필'],
  assigneeId: null,
  stage: 'in_review',
  workingId: 'w',
  rank: 'a0',
  sendLocal: '2026-04-01T09:00',
  sendZone: 'Asia/Seoul',
  sendAt: 1,
  channelIds: ['c'],
  own: null,
  cover: null,
  dueAt: null,
  seriesId: null,
  checksDone: 0,
  checksTotal: 0,
  attachments: 0,
  openThreads: 2,
  approval: { decided: 1, needed: 2 },
  trouble: 'failed',
  updatedAt: 3,
}

test('cards come out as they went in, and say each name of a field never', () => {
  const cards = [card, { ...card, id: 'b', approval: null, trouble: null }]
  expect(unpackCards(packCards(cards))).toEqual(cards)
  expect(packCards(cards)).not.toContain('campaignId')
})
