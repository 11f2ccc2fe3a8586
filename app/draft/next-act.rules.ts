import { type Missing, missingFor, stageAfter } from '#server/post/drop.rules.ts'
import type { Stage } from '#server/post/stage.rules.ts'

/** What the bottom bar decides from. */
export interface BarFacts {
  stage: Stage
  variants: {
    mode: 'none' | 'optional' | 'required'
    state: 'open' | 'approved' | 'changes' | 'rejected'
    stage: Stage
    mayDecide: boolean
    over: boolean
    /** What it says now stands rejected. */
    rejected: boolean
  }[]
  hasContent: boolean
  altMissing: number
  sendAt: number | null
  can: { write: boolean; submit: boolean; schedule: boolean }
}

export type NextAct = 'start' | 'submit' | 'decide' | 'schedule' | null

export interface Bar {
  act: NextAct
  /** The stage it leads to. */
  next: Stage | null
  missing: Missing[]
  /** The act cannot be done yet, because of what is missing. */
  blocked: boolean
  mayWithdraw: boolean
}

/** The one next act on a post for this reader, and what stands in its way. */
export function nextAct(facts: BarFacts): Bar {
  const { stage, variants, can } = facts
  const modes = variants.map((one) => one.mode)
  const approval = modes.includes('required') ? 'required' : modes.includes('optional') ? 'optional' : 'none'
  const approved =
    variants.length > 0 && variants.every((one) => one.mode === 'none' || one.state === 'approved')
  const drop = {
    stage,
    approval,
    approved,
    planned: false,
    hasContent: facts.hasContent,
    channels: variants.length,
    altMissing: facts.altMissing,
    rejected: variants.filter((one) => one.rejected).length,
    overLimit: variants.filter((one) => one.over).length,
    sendAt: facts.sendAt,
  } as const
  const mayWithdraw = can.write && ['in_review', 'approved', 'scheduled'].includes(stage)
  const submittable = variants.some(
    (one) => one.mode !== 'none' && (one.stage === 'draft' || one.stage === 'idea'),
  )
  const bar = (act: NextAct, next: Stage | null): Bar => {
    const missing = next ? missingFor(next, drop) : []
    // The time is asked for by the act itself.
    const blocked = missing.some(({ what, blocks }) => blocks && what !== 'sendTime')
    return { act, next, missing, blocked: act !== null && blocked, mayWithdraw }
  }
  if (stage === 'published') return { act: null, next: null, missing: [], blocked: false, mayWithdraw: false }
  if (variants.some((one) => one.mayDecide))
    return { ...bar('decide', 'approved'), missing: [], blocked: false }
  if (stage === 'idea' && !facts.hasContent) return bar(can.write ? 'start' : null, 'draft')
  if (stage === 'idea' || stage === 'draft') {
    if (approval !== 'none' && !approved && (submittable || !variants.length))
      return bar(can.submit ? 'submit' : null, 'in_review')
    if (!variants.length) return bar(can.submit ? 'submit' : null, 'in_review')
    return bar(can.schedule ? 'schedule' : null, 'scheduled')
  }
  if (stage === 'in_review') return { ...bar(null, stageAfter(drop)), missing: [] }
  return bar(
    stage === 'approved' && can.schedule ? 'schedule' : null,
    stage === 'approved' ? 'scheduled' : null,
  )
}
