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
  timeLocked: null,
  updatedAt: 3,
}

test('cards come out as they went in, and say each name of a field never', () => {
  const cards = [card, { ...card, id: 'b', approval: null, trouble: null }]
  expect(unpackCards(packCards(cards))).toEqual(cards)
  expect(packCards(cards)).not.toContain('campaignId')
})

test('many cards come out as they went in: what is the same, what is one of a few, and any words', () => {
  const words = ['', 'a|b', 'a,b', '"quoted"', 'two\nlines', '리필']
  const cards = Array.from(
    { length: 40 },
    (_, i): Card => ({
      ...card,
      id: `id ${i}`,
      title: words[i] ?? `Title ${i}`,
      campaignId: i % 3 ? null : `campaign ${i % 2}`,
      labels: i % 2 ? [] : ['tea'],
      cover: i === 7 ? 'c' : null,
      sendLocal: i % 5 ? `2026-04-01T09:${10 + i}` : null,
      approval: i % 4 ? null : { decided: i, needed: 40 },
      updatedAt: 1_700_000_000_000 + i,
    }),
  )
  expect(unpackCards(packCards(cards))).toEqual(cards)
  expect(unpackCards(packCards([]))).toEqual([])
  expect(packCards(cards).length).toBeLessThan(JSON.stringify(cards).length / 4)
})
