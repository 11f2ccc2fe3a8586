import { describe, expect, it } from 'vitest'
import { NOTIFICATION_KINDS, type NotificationKind } from './notification.rules.ts'
import { afterFailure, countWords, goesByMail, isReachable, mailKindsOf } from './notification-mail.rules.ts'

const ALL = { mention: true, assignment: true, review: true, decision: true, sending: true }

it.each([
  ['nothing chosen', {}, ALL],
  ['one off', { review: false }, { ...ALL, review: false }],
  ['one on that is on', { mention: true }, ALL],
  [
    'all off',
    { mention: false, assignment: false, review: false, decision: false, sending: false },
    {
      mention: false,
      assignment: false,
      review: false,
      decision: false,
      sending: false,
    },
  ],
  ['a kind of another version', { crisis: false }, ALL],
])('mail kinds: %s', (_, stored, kinds) => {
  expect(mailKindsOf(stored as Record<string, boolean>)).toEqual(kinds)
})

it.each<[NotificationKind, string | null]>([
  ['mention', 'mention'],
  ['reply', 'mention'],
  ['assigned', 'assignment'],
  ['conversationAssigned', 'assignment'],
  ['reviewAsked', 'review'],
  ['decided', 'decision'],
  ['sent', 'sending'],
  ['notSent', 'sending'],
  ['joined', null],
])('%s goes by mail with %s', (kind, group) => {
  expect(goesByMail({}, kind)).toBe(group !== null)
  if (!group) return
  expect(goesByMail({ [group]: false }, kind)).toBe(false)
  const others = Object.keys(ALL).filter((one) => one !== group)
  expect(goesByMail(Object.fromEntries(others.map((one) => [one, false])), kind)).toBe(true)
})

it.each([
  ['ana@acme.com', true],
  ['ana@example.org', true],
  ['min@mail.norrow.example', false],
  ['min@norrow.EXAMPLE', false],
  ['nobody@some.invalid', false],
  ['no address', false],
])('%s is reachable: %s', (email, answer) => {
  expect(isReachable(email)).toBe(answer)
})

describe('the subject counts', () => {
  it.each<[NotificationKind[], string]>([
    [['reviewAsked'], 'review 1'],
    [['reply', 'reviewAsked', 'reply'], 'review 1, reply 2'],
    [['sent', 'notSent', 'sent'], 'notSent 1, sent 2'],
    [['assigned', 'conversationAssigned', 'mention', 'decided'], 'decision 1, mention 1, assignment 2'],
    [[], ''],
  ])('%j as %s', (kinds, said) => {
    expect(
      countWords(kinds)
        .map(({ word, count }) => `${word} ${count}`)
        .join(', '),
    ).toBe(said)
  })

  it('every kind once', () => {
    const sum = countWords(NOTIFICATION_KINDS).reduce((all, { count }) => all + count, 0)
    expect(sum).toBe(NOTIFICATION_KINDS.length)
  })
})

it.each([
  [{ untried: true, refused: true, lastAttempt: false }, 'waiting'],
  [{ untried: true, refused: false, lastAttempt: false }, 'prepared'],
  [{ untried: false, refused: true, lastAttempt: false }, 'prepared'],
  [{ untried: true, refused: true, lastAttempt: true }, 'prepared'],
] as const)('after a failure of %j a batch is %s', (facts, state) => {
  expect(afterFailure(facts)).toBe(state)
})
