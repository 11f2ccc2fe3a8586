import { describe, expect, it } from 'vitest'
import type { Stage } from '#server/post/stage.rules.ts'
import { mine, settled, standsOf, theirs, threeWay, yieldTo } from './conflict.rules.ts'
import { type Entry, isOf, MOST, nextToSend, type Wanted, without } from './entry.rules.ts'
import { withOneMore } from './merge.rules.ts'

let n = 0
const entry = (wanted: Pick<Wanted, 'verb' | 'input'>, more: Partial<Entry> = {}): Entry =>
  ({
    id: String(++n).padStart(6, '0'),
    about: ['p'],
    title: 'A post',
    shows: {},
    tried: false,
    state: 'waiting',
    ...wanted,
    ...more,
  }) as Entry
type Place = { stage: Stage; rank: string; workingId?: string | null }
const move = (from: Place, to: Place, more: Partial<Entry> = {}) =>
  entry({ verb: 'post.move', input: { id: more.about?.[0] ?? 'p', from, to } }, more)
const change = (input: object, from: object, more: Partial<Entry> = {}) =>
  entry({ verb: 'post.change', input: { id: 'p', ...input, from } }, more)
const time = (from: string | null, to: object | null) =>
  entry({
    verb: 'post.reschedule',
    input: { id: 'p', from: { sendLocal: from, sendZone: from && 'UTC' }, to: to as never },
  })
const add = (...entries: Entry[]) =>
  entries.reduce<Entry[]>((list, one) => withOneMore(list, one) ?? list, [])

const [idea, draft, review]: Place[] = [
  { stage: 'idea', rank: 'a' },
  { stage: 'draft', rank: 'b' },
  { stage: 'in_review', rank: 'c' },
] as [Place, Place, Place]

describe('what follows each other', () => {
  it.each([
    ['two moves of one card', move(idea!, draft!), move(draft!, review!), [{ from: idea, to: review }]],
    [
      'two names',
      change({ title: 'B' }, { title: 'A' }),
      change({ title: 'C' }, { title: 'B' }),
      [{ id: 'p', title: 'C', from: { title: 'A' } }],
    ],
    [
      'different facts',
      change({ title: 'B' }, { title: 'A' }),
      change({ assigneeId: 'm' }, { assigneeId: null }),
      [{ title: 'B', assigneeId: 'm', from: { title: 'A', assigneeId: null } }],
    ],
    [
      'a name and its old one',
      change({ title: 'B' }, { title: 'A' }),
      change({ title: 'A' }, { title: 'B' }),
      [],
    ],
    [
      'a time and the old one',
      time('2026-01-01T09:00', { local: '2026-01-02T09:00', zone: 'UTC' }),
      time('2026-01-02T09:00', { local: '2026-01-01T09:00', zone: 'UTC' }),
      [],
    ],
    [
      'a time and another day, which keeps its hour',
      time(null, { local: '2026-01-02T09:00', zone: 'UTC' }),
      time('2026-01-02T09:00', { day: '2026-01-03', zone: 'UTC' }),
      [{ from: { sendLocal: null } }, { from: { sendLocal: '2026-01-02T09:00' } }],
    ],
    [
      'out of sight and back',
      entry({ verb: 'post.archive', input: { id: 'p' } }),
      entry({ verb: 'post.restore', input: { id: 'p' } }),
      [],
    ],
    [
      'a move and a name',
      move(idea!, draft!),
      change({ title: 'B' }, { title: 'A' }),
      [{ to: draft }, { title: 'B' }],
    ],
  ])('%s', (_what, a, b, inputs) => {
    const list = add(a, b)
    expect(list).toHaveLength(inputs.length)
    expect(list.map((one) => one.input)).toMatchObject(inputs)
  })

  it('leaves alone what was sent already, whose fate is unknown', () => {
    expect(add({ ...move(idea!, draft!), tried: true }, move(draft!, review!))).toHaveLength(2)
  })
  it('refuses more than it keeps', () => {
    const full = Array.from({ length: MOST }, (_, at) => move(idea!, draft!, { about: [`p${at}`] }))
    expect(withOneMore(full, move(idea!, draft!))).toBeNull()
  })
})

it('comes to what was done, whatever was merged on the way', () => {
  // A small generator: the same numbers at every run.
  let seed = 7
  const pick = <T>(list: readonly T[]): T => {
    seed = (seed * 48271) % 2147483647
    return list[seed % list.length] as T
  }
  const stages = ['idea', 'draft'] as const
  for (let run = 0; run < 300; run++) {
    const state = new Map(['p', 'q'].map((id) => [id, { stage: 'idea' as Stage, rank: 'a', title: 'A' }]))
    const server = new Map([...state].map(([id, one]) => [id, { ...one }]))
    let list: Entry[] = []
    for (let step = 0; step < 12; step++) {
      const id = pick(['p', 'q'])
      const card = state.get(id)!
      const about = { about: [id], tried: pick([true, false, false, false]) }
      if (pick([true, false])) {
        const to = { stage: pick(stages), rank: `r${step}` }
        const from = { stage: card.stage, rank: card.rank }
        list = withOneMore(list, move(from, to, about)) ?? list
        Object.assign(card, to)
      } else {
        const title = pick(['A', 'B', 'C'])
        list = withOneMore(list, change({ id, title }, { title: card.title }, about)) ?? list
        card.title = title
      }
    }
    for (let next = nextToSend(list); next; next = nextToSend(list)) {
      const card = server.get(next.about[0]!)!
      if (isOf(next, 'post.move')) {
        expect(card).toMatchObject(next.input.from)
        Object.assign(card, next.input.to)
      } else if (isOf(next, 'post.change')) {
        expect(card).toMatchObject(next.input.from ?? {})
        if (next.input.title) card.title = next.input.title
      }
      const { id } = next
      list = list.filter((one) => one.id !== id)
    }
    expect([...server]).toEqual([...state])
  }
})

it('lets others go on while one waits for an answer, and what depends on it not', () => {
  const list = [
    move(idea!, draft!, { state: 'conflict' }),
    change({ title: 'B' }, { title: 'A' }),
    move(idea!, draft!, { about: ['q'] }),
    move(draft!, review!, { about: ['q'] }),
  ]
  expect(nextToSend(list)?.about).toEqual(['q'])
  expect(nextToSend(list.filter((one) => one.about[0] === 'p'))).toBeUndefined()
  expect(nextToSend([{ ...list[0]!, state: 'refused' }, list[1]!])).toBe(list[1])
})

it('puts what was done on top of a dropped one onto what was before', () => {
  const [a, b] = [{ ...move(idea!, draft!), tried: true }, move(draft!, review!)]
  expect(without([a, b], a.id)).toMatchObject([{ input: { from: idea, to: review } }])
  const made = entry({ verb: 'post.create', input: { id: 'p', teamId: 't', title: 'N' } })
  expect(without([made, move(idea!, draft!)], made.id)).toEqual([])
})

describe('somebody else was there meanwhile', () => {
  it.each([
    ['moved it elsewhere', move(idea!, draft!), review!, null],
    [
      'only put it higher',
      move(idea!, draft!),
      { stage: 'idea', rank: 'z' },
      { from: { stage: 'idea', rank: 'z' } },
    ],
    [
      'moved it to the same stage',
      move(idea!, draft!),
      { stage: 'draft', rank: 'z' },
      { from: { stage: 'draft' } },
    ],
    ['wrote another name', change({ title: 'B' }, { title: 'A' }), { title: 'C' }, null],
    [
      'chose another label',
      change({ labelIds: ['x', 'm'] }, { labels: ['x'] }),
      { labels: ['h'] },
      { labelIds: ['h', 'm'], from: { labels: ['h'] } },
    ],
  ])('%s', (_what, one, now, input) => {
    const after = settled(one, now as never)
    if (input === null) expect(after).toBeNull()
    else expect(after).toMatchObject({ state: 'waiting', input })
  })

  it('puts mine on top of theirs, or leaves theirs and the rest of mine', () => {
    const one = change({ title: 'B', assigneeId: 'm' }, { title: 'A', assigneeId: null })
    const now = standsOf({ name: 'Mina', now: '{"title":"C"}' })!
    expect(mine(one, now)?.input).toMatchObject({ title: 'B', from: { title: 'C', assigneeId: null } })
    expect(theirs(one, now)?.input).toEqual({ id: 'p', assigneeId: 'm', from: { assigneeId: null } })
    expect(theirs(change({ title: 'B' }, { title: 'A' }), now)).toBeNull()
    expect(theirs(move(idea!, draft!), review! as never)).toBeNull()
    expect(standsOf({ now: 'broken' })).toBeNull()
  })
  it('leaves theirs for good: what I did on top of mine does not ask again', () => {
    const [first, second] = [{ ...move(idea!, draft!), state: 'conflict' as const }, move(draft!, review!)]
    const named = change({ title: 'B' }, { title: 'A' })
    const other = move(idea!, draft!, { about: ['q'] })
    expect(yieldTo([first, second, named, other], first, { stage: 'approved', rank: 'z' })).toEqual([
      named,
      other,
    ])
    const [one, two, three] = [
      {
        ...change({ title: 'B', assigneeId: 'm' }, { title: 'A', assigneeId: null }),
        state: 'conflict' as const,
      },
      change({ title: 'C' }, { title: 'B' }),
      change({ campaignId: 'k' }, { campaignId: null }),
    ]
    expect(yieldTo([one, two, three], one, { title: 'Theirs' })).toMatchObject([
      { id: one.id, state: 'waiting', input: { id: 'p', assigneeId: 'm', from: { assigneeId: null } } },
      three,
    ])
  })
  it('joins two lists', () => {
    expect(threeWay(['a', 'b'], ['a', 'c'], ['b', 'a', 'd'])).toEqual(['a', 'd', 'c'])
  })
})
