import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Summary, sumUp, type Told, toldBy } from './announce.rules.ts'
import { createAnnouncer } from './announcer.ts'

const card = { id: 'p', title: 'Spring sale', stage: 'draft' as const }
const moved = {
  type: 'post.moved',
  memberId: 'mina',
  data: { id: 'p', title: 'Spring sale', set: { stage: 'in_review' } },
}
const told = (id: string, more: Partial<Told> = {}): Told => ({
  ...{ id, title: id, memberId: 'mina', what: 'moved', stage: 'draft' },
  ...more,
})

describe('what an event tells', () => {
  it('where somebody moved a card, whatever the event is called', () => {
    const expected = { id: 'p', title: 'Spring sale', memberId: 'mina', what: 'moved', stage: 'in_review' }
    expect(toldBy(moved as never, card, 'me')).toEqual(expected)
    expect(toldBy({ ...moved, type: 'approval.submitted' } as never, card, 'me')).toEqual(expected)
  })
  it('nothing of what one did oneself', () => {
    expect(toldBy(moved as never, card, 'mina')).toBeNull()
  })
  it('nothing when the card stays where it is, or is not here', () => {
    expect(
      toldBy({ ...moved, data: { id: 'p', title: 'x', set: { rank: 'b' } } } as never, card, 'me'),
    ).toBeNull()
    expect(toldBy(moved as never, { ...card, stage: 'in_review' } as never, 'me')).toBeNull()
    expect(toldBy(moved as never, undefined, 'me')).toBeNull()
  })
  it('that a card came or went', () => {
    const made = { type: 'post.created', memberId: 'mina', data: { post: card } }
    expect(toldBy(made as never, undefined, 'me')).toMatchObject({ what: 'created', stage: 'draft' })
    const gone = { type: 'post.archived', memberId: 'mina', data: { id: 'p', title: 'Spring sale' } }
    expect(toldBy(gone as never, card, 'me')).toMatchObject({ what: 'removed', stage: null })
  })
})

describe('several at once', () => {
  it('are counted by posts, not by changes', () => {
    expect(sumUp([told('a'), told('b'), told('a', { stage: 'in_review' })])).toEqual({
      say: 'many',
      count: 2,
    })
  })
  it('of one post end where it ended', () => {
    const last = told('a', { stage: 'in_review' })
    expect(sumUp([told('a'), last])).toEqual({ say: 'one', told: last })
    expect(sumUp([told('a', { what: 'created' }), last])).toEqual({
      say: 'one',
      told: { ...last, what: 'created' },
    })
  })
  it('that come to nothing are not told', () => {
    expect(sumUp([])).toBeNull()
    expect(sumUp([told('a', { what: 'created' }), told('a', { what: 'removed' })])).toBeNull()
  })
})

describe('the announcer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('says the first soon, and what comes meanwhile in one sentence later', () => {
    const said: Summary[] = []
    const announcer = createAnnouncer((summary) => said.push(summary))
    announcer.tell(told('a'))
    vi.advanceTimersByTime(1_000)
    expect(said).toEqual([{ say: 'one', told: told('a') }])
    for (const id of ['b', 'c', 'd', 'e', 'f']) announcer.tell(told(id))
    vi.advanceTimersByTime(1_000)
    expect(said).toHaveLength(1)
    vi.advanceTimersByTime(4_000)
    expect(said.slice(1)).toEqual([{ say: 'many', count: 5 }])
  })
  it('says nothing any more once it is stopped', () => {
    const say = vi.fn()
    const announcer = createAnnouncer(say)
    announcer.tell(told('a'))
    announcer.stop()
    vi.advanceTimersByTime(10_000)
    expect(say).not.toHaveBeenCalled()
  })
})
