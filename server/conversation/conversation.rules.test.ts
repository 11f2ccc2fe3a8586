import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CLAIM_LEASE,
  CONVERSATION_STATES,
  type ConversationStep,
  claimedBy,
  closeCheck,
  dismissal,
  inboundEnds,
  type LedgerMessage,
  nextState,
  replyCheck,
  takeClaim,
} from './conversation.rules.ts'

describe('the states of a conversation', () => {
  /** Columns open, pending, snoozed, closed. */
  const TABLE: Record<ConversationStep, (string | null)[]> = {
    inbound: ['open', 'open', 'open', 'open'],
    pend: ['pending', null, 'pending', null],
    snooze: ['snoozed', 'snoozed', null, null],
    wake: [null, null, 'open', null],
    close: ['closed', 'closed', 'closed', null],
    reopen: [null, 'open', null, 'open'],
  }
  const cells = Object.entries(TABLE).flatMap(([step, row]) =>
    CONVERSATION_STATES.map((from, i) => ({ step: step as ConversationStep, from, to: row[i]! })),
  )
  it.each(cells)('$from $step -> $to', ({ step, from, to }) => expect(nextState(from, step)).toBe(to))
})

describe('a claim', () => {
  const now = 1_000_000
  it('lasts 90 s, is renewed by its holder and told to others', () => {
    const first = takeClaim(null, 'ada', now)
    expect(first).toEqual({ claim: { memberId: 'ada', until: now + CLAIM_LEASE } })
    const { claim } = first as { claim: { memberId: string; until: number } }
    expect(claimedBy(claim, now + CLAIM_LEASE - 1)).toBe('ada')
    expect(claimedBy(claim, now + CLAIM_LEASE)).toBeNull()
    expect(takeClaim(claim, 'ben', now + 1)).toEqual({ refuse: 'conversation.claimed', by: 'ada' })
    expect(takeClaim(claim, 'ada', now + 5)).toEqual({
      claim: { memberId: 'ada', until: now + 5 + CLAIM_LEASE },
    })
    expect(takeClaim(claim, 'ben', now + 1, true)).toHaveProperty('claim.memberId', 'ben')
    expect(takeClaim(claim, 'ben', now + CLAIM_LEASE)).toHaveProperty('claim.memberId', 'ben')
  })
})

describe('a reply', () => {
  const standing = { id: 'm2', byMemberId: 'ada' }
  it.each([
    ['first answer', null, null, { ok: true }],
    [
      'to be added to unseen',
      standing,
      null,
      { refuse: 'conversation.alreadyAnswered', by: 'ada', messageId: 'm2' },
    ],
    [
      'after seeing an older one',
      standing,
      'm1',
      { refuse: 'conversation.alreadyAnswered', by: 'ada', messageId: 'm2' },
    ],
    ['after seeing it', standing, 'm2', { ok: true }],
    ["to be added to one's own", { ...standing, byMemberId: 'ben' }, null, { ok: true }],
    [
      'after an automatic one',
      { ...standing, byMemberId: null },
      null,
      { refuse: 'conversation.alreadyAnswered', by: null, messageId: 'm2' },
    ],
  ])('%s', (_, given, confirmedAfter, answer) =>
    expect(replyCheck({ memberId: 'ben', standing: given, confirmedAfter })).toEqual(answer),
  )
})

describe('the ledger', () => {
  const message: fc.Arbitrary<LedgerMessage> = fc.record({
    id: fc.uuid(),
    direction: fc.constantFrom('in', 'out'),
    at: fc.nat(50),
    sent: fc.boolean(),
    dismissed: fc.constantFrom(null, { reason: 'spam' as const, note: '' }),
  })
  it('ends every inbound message answered, dismissed or due', () => {
    fc.assert(
      fc.property(fc.uniqueArray(message, { selector: ({ id }) => id }), (messages) => {
        const ends = inboundEnds(messages)
        const inbound = messages.filter(({ direction }) => direction === 'in')
        expect([...ends.keys()]).toEqual(inbound.map(({ id }) => id))
        const due = inbound.filter(({ id }) => ends.get(id) === 'due')
        const check = closeCheck(messages)
        expect('ok' in check).toBe(due.length === 0)
        for (const { at, dismissed } of due) {
          expect(dismissed).toBeNull()
          expect(messages.some((m) => m.direction === 'out' && m.sent && m.at >= at)).toBe(false)
        }
      }),
    )
  })
  it('does not count a reply that never went out', () =>
    expect(
      closeCheck([
        { id: 'a', direction: 'in', at: 1 },
        { id: 'b', direction: 'out', at: 2, sent: false },
      ]),
    ).toEqual({
      refuse: 'conversation.unanswered',
      messageIds: ['a'],
    }))
  it('wants a note for "other"', () => {
    expect(dismissal.safeParse({ reason: 'other' }).success).toBe(false)
    expect(dismissal.safeParse({ reason: 'other', note: 'Called back' }).success).toBe(true)
    expect(dismissal.safeParse({ reason: 'spam' }).success).toBe(true)
  })
})
