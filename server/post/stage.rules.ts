/** Where a post stands, least advanced first. Failed, held and paused are facts about deliveries, not stages. */
export const STAGES = ['idea', 'draft', 'in_review', 'approved', 'scheduled', 'published'] as const
export type Stage = (typeof STAGES)[number]
export const stageIndex = (stage: Stage): number => STAGES.indexOf(stage)

/** Trouble of deliveries a card shows beside its stage. */
export const DELIVERY_FACTS = ['failed', 'held', 'expired', 'ambiguous'] as const
export type DeliveryFact = (typeof DELIVERY_FACTS)[number]

/** The post's stage: the least advanced of its variants; without variants its own. */
export function stageOfPost(own: Stage, variants: readonly Stage[]): Stage {
  if (variants.length === 0) return own
  return STAGES[Math.min(...variants.map(stageIndex))]!
}

/** What can happen to a stage. `approve` and `return` are the outcome of an evaluation, not single decisions. */
export type StageStep =
  | 'start'
  | 'shelve'
  | 'submit'
  | 'approve'
  | 'return'
  | 'withdraw'
  | 'edit'
  | 'schedule'
  | 'unschedule'
  | 'send'

/** What a step depends on besides the stage. */
export type StepFacts = {
  approval: 'none' | 'optional' | 'required'
  /** The current version is approved. */
  approved: boolean
  /** A delivery is planned at a send time. */
  planned: boolean
}

const UNSENT: readonly Stage[] = ['idea', 'draft', 'in_review', 'approved', 'scheduled']
const back = (facts: StepFacts): Stage => (facts.approved ? 'approved' : 'draft')

const TRANSITIONS: Record<
  StageStep,
  { from: readonly Stage[]; to: (from: Stage, facts: StepFacts) => Stage }
> = {
  start: { from: ['idea'], to: () => 'draft' },
  shelve: { from: ['draft'], to: () => 'idea' },
  submit: { from: ['idea', 'draft'], to: () => 'in_review' },
  // An edit sends a scheduled post back to review and keeps its slot; approving it again puts it back there.
  approve: { from: ['in_review'], to: (_, facts) => (facts.planned ? 'scheduled' : 'approved') },
  return: { from: ['in_review', 'approved', 'scheduled'], to: () => 'draft' },
  withdraw: { from: ['in_review', 'approved', 'scheduled'], to: () => 'draft' },
  edit: {
    from: UNSENT,
    to: (from, facts) => {
      if (from === 'approved') return facts.approved ? 'approved' : 'in_review'
      if (from === 'scheduled' && facts.approval === 'required')
        return facts.approved ? 'scheduled' : 'in_review'
      return from
    },
  },
  schedule: { from: ['idea', 'draft', 'in_review', 'approved', 'scheduled'], to: () => 'scheduled' },
  unschedule: {
    from: ['scheduled', 'in_review'],
    to: (from, facts) => (from === 'in_review' ? from : back(facts)),
  },
  send: { from: ['scheduled'], to: () => 'published' },
}

/** The stage after a step, or null when the step is not possible from there. Published is the end. */
export function nextStage(from: Stage, step: StageStep, facts: StepFacts): Stage | null {
  const transition = TRANSITIONS[step]
  if (!transition.from.includes(from)) return null
  if (step === 'submit' && facts.approval === 'none') return null
  if (step === 'schedule' && facts.approval === 'required' && !facts.approved) return null
  return transition.to(from, facts)
}
