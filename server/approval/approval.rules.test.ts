import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  approvedToSend,
  checkDecision,
  type Decision,
  evaluate,
  mayDecide,
  maySubmit,
  type Question,
} from './approval.rules.ts'
import { type FlowStep, flow, flowFor, NO_FLOW, type StepRule } from './flow.rules.ts'

const PEOPLE = ['ada', 'ben', 'cho', 'dan', 'eve'].map((id) => ({
  id,
  roles: id === 'dan' || id === 'eve' ? ['manager'] : ['editor'],
  teamIds: id === 'eve' ? ['berlin'] : ['seoul'],
}))
const step = (id: string, memberIds: string[], rule: StepRule = { kind: 'any' }): FlowStep => ({
  name: id,
  approvers: { memberIds, guestIds: [], roles: [], teamIds: [] },
  rule,
})
const ask = (steps: FlowStep[], more: Partial<Question> = {}): Question => ({
  flow: { mode: 'required', allowSelf: false, steps },
  decisions: [],
  currentHash: 'v1',
  authorIds: ['writer'],
  people: PEOPLE,
  ...more,
})
let clock = 0
const said = (
  step: number,
  memberId: string,
  kind: Decision['kind'] = 'approve',
  more: Partial<Decision> = {},
) => ({ step, memberId, forId: null, kind, versionHash: 'v1', at: ++clock, ...more })

describe('one step', () => {
  const three = ['ada', 'ben', 'cho']
  it.each<[string, StepRule, Decision[], string, number]>([
    ['any, nobody', { kind: 'any' }, [], 'open', 0],
    ['any, one', { kind: 'any' }, [said(0, 'ben')], 'approved', 1],
    ['all, two of three', { kind: 'all' }, [said(0, 'ada'), said(0, 'ben')], 'open', 2],
    ['all, three', { kind: 'all' }, three.map((id) => said(0, id)), 'approved', 3],
    ['two of three', { kind: 'count', count: 2 }, [said(0, 'ada'), said(0, 'cho')], 'approved', 2],
    [
      'changes wins over approval',
      { kind: 'any' },
      [said(0, 'ada'), said(0, 'ben', 'changes')],
      'changes',
      1,
    ],
    [
      'reject wins over changes',
      { kind: 'any' },
      [said(0, 'ada', 'changes'), said(0, 'ben', 'reject')],
      'rejected',
      0,
    ],
    ['a mind changed', { kind: 'any' }, [said(0, 'ada', 'reject'), said(0, 'ada')], 'approved', 1],
    ['a stranger', { kind: 'any' }, [said(0, 'dan')], 'open', 0],
    ['another version', { kind: 'any' }, [said(0, 'ada', 'approve', { versionHash: 'v0' })], 'open', 0],
    ['another step', { kind: 'any' }, [said(1, 'ada')], 'open', 0],
  ])('%s', (_, rule, decisions, state, decided) => {
    expect(evaluate(ask([step('s', three, rule)], { decisions }))).toMatchObject({ state, decided })
  })

  it('finds approvers by role and team', () => {
    const byRole = {
      ...step('s', []),
      approvers: { memberIds: [], guestIds: ['client'], roles: ['manager'], teamIds: [] },
    }
    expect(evaluate(ask([byRole])).seats).toEqual(['client', 'dan', 'eve'])
    byRole.approvers.teamIds = ['berlin'] as never
    expect(evaluate(ask([byRole])).seats).toEqual(['client', 'eve'])
  })
})

describe('steps in order', () => {
  const steps = [step('legal', ['ada']), step('brand', ['ben', 'cho'], { kind: 'all' })]
  it('opens the second when the first has passed, and counts the ring over all', () => {
    expect(evaluate(ask(steps))).toMatchObject({
      state: 'open',
      stepIndex: 0,
      total: { needed: 3, decided: 0 },
    })
    const decisions = [said(0, 'ada'), said(1, 'ben')]
    expect(evaluate(ask(steps, { decisions }))).toMatchObject({
      stepIndex: 1,
      total: { needed: 3, decided: 2 },
    })
    decisions.push(said(1, 'cho'))
    expect(evaluate(ask(steps, { decisions }))).toMatchObject({
      state: 'approved',
      total: { needed: 3, decided: 3 },
    })
  })
  it('does not let the second decide before the first', () => {
    expect(mayDecide(ask(steps), 'ben')).toEqual({ refuse: 'approval.notApprover' })
    expect(mayDecide(ask(steps), 'ada')).toEqual({ forId: null, again: false })
  })
})

describe('who may decide', () => {
  it('never an author, unless the flow says so', () => {
    const question = ask([step('s', ['ada', 'ben'])], { authorIds: ['ada'], decisions: [said(0, 'ada')] })
    expect(evaluate(question)).toMatchObject({ state: 'open', seats: ['ben'] })
    expect(mayDecide(question, 'ada')).toEqual({ refuse: 'approval.ownVersion' })
    const self = { ...question, flow: { ...question.flow, allowSelf: true } }
    expect(evaluate(self).state).toBe('approved')
    expect(mayDecide(self, 'ada')).toEqual({ forId: null, again: true })
  })
  it('nor does the author decide as a substitute, nor a substitute in the place of an author', () => {
    const substitutions = [{ memberId: 'ben', substituteId: 'ada' }]
    const question = ask([step('s', ['ben'])], { substitutions })
    expect(mayDecide({ ...question, authorIds: ['ada'] }, 'ada')).toEqual({ refuse: 'approval.ownVersion' })
    expect(mayDecide({ ...question, authorIds: ['ben'] }, 'ada')).toEqual({ refuse: 'approval.notApprover' })
    expect(mayDecide(question, 'ada')).toEqual({ forId: 'ben', again: false })
  })
  it('is stuck, not approved, when only authors could decide', () => {
    for (const rule of [{ kind: 'any' }, { kind: 'all' }, { kind: 'count', count: 2 }] as const) {
      const question = ask([step('s', ['ada'], rule)], { authorIds: ['ada'] })
      expect(evaluate(question)).toMatchObject({ state: 'open', stuck: true })
      expect(approvedToSend(question)).toEqual({ refuse: 'approval.missing' })
    }
  })
  it('a substitute fills two places of "all", but is one person of "two of"', () => {
    const decisions = [said(0, 'ada'), said(0, 'ada', 'approve', { forId: 'ben' })]
    const all = ask([step('s', ['ada', 'ben'], { kind: 'all' })], { decisions })
    expect(evaluate(all).state).toBe('approved')
    expect(evaluate(ask([step('s', ['ada', 'ben'], { kind: 'count', count: 2 })], { decisions })).state).toBe(
      'open',
    )
    const substitutions = [{ memberId: 'ben', substituteId: 'ada' }]
    expect(mayDecide({ ...all, decisions: decisions.slice(0, 1), substitutions }, 'ada')).toMatchObject({
      forId: 'ben',
    })
  })
  it.each([
    ['approve', '', 'v1', { forId: null, again: false }],
    ['changes', '  ', 'v1', { refuse: 'approval.commentRequired' }],
    ['reject', 'Wrong date', 'v1', { forId: null, again: false }],
    ['approve', '', 'v0', { refuse: 'approval.stale' }],
  ] as const)('%s with %j on %s', (kind, comment, hash, answer) => {
    expect(checkDecision(ask([step('s', ['ada'])]), { personId: 'ada', kind, hash, comment })).toEqual(answer)
  })
})

describe('put up for review', () => {
  const steps = [step('legal', ['ada', 'ben']), step('brand', ['cho'])]
  const no = said(0, 'ada', 'reject')
  const refused = { refuse: 'approval.rejectedUnchanged' }
  it.each<[string, Partial<Question>, object]>([
    ['nobody decided', {}, { ok: true }],
    ['rejected just so', { decisions: [no] }, refused],
    ['rejected by one, approved by another', { decisions: [no, said(0, 'ben')] }, refused],
    ['rejected in a later step', { decisions: [said(0, 'ada'), said(1, 'cho', 'reject')] }, refused],
    ['changed since', { decisions: [no], currentHash: 'v2' }, { ok: true }],
    ['changed back', { decisions: [no, said(0, 'ada', 'approve', { versionHash: 'v2' })] }, refused],
    ['a mind changed', { decisions: [no, said(0, 'ada')] }, { ok: true }],
    ['changes asked for', { decisions: [said(0, 'ada', 'changes')] }, { ok: true }],
    ['by somebody who is asked no more', { decisions: [said(0, 'dan', 'reject')] }, { ok: true }],
    ['a channel that asks nobody by now', { decisions: [no], flow: NO_FLOW }, { ok: true }],
  ])('%s', (_, more, answer) => expect(maySubmit(ask(steps, more))).toEqual(answer))
})

describe('at send time', () => {
  const steps = [step('s', ['ada'])]
  const yes = [said(0, 'ada')]
  it.each<[string, Partial<Question>, object]>([
    ['no flow', { flow: NO_FLOW }, { ok: true }],
    ['approved', { decisions: yes }, { ok: true }],
    ['nobody decided', {}, { refuse: 'approval.missing' }],
    ['edited since', { decisions: yes, currentHash: 'v2' }, { refuse: 'approval.voided' }],
    ['changes asked', { decisions: [said(0, 'ada', 'changes')] }, { refuse: 'approval.changes' }],
    ['rejected', { decisions: [said(0, 'ada', 'reject')] }, { refuse: 'approval.rejected' }],
    ['optional, open', { flow: { mode: 'optional', allowSelf: false, steps } }, { ok: true }],
    [
      'optional, rejected',
      { flow: { mode: 'optional', allowSelf: false, steps }, decisions: [said(0, 'ada', 'reject')] },
      { refuse: 'approval.rejected' },
    ],
  ])('%s', (_, more, answer) => expect(approvedToSend(ask(steps, more))).toEqual(answer))

  it('never approves without enough different people of this version, none of them its author', () => {
    const id = fc.constantFrom('ada', 'ben', 'cho', 'dan', 'eve')
    const decision: fc.Arbitrary<Decision> = fc.record({
      step: fc.constantFrom(0, 1),
      memberId: id,
      forId: fc.constant(null),
      kind: fc.constantFrom('approve', 'changes', 'reject'),
      versionHash: fc.constantFrom('v1', 'v2'),
      at: fc.nat(100),
    })
    fc.assert(
      fc.property(
        fc.array(decision),
        fc.uniqueArray(id),
        fc.integer({ min: 1, max: 4 }),
        (decisions, authorIds, count) => {
          const question = ask([step('s', ['ada', 'ben', 'cho'], { kind: 'count', count })], {
            decisions,
            authorIds,
          })
          const valid = decisions.filter(
            (d) =>
              d.step === 0 &&
              d.versionHash === 'v1' &&
              d.kind === 'approve' &&
              !(authorIds as string[]).includes(d.memberId),
          )
          const answer = approvedToSend(question)
          if ('ok' in answer) expect(new Set(valid.map((d) => d.memberId)).size).toBeGreaterThanOrEqual(count)
          expect(approvedToSend({ ...question, currentHash: 'v3' })).not.toEqual({ ok: true })
        },
      ),
    )
  })
})

describe('flows', () => {
  it('need steps unless they ask nobody, and the channel goes before campaign and team', () => {
    expect(flow.safeParse({ mode: 'required' }).success).toBe(false)
    const own = flow.parse({ mode: 'required', steps: [step('s', ['ada'])] })
    expect(flowFor({ channel: own, team: NO_FLOW })).toBe(own)
    expect(flowFor({ channel: null, campaign: null, team: own })).toBe(own)
    expect(flowFor({})).toEqual(NO_FLOW)
  })
})
