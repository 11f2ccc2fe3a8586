import { describe, expect, it } from 'vitest'
import type { Card, CardPatch } from '#server/post/card.rules.ts'
import { filterFrom, matcher } from '#server/post/filter.rules.ts'
import { byId, createCardStore } from './card-store.ts'
import { byColumn, bySendDay } from './groupings.ts'

const card = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  teamId: 't',
  campaignId: null,
  title: `Post ${id}`,
  labels: [],
  assigneeId: null,
  stage: 'idea',
  workingId: null,
  rank: `a${id}`,
  sendLocal: null,
  sendZone: null,
  sendAt: null,
  channelIds: [],
  own: null,
  cover: null,
  dueAt: null,
  seriesId: null,
  checksDone: 0,
  checksTotal: 0,
  attachments: 0,
  openThreads: 0,
  approval: null,
  trouble: null,
  timeLocked: null,
  updatedAt: 1,
  ...more,
})
const moved = (id: string, set: CardPatch, memberId: string | null = 'other') =>
  ({ type: 'post.moved', data: { id, title: '', set }, memberId }) as const
const three = () => createCardStore(byId([card('2'), card('1'), card('3', { stage: 'draft' })]), byColumn([]))

describe('the cards of a page', () => {
  it('leave those they were given as they were: pages share them', () => {
    const given = byId([card('1'), card('2')])
    const [mine, other] = [createCardStore(given, byColumn([])), createCardStore(given, byColumn([]))]
    mine.hear(moved('1', { stage: 'draft' }), 'me')
    mine.begin('2', { stage: 'draft' })
    other.add(card('3'))
    expect(mine.group('draft')).toEqual(['1', '2'])
    expect(other.group('idea')).toEqual(['1', '2', '3'])
    expect([...given.values()]).toEqual([card('1'), card('2')])
  })

  it('go when an import is undone, which tells of nothing else', () => {
    const cards = three()
    const data = { id: 'i', name: 'plan.csv', done: 1, total: 1, gone: ['1'] }
    cards.hear({ type: 'import.emptied', data, memberId: null }, 'me')
    expect(cards.card('1')).toBeUndefined()
    expect(cards.card('2')).toBeDefined()
  })
  it('stay as they are when an event only counts posts', () => {
    const cards = three()
    const before = cards.getState().groups
    const data = { channelId: 'c', posts: 3, gains: {} }
    expect(cards.hear({ type: 'metric.collected', data, memberId: null }, 'me')).toBe(false)
    expect(cards.getState().groups).toBe(before)
  })
  it('stand in their groups, in order, and keep lists that did not change', () => {
    const cards = three()
    expect(cards.getState().groups).toEqual({ idea: ['1', '2'], draft: ['3'] })
    const { idea, draft } = cards.getState().groups
    cards.hear(moved('1', { title: 'Other' }), 'me')
    expect(cards.card('1')?.title).toBe('Other')
    expect(cards.getState().groups.idea).toBe(idea)
    cards.hear(moved('1', { rank: 'a9' }), 'me')
    // What counts posts brings none.
    const data = { id: 'c', name: 'Winter', teamId: 't', team: 'Seoul', posts: 4 }
    const published = { type: 'campaign.published', data, memberId: 'other' } as const
    expect(cards.hear(published, 'me')).toBe(false)
    expect(cards.getState().groups).toEqual({ idea: ['2', '1'], draft: ['3'] })
    expect(cards.getState().groups.draft).toBe(draft)
  })

  it('know from HQ’s lock whose time it is: of the region’s posts that came from HQ, in whatever campaign by now', () => {
    const of = { teamId: 'kr', campaignId: 'c', timeLocked: false }
    const cards = createCardStore(
      byId([card('1', { ...of, campaignId: 'own' }), card('2', { ...of, timeLocked: null }), card('3', of)]),
      byColumn([]),
    )
    const lock = (fields: ('time' | 'text')[]) =>
      cards.hear(
        {
          type: 'campaign.locked',
          data: { id: 'c', name: '', teamId: 'kr', team: '', fields, childIds: ['1', 'elsewhere'] },
          memberId: 'hq',
        },
        'me',
      )
    lock(['text', 'time'])
    const locked = () => ['1', '2', '3'].map((id) => cards.card(id)?.timeLocked)
    expect(locked()).toEqual([true, null, false])
    lock(['text'])
    expect(locked()).toEqual([false, null, false])
  })

  it('tell before an order changes, naming the groups', () => {
    const cards = three()
    const heard: string[][] = []
    cards.beforeChange((groups) => heard.push([...groups, ...cards.group('idea')]))
    cards.hear(moved('1', { stage: 'draft' }), 'me')
    cards.hear(moved('1', { title: 'x' }), 'me')
    expect(heard).toEqual([['idea', 'draft', '1', '2']])
  })

  it('show what I do at once, and keep it while the answer is ahead of the event', () => {
    const cards = three()
    const move = cards.begin('1', { stage: 'draft', rank: 'a0' })
    expect(cards.group('draft')).toEqual(['1', '3'])
    move.done()
    expect(cards.group('draft')).toEqual(['1', '3'])
    cards.hear(moved('1', { stage: 'draft', rank: 'a0' }, 'me'), 'me')
    cards.hear(moved('1', { stage: 'idea', rank: 'a5' }), 'me')
    expect(cards.group('draft')).toEqual(['3'])
  })

  it('show the winner’s state when mine is refused, whichever comes first', () => {
    for (const order of ['event first', 'refusal first']) {
      const cards = three()
      const move = cards.begin('1', { rank: 'a9' })
      const steps = [() => void cards.hear(moved('1', { stage: 'draft' }), 'me'), () => move.fail()]
      for (const step of order === 'event first' ? steps : steps.reverse()) step()
      expect(cards.card('1')).toMatchObject({ stage: 'draft', rank: 'a1' })
    }
  })

  it('do not let a late answer cover a newer state', () => {
    const cards = three()
    const move = cards.begin('1', { rank: 'a5' })
    cards.hear(moved('1', { rank: 'a5' }, 'me'), 'me')
    cards.hear(moved('1', { rank: 'a7' }), 'me')
    move.done()
    expect(cards.card('1')?.rank).toBe('a7')
  })

  it('take a card that is being made for the real one when it comes', () => {
    const cards = three()
    const making = cards.add(card('4'))
    expect(cards.group('idea')).toEqual(['1', '2', '4'])
    const event = { type: 'post.created', data: { post: card('4', { rank: 'a0' }) }, memberId: 'me' } as const
    cards.hear(event, 'me')
    making.done()
    expect(cards.group('idea')).toEqual(['4', '1', '2'])
    const refused = cards.add(card('5'))
    refused.fail()
    expect(cards.card('5')).toBeUndefined()
  })

  it('forget what is archived, and ask for what they do not know', () => {
    const cards = three()
    cards.hear({ type: 'post.archived', data: { id: '1', title: '' }, memberId: 'x' }, 'me')
    expect(cards.group('idea')).toEqual(['2'])
    expect(cards.hear(moved('9', { sendLocal: '2026-03-01T09:00' }), 'me')).toBe(true)
  })

  it('stand still when they are read again', () => {
    const cards = three()
    const before = cards.card('1')
    const { groups } = cards.getState()
    cards.reset(byId([card('2'), card('1'), card('3', { stage: 'draft' })]))
    expect(cards.card('1')).toBe(before)
    expect(cards.getState().groups.idea).toBe(groups.idea)
  })

  it('stand on days in a calendar', () => {
    const at = (id: string, sendLocal: string, sendAt: number) => card(id, { sendLocal, sendAt })
    const cards = createCardStore(
      byId([at('1', '2026-03-01T23:30', 9), at('2', '2026-03-01T00:10', 1), card('3')]),
      bySendDay,
    )
    expect(cards.getState().groups).toEqual({ '2026-03-01': ['2', '1'] })
  })
})

it.each<[string, Partial<Card>, boolean]>([
  ['', {}, true],
  ['q=summer', { title: 'The SUMMER sale' }, true],
  ['q=summer+sale', { title: 'summer' }, false],
  ['q=여름', { labels: ['l'] }, true],
  ['label=l', { labels: ['x', 'l'] }, true],
  ['label=l', { labels: ['x'] }, false],
  ['label=none', { labels: [] }, true],
  ['label=none', { labels: ['l'] }, false],
  ['campaign=c', { campaignId: 'c' }, true],
  ['campaign=c', {}, false],
  ['campaign=none', {}, true],
  ['assignee=none', { assigneeId: 'm' }, false],
  ['channel=x', { channelIds: ['y', 'x'] }, true],
  ['channel=x&team=u', { channelIds: ['x'] }, false],
])('?%s', (query, more, passes) =>
  expect(
    matcher(filterFrom(new URLSearchParams(query)), [{ id: 'l', name: '여름 캠페인' }])(card('1', more)),
  ).toBe(passes),
)
