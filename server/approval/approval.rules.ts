import { candidates, type Flow, type FlowStep, type Person } from './flow.rules.ts'

export const DECISIONS = ['approve', 'changes', 'reject'] as const
export type DecisionKind = (typeof DECISIONS)[number]

/**
 * One decision on one version of one variant. `step` is the index of the step in the flow; `forId` the approver a
 * substitute stood in for; `at` epoch milliseconds.
 */
export type Decision = {
  step: number
  memberId: string
  forId?: string | null
  kind: DecisionKind
  versionHash: string
  at: number
}

/** `substituteId` stands in for `memberId` now (see substitute.rules.ts for dates). */
export type Substitution = { memberId: string; substituteId: string }

export type Question = {
  flow: Flow
  /** All decisions on this variant, of any version. */
  decisions: readonly Decision[]
  currentHash: string
  /** Everybody who edited the current version, and who submitted it. */
  authorIds: readonly string[]
  people: readonly Person[]
  substitutions?: readonly Substitution[]
}

export type Approval = {
  state: 'open' | 'approved' | 'changes' | 'rejected'
  /** The step now open or where it ended; null when the flow has none. */
  step: FlowStep | null
  stepIndex: number
  /** Approvals the step needs, and has. */
  needed: number
  decided: number
  /** Over all steps: the ring on a card. */
  total: { needed: number; decided: number }
  /** Who may still fill a place in this step. */
  seats: string[]
  /** Nobody, or too few, can ever approve this step (for instance because all of them are authors). */
  stuck: boolean
  /** Decisions exist, but only on other versions: an edit has voided them. */
  voided: boolean
}

/** Where approval of the current version stands. Decisions on any other version count for nothing. */
export function evaluate(question: Question): Approval {
  const { flow, decisions, currentHash } = question
  const voided = decisions.length > 0 && decisions.every(({ versionHash }) => versionHash !== currentHash)
  const steps = flow.mode === 'none' ? [] : flow.steps.map((step, i) => ({ step, ...seated(i, question) }))
  const total = { needed: 0, decided: 0 }
  for (const { needed } of steps) total.needed += needed
  const none = { step: null, stepIndex: -1, needed: 0, decided: 0, seats: [], stuck: false }
  let last: Approval = { ...none, state: 'approved', total, voided }
  for (const [stepIndex, { step, seats, needed, latest }] of steps.entries()) {
    const kinds = [...latest.values()].map(({ kind }) => kind)
    const decided = Math.min(needed, approvals(step, latest))
    const stuck = seats.length < Math.max(needed, 1)
    const passed = !stuck && decided >= needed
    const refused = kinds.includes('reject') ? 'rejected' : kinds.includes('changes') ? 'changes' : null
    total.decided += decided
    last = {
      state: refused ?? (passed ? 'approved' : 'open'),
      step,
      stepIndex,
      needed,
      decided,
      total,
      seats,
      stuck,
      voided,
    }
    if (last.state !== 'approved') break
  }
  return last
}

type Seated = { seats: string[]; needed: number; latest: Map<string, Decision> }

/** The places of a step, and the latest decision for each on the current version. Authors neither sit nor stand in. */
function seated(index: number, { flow, decisions, currentHash, authorIds, people }: Question): Seated {
  const step = flow.steps[index]!
  const excluded = new Set(flow.allowSelf ? [] : authorIds)
  const seats = candidates(step, people).filter((id) => !excluded.has(id))
  const latest = new Map<string, Decision>()
  const counting = decisions.filter(
    ({ step, versionHash, memberId }) =>
      step === index && versionHash === currentHash && !excluded.has(memberId),
  )
  for (const decision of counting.sort((a, b) => a.at - b.at)) {
    const seat = decision.forId ?? decision.memberId
    if (seats.includes(seat)) latest.set(seat, decision)
  }
  const { rule } = step
  const needed = rule.kind === 'any' ? 1 : rule.kind === 'all' ? seats.length : rule.count
  return { seats, needed, latest }
}

/** "All" counts places, so a substitute may fill two; N-of counts people, so that N really are N. */
function approvals(step: FlowStep, latest: Map<string, Decision>): number {
  const yes = [...latest.values()].filter(({ kind }) => kind === 'approve')
  return step.rule.kind === 'all' ? yes.length : new Set(yes.map(({ memberId }) => memberId)).size
}

export type DecisionRefusal =
  | 'approval.notOpen'
  | 'approval.notApprover'
  | 'approval.ownVersion'
  | 'approval.commentRequired'
  | 'approval.stale'

/** `forId`: the approver stood in for. `again`: this place has decided on this version before, and may change its mind. */
export type Seat = { forId: string | null; again: boolean }

/** May this person decide the step now open? Their own place first, then one they stand in for. */
export function mayDecide(question: Question, personId: string): Seat | { refuse: DecisionRefusal } {
  const { step, stepIndex } = evaluate(question)
  if (!step) return { refuse: 'approval.notOpen' }
  const { seats, latest } = seated(stepIndex, question)
  const standsFor = (question.substitutions ?? []).filter(({ substituteId }) => substituteId === personId)
  const places = [personId, ...standsFor.map(({ memberId }) => memberId)]
  if (!question.flow.allowSelf && question.authorIds.includes(personId)) {
    const asked = candidates(step, question.people)
    return {
      refuse: places.some((id) => asked.includes(id)) ? 'approval.ownVersion' : 'approval.notApprover',
    }
  }
  const mine = places.filter((id) => seats.includes(id))
  const seat = mine.find((id) => !latest.has(id)) ?? mine[0]
  if (seat === undefined) return { refuse: 'approval.notApprover' }
  return { forId: seat === personId ? null : seat, again: latest.has(seat) }
}

/** Checks a decision as sent: on the version now current, by somebody asked, with a reason unless it approves. */
export function checkDecision(
  question: Question,
  sent: { personId: string; kind: DecisionKind; hash: string; comment: string },
): Seat | { refuse: DecisionRefusal } {
  if (sent.hash !== question.currentHash) return { refuse: 'approval.stale' }
  const seat = mayDecide(question, sent.personId)
  if ('refuse' in seat) return seat
  if (sent.kind !== 'approve' && sent.comment.trim() === '') return { refuse: 'approval.commentRequired' }
  return seat
}

/** May this version be put up for review? Not while somebody asked has rejected exactly it: it has to change first. */
export function maySubmit(question: Question): { ok: true } | { refuse: 'approval.rejectedUnchanged' } {
  return evaluate(question).state === 'rejected' ? { refuse: 'approval.rejectedUnchanged' } : { ok: true }
}

/** Why its approval keeps a version from going out. */
export const SEND_REFUSALS = [
  'approval.missing',
  'approval.voided',
  'approval.changes',
  'approval.rejected',
] as const
export type SendRefusal = (typeof SEND_REFUSALS)[number]

/**
 * Asked again inside the send transaction, with the hash of what is about to be sent. Optional approval that nobody
 * finished does not hold a post back; a refusal of this very version does.
 */
export function approvedToSend(question: Question): { ok: true } | { refuse: SendRefusal } {
  if (question.flow.mode === 'none') return { ok: true }
  const { state, voided } = evaluate(question)
  if (state === 'rejected') return { refuse: 'approval.rejected' }
  if (state === 'changes') return { refuse: 'approval.changes' }
  if (state === 'approved' || question.flow.mode === 'optional') return { ok: true }
  return { refuse: voided ? 'approval.voided' : 'approval.missing' }
}
