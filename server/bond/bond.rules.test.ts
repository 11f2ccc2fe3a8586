import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Central,
  centralOf,
  changedFields,
  driftOf,
  fieldStates,
  keptOf,
  ownTimeIn,
  pick,
  runs,
  stateOf,
  type Time,
  timeIn,
} from './bond.rules.ts'
import { BOND_FIELDS } from './names.rules.ts'

const row = (more: object = {}) => ({
  title: 'Tea',
  text: 'Hello',
  media: [],
  labels: ['a', 'b'],
  sendLocal: '2026-12-10T09:00',
  sendZone: 'Europe/London',
  ...more,
})
const words = (network: string, text: string | null = null, local: string | null = null) => ({
  ...{ network, text, media: null },
  ...{ sendLocal: local, sendZone: local && 'Asia/Seoul' },
})
const base = centralOf(row(), [words('x', 'Short')])
/** A region's post as it is made from HQ's. */
const child = (
  { time = null, ...more }: { time?: string | null; [fact: string]: unknown } = {},
  own: string | null = 'Short',
) => ({
  row: row({ sendZone: 'Asia/Seoul', ...more }),
  variants: [words('x', own, time), words('mastodon')].map((one) => ({ ...one, out: false })),
})
const facts = { zone: 'Asia/Seoul', locked: [], declined: [] }
const state = (of: Parameters<typeof fieldStates>[0], field: string) =>
  fieldStates(of).find((one) => one.field === field)

describe('what HQ says', () => {
  it('names what a network has of its own, the first channel of it', () => {
    expect(centralOf(row(), [words('x'), words('x', 'A'), words('x', 'B')]).text).toEqual({
      common: 'Hello',
      own: { x: 'A' },
    })
  })
  it('holds at its local hour, or at its instant', () => {
    expect(timeIn(base.time, 'Asia/Seoul')).toEqual({ local: '2026-12-10T09:00', zone: 'Asia/Seoul' })
    expect(timeIn(base.time, null)?.zone).toBe('Europe/London')
    expect(timeIn(null, 'Asia/Seoul')).toBeNull()
  })
  it('has by network the times of their own, and is named as before where there are none', () => {
    const noon = { local: '2026-12-10T12:00', zone: 'Asia/Seoul' }
    const central = centralOf(row(), [words('x', 'Short'), words('x', null, noon.local)])
    expect(central.ownTimes).toEqual({ x: noon })
    expect([ownTimeIn(central, 'x', null), ownTimeIn(central, 'mastodon', null)]).toEqual([noon, null])
    expect(ownTimeIn(central, 'x', 'Europe/Berlin')).toEqual({ ...noon, zone: 'Europe/Berlin' })
    const { ownTimes: _, ...old } = base
    expect(stateOf(old)).toBe(stateOf(base))
    expect(changedFields(old, central)).toEqual(['time'])
    // What is taken of the time takes them away, too.
    expect({ ...central, ...pick(base, ['time']) }.ownTimes).toEqual({})
  })
  it('is the same whatever the order of labels', () => {
    expect(changedFields(base, { ...base, labels: ['b', 'a'] })).toEqual([])
    expect(stateOf(base)).toBe(stateOf({ ...base, labels: ['b', 'a'] }))
  })
})

describe('a region’s post', () => {
  it('begins as HQ’s in every field', () => {
    const states = fieldStates({ child: child(), base, parent: base, ...facts })
    expect(states.every((one) => !one.adapted && !one.waiting && !one.declined)).toBe(true)
  })
  it.each<[string, Partial<Central>, Record<string, unknown>, string | null, string, object]>([
    ['own words', {}, { text: 'Hallo' }, 'Short', 'text', { adapted: true, waiting: false }],
    ['own words on one network', {}, {}, 'Kurz', 'text', { adapted: true, waiting: false }],
    ['no words of its own where HQ has', {}, {}, null, 'text', { adapted: true }],
    ['HQ went on', { title: 'Coffee' }, {}, 'Short', 'title', { adapted: false, waiting: true }],
    [
      'both went on',
      { title: 'Coffee' },
      { title: 'Tee' },
      'Short',
      'title',
      { adapted: true, waiting: true },
    ],
    [
      'both went the same way',
      { title: 'Tee' },
      { title: 'Tee' },
      'Short',
      'title',
      { waiting: false, adapted: false },
    ],
    ['another hour', {}, { sendLocal: '2026-12-10T11:00' }, 'Short', 'time', { adapted: true }],
    ['a channel’s own hour', {}, { time: '2026-12-10T11:00' }, 'Short', 'time', { adapted: true }],
    [
      'HQ’s own hour for one network',
      { ownTimes: { x: { local: '2026-12-10T12:00', zone: 'Europe/London' } } },
      {},
      'Short',
      'time',
      { adapted: false, waiting: true },
    ],
    [
      'that hour already',
      { ownTimes: { x: { local: '2026-12-10T12:00', zone: 'Europe/London' } } },
      { time: '2026-12-10T12:00' },
      'Short',
      'time',
      { adapted: false, waiting: false },
    ],
    ['labels in another order', {}, { labels: ['b', 'a'] }, 'Short', 'labels', { adapted: false }],
  ])('%s', (_, hq, more, own, field, expected) => {
    const of = { child: child(more, own), base, parent: { ...base, ...hq }, ...facts }
    expect(state(of, field)).toMatchObject(expected)
  })
  it('has declined until HQ changes it again or it says the same', () => {
    const declined = { ...facts, declined: ['title' as const] }
    const next = { ...base, title: 'Coffee' }
    expect(state({ child: child(), base: next, parent: next, ...declined }, 'title')).toMatchObject({
      adapted: true,
      declined: true,
    })
    const later = { ...base, title: 'Water' }
    expect(state({ child: child(), base: next, parent: later, ...declined }, 'title')).toMatchObject({
      waiting: true,
      declined: false,
    })
    expect(
      state({ child: child({ title: 'Coffee' }), base: next, parent: next, ...declined }, 'title'),
    ).toMatchObject({ adapted: false, declined: false })
  })

  const text = fc.constantFrom('A', 'B', 'C')
  const central = fc.record({
    title: text,
    text: fc.record({ common: text, own: fc.dictionary(fc.constantFrom('x', 'mastodon'), text) }),
    media: fc.constant({ common: [], own: {} }),
    time: fc.option(fc.constant({ local: '2026-12-10T09:00', zone: 'UTC' })),
    ownTimes: fc.option(
      fc.dictionary(
        fc.constantFrom('x', 'mastodon'),
        fc.constantFrom(
          { local: '2026-12-10T11:00', zone: 'UTC' },
          { local: '2026-12-11T09:00', zone: 'UTC' },
        ),
      ),
      { nil: undefined },
    ),
    labels: fc.subarray(['a', 'b', 'c']),
  }) as fc.Arbitrary<Central>
  const inRow = (time: Time | null) => ({ sendLocal: time?.local ?? null, sendZone: time?.zone ?? null })
  const made = (hq: Central, zone: string | null) => {
    const time = timeIn(hq.time, zone)
    return {
      row: row({
        title: hq.title,
        text: hq.text.common,
        labels: hq.labels,
        ...inRow(time),
      }),
      variants: ['x', 'mastodon'].map((network) => ({
        ...words(network, hq.text.own[network] ?? null),
        ...inRow(ownTimeIn(hq, network, zone)),
        out: false,
      })),
    }
  }
  it('that has taken everything waits for nothing, whatever happened before', () => {
    fc.assert(
      fc.property(central, central, fc.option(fc.constant('Asia/Seoul')), (was, now, zone) => {
        const taken = made(now, zone)
        for (const field of BOND_FIELDS) expect(runs(field, taken, now, zone)).toBe(true)
        const states = fieldStates({ child: taken, base: was, parent: now, ...facts, zone })
        expect(states.some((one) => one.waiting || one.adapted)).toBe(false)
        // What was not taken waits exactly where HQ has changed something.
        const kept = made(keptOf(was, now), zone)
        const behind = fieldStates({ child: kept, base: was, parent: now, ...facts, zone })
        expect(behind.some((one) => one.adapted)).toBe(false)
        for (const one of behind) if (one.waiting) expect(changedFields(was, now)).toContain(one.field)
      }),
    )
  })
})

describe('drift', () => {
  const fields = (more: object) => [
    { field: 'text' as const, locked: false, adapted: false, waiting: false, declined: false, ...more },
  ]
  const draft = { stage: 'draft' as const, archived: false, sending: false }
  it.each([
    [null, {}, 'missing'],
    [draft, {}, 'same'],
    [draft, { adapted: true }, 'adapted'],
    [draft, { adapted: true, declined: true }, 'declined'],
    [draft, { adapted: true, waiting: true }, 'waiting'],
    [{ ...draft, stage: 'published' as const }, { waiting: true }, 'sent'],
    [{ ...draft, sending: true }, {}, 'sent'],
    [{ ...draft, archived: true }, {}, 'removed'],
  ])('%j %j is %s', (one, more, drift) => expect(driftOf(one, fields(more))).toBe(drift))
})
