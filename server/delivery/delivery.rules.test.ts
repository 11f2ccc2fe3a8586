import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NETWORK_PROBLEM_KINDS } from '../network/network.rules.ts'
import {
  afterError,
  afterReconcile,
  DELIVERY_STATES,
  type GateFacts,
  gate,
  LATE_AFTER,
  ledgerLine,
  mayMove,
  needsPerson,
  UNTOLD_WAIT,
} from './delivery.rules.ts'

const MINUTE = 60_000
const now = 1_800_000_000_000

describe('the states of a delivery', () => {
  /** Rows from, columns to, both in the order of DELIVERY_STATES. */
  const TABLE = [
    '.x..xxx.x',
    'x.x.xxx.x',
    'x..xx..x.',
    '.........',
    'x.......x',
    'x.......x',
    'x.......x',
    'x..x....x',
    '.........',
  ]
  const cells = DELIVERY_STATES.flatMap((from, row) =>
    DELIVERY_STATES.map((to, column) => ({ from, to, may: TABLE[row]![column] === 'x' })),
  )
  it.each(cells)('$from -> $to: $may', ({ from, to, may }) => expect(mayMove(from, to)).toBe(may))

  it('are entered by sending only through the stored preparation', () => {
    expect(DELIVERY_STATES.filter((state) => mayMove(state, 'sending'))).toEqual(['preparing'])
    expect(DELIVERY_STATES.filter((state) => mayMove(state, 'sent'))).toEqual(['sending', 'ambiguous'])
  })
})

describe('after an error', () => {
  it.each([
    ['transient', 1, undefined, 'planned', MINUTE],
    ['transient', 2, undefined, 'planned', 5 * MINUTE],
    ['transient', 3, undefined, 'planned', 30 * MINUTE],
    ['transient', 4, undefined, 'failed', null],
    ['rejected', 1, undefined, 'failed', null],
    ['forbidden', 1, undefined, 'failed', null],
    ['authExpired', 1, undefined, 'failed', null],
    ['ambiguous', 1, undefined, 'ambiguous', null],
    ['rateLimited', 9, 90_000, 'planned', 90_000],
    ['rateLimited', 1, undefined, 'planned', UNTOLD_WAIT],
    ['rateLimited', 1, -5_000, 'planned', 1_000],
    ['rateLimited', 1, 25 * 60 * MINUTE, 'failed', null],
  ] as const)('%s, failure %i, told %s: %s in %s', (kind, failures, told, state, wait) => {
    const outcome = afterError({ kind, retryAt: told === undefined ? null : now + told }, failures, now)
    expect(outcome).toEqual({ state, because: `network.${kind}`, retryAt: wait === null ? null : now + wait })
  })

  it('never tries again in the past, never blindly when ambiguous', () => {
    const told = fc.option(fc.integer({ min: now - 1e9, max: now + 1e9 }))
    fc.assert(
      fc.property(
        fc.constantFrom(...NETWORK_PROBLEM_KINDS),
        told,
        fc.integer({ min: 1, max: 9 }),
        (kind, retryAt, failures) => {
          const outcome = afterError({ kind, retryAt }, failures, now)
          expect(mayMove('sending', outcome.state)).toBe(true)
          expect(outcome.retryAt !== null).toBe(outcome.state === 'planned')
          if (outcome.retryAt !== null) expect(outcome.retryAt).toBeGreaterThan(now)
          if (kind === 'ambiguous') expect(outcome.retryAt).toBeNull()
        },
      ),
    )
  })

  it('of the process itself, the network is asked', () => {
    expect([afterReconcile('present'), afterReconcile('absent'), afterReconcile('unknown')]).toEqual([
      'sent',
      'planned',
      'ambiguous',
    ])
  })
})

describe('the gate', () => {
  const open: GateFacts = {
    now,
    dueAt: now,
    approval: { ok: true },
    restored: false,
    pauses: 0,
    connected: true,
    overLimit: false,
    mediaMissing: false,
  }
  it.each<[string, Partial<GateFacts>, object]>([
    ['all well', {}, { send: true }],
    ['a little late', { dueAt: now - LATE_AFTER }, { send: true }],
    ['too early', { dueAt: now + 1 }, { state: 'planned', because: 'delivery.notDue' }],
    ['too late', { dueAt: now - LATE_AFTER - 1 }, { state: 'held', because: 'delivery.late' }],
    [
      'unapproved',
      { approval: { refuse: 'approval.missing' } },
      { state: 'expired', because: 'approval.missing' },
    ],
    [
      'unapproved and paused',
      { approval: { refuse: 'approval.voided' }, pauses: 1 },
      { state: 'expired', because: 'approval.voided' },
    ],
    ['of a restored backup', { restored: true }, { state: 'held', because: 'delivery.restored' }],
    ['paused', { pauses: 1 }, { state: 'held', because: 'publishing.paused' }],
    ['disconnected', { connected: false }, { state: 'failed', because: 'channel.disconnected' }],
    ['too long', { overLimit: true }, { state: 'failed', because: 'content.overLimit' }],
    ['media gone', { mediaMissing: true }, { state: 'failed', because: 'content.mediaMissing' }],
  ])('%s', (_, facts, answer) => expect(gate({ ...open, ...facts })).toEqual(answer))
})

describe('the ledger', () => {
  it('says of every slot that has passed "sent", or "not sent" with a reason', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DELIVERY_STATES), fc.integer({ min: 0, max: 1e9 }), (state, ago) => {
        const line = ledgerLine({ state, dueAt: now - ago, sentAt: null, because: null }, now)
        expect(line.said).toBe(state === 'sent' ? 'sent' : 'not_sent')
        if (line.said === 'not_sent') expect(line.because).toBeTruthy()
        if (needsPerson(state)) expect(line.said).toBe('not_sent')
      }),
    )
  })
  it('says when a coming slot is due, and why it waits', () => {
    const waits = { state: 'planned', dueAt: now + 5, sentAt: null, because: 'network.rateLimited' } as const
    expect(ledgerLine(waits, now)).toEqual({ said: 'due', at: now + 5, because: 'network.rateLimited' })
  })
})
