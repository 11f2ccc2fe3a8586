import { nextStage, type Stage, type StepFacts, stageIndex } from './stage.rules.ts'

/** What is missing for a stage. Alt text is asked for, it does not block. */
export const MISSING = [
  'text',
  'channel',
  'altText',
  'newContent',
  'approval',
  'sendTime',
  'overLimit',
] as const
export type Missing = { what: (typeof MISSING)[number]; blocks: boolean }

export type DropFacts = StepFacts & {
  stage: Stage
  hasContent: boolean
  /** How many channels the post goes to. */
  channels: number
  /** Media without alt text. */
  altMissing: number
  /** Variants that stand rejected just as they are. */
  rejected: number
  /** Variants over their network's limit. */
  overLimit: number
  /** The chosen send time, epoch milliseconds, or null. */
  sendAt: number | null
  /** This member may decide the step now open (see `mayDecide`). */
  mayDecide: boolean
  can: { write: boolean; submit: boolean; schedule: boolean }
}

export type DropRefusal =
  | 'request.forbidden'
  | 'post.published'
  | 'post.incomplete'
  | 'post.overLimit'
  | 'stage.noReview'
  | 'stage.submitFirst'
  | 'stage.approveFirst'
  | 'stage.editToReviewAgain'
  | 'stage.publishedBySending'
  | 'approval.notApprover'

/** `ask: 'sendTime'`: open the time dialog first. `to` is for `post.move` and `post.withdraw`. */
export type DropAnswer =
  | { stay: true }
  | { verb: 'post.move' | 'post.withdraw'; to: 'idea' | 'draft' }
  | { verb: 'post.submit' | 'approval.decide' | 'post.unschedule' }
  | { verb: 'post.schedule'; ask?: 'sendTime' }
  | { refuse: DropRefusal; missing?: Missing[] }

/** The stage a post goes to next, when all goes well. */
export function stageAfter(facts: Pick<DropFacts, 'stage' | 'approval' | 'approved'>): Stage | null {
  if (facts.stage === 'published') return null
  if (facts.stage === 'idea') return 'draft'
  if (facts.stage === 'draft') return facts.approval === 'none' || facts.approved ? 'scheduled' : 'in_review'
  return facts.stage === 'in_review' ? 'approved' : facts.stage === 'approved' ? 'scheduled' : 'published'
}

/** What a post still lacks for a stage; empty when nothing. The same list greys buttons and fills the bottom bar. */
export function missingFor(stage: Stage, facts: Omit<DropFacts, 'can' | 'mayDecide'>): Missing[] {
  const list: Missing[] = []
  if (stageIndex(stage) < stageIndex('in_review')) return list
  if (!facts.hasContent) list.push({ what: 'text', blocks: true })
  if (facts.channels === 0) list.push({ what: 'channel', blocks: true })
  if (facts.altMissing > 0) list.push({ what: 'altText', blocks: false })
  if (facts.rejected > 0) list.push({ what: 'newContent', blocks: true })
  const later = stageIndex(stage) >= stageIndex('scheduled')
  if (facts.overLimit > 0) list.push({ what: 'overLimit', blocks: later })
  if (stage === 'in_review') return list
  if (!facts.approved && (facts.approval === 'required' || stage === 'approved')) {
    list.push({ what: 'approval', blocks: true })
  }
  if (later && facts.sendAt === null) list.push({ what: 'sendTime', blocks: true })
  return list
}

/**
 * What dropping a card on a stage does: a verb, or a refusal with its reason. Nothing gets past draft by dragging
 * alone: the verb's own rules decide, and a published post does not move.
 */
export function dropOn(target: Stage, facts: DropFacts): DropAnswer {
  if (target === facts.stage) return { stay: true }
  if (facts.stage === 'published') return { refuse: 'post.published' }
  switch (target) {
    case 'idea':
    case 'draft':
      if (!facts.can.write) return { refuse: 'request.forbidden' }
      return { verb: stageIndex(facts.stage) < 2 ? 'post.move' : 'post.withdraw', to: target }
    case 'in_review':
      return dropOnReview(facts)
    case 'approved':
      return dropOnApproved(facts)
    case 'scheduled':
      return dropOnScheduled(facts)
    case 'published':
      return { refuse: 'stage.publishedBySending' }
  }
}

function dropOnReview(facts: DropFacts): DropAnswer {
  if (stageIndex(facts.stage) > stageIndex('in_review')) return { refuse: 'stage.editToReviewAgain' }
  if (!facts.can.submit) return { refuse: 'request.forbidden' }
  if (nextStage(facts.stage, 'submit', facts) === null) return unreviewed(facts)
  return blocked('in_review', facts) ?? { verb: 'post.submit' }
}

/** Why nobody can be asked: there is no channel yet, or its channels ask for no review. */
const unreviewed = (facts: DropFacts): DropAnswer =>
  (facts.channels === 0 ? blocked('in_review', facts) : null) ?? { refuse: 'stage.noReview' }

function dropOnApproved(facts: DropFacts): DropAnswer {
  if (facts.stage === 'scheduled') {
    if (!facts.approved) return { refuse: 'stage.noReview' }
    return facts.can.schedule ? { verb: 'post.unschedule' } : { refuse: 'request.forbidden' }
  }
  if (facts.stage !== 'in_review') {
    return facts.approval === 'none' ? unreviewed(facts) : { refuse: 'stage.submitFirst' }
  }
  return facts.mayDecide ? { verb: 'approval.decide' } : { refuse: 'approval.notApprover' }
}

function dropOnScheduled(facts: DropFacts): DropAnswer {
  if (!facts.can.schedule) return { refuse: 'request.forbidden' }
  if (nextStage(facts.stage, 'schedule', facts) === null) {
    return { refuse: facts.stage === 'in_review' ? 'stage.approveFirst' : 'stage.submitFirst' }
  }
  const refusal = blocked('scheduled', facts)
  if (refusal) return refusal
  return facts.sendAt === null ? { verb: 'post.schedule', ask: 'sendTime' } : { verb: 'post.schedule' }
}

function blocked(stage: Stage, facts: DropFacts): { refuse: DropRefusal; missing: Missing[] } | null {
  const missing = missingFor(stage, facts).filter(({ what, blocks }) => blocks && what !== 'sendTime')
  if (missing.length === 0) return null
  const only = missing.every(({ what }) => what === 'overLimit')
  return { refuse: only ? 'post.overLimit' : 'post.incomplete', missing }
}
