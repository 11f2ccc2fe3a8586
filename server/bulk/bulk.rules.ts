import { z } from 'zod'
import { dueChoice } from '../post/due-choice.rules.ts'
import { isRank } from '../post/rank.rules.ts'
import { STAGES } from '../post/stage.rules.ts'

/** Posts of one act. */
export const MAX_BULK = 500
/** How long an act can be undone, ms. */
export const UNDO_MS = 24 * 3_600_000

const ids = z.array(z.string()).max(20)
/** From one channel to another; null: none. Each post keeps the others it has. */
const throughChannels = z.object({ from: z.string().nullable(), to: z.string().nullable() })

/** What can be done with many posts at once. */
export const bulkAction = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('change'),
    assigneeId: z.string().nullable().optional(),
    campaignId: z.string().nullable().optional(),
    channel: throughChannels.optional(),
    due: dueChoice.nullable().optional(),
    /** Put on and taken off; the other labels of each post stay. */
    addLabelIds: ids.optional(),
    removeLabelIds: ids.optional(),
  }),
  z.object({
    kind: z.literal('move'),
    stage: z.enum(STAGES),
    /** With draft: the working stages of one column; each post goes to the one of its own team. Without: plain draft. */
    workingIds: z.array(z.string()).max(200).optional(),
    /** Into a working stage that is full, too. */
    confirmed: z.boolean().optional(),
    /** Where they shall stand, one after the other, chosen by the mover; without it at the end. */
    ranks: z.array(z.string().refine(isRank, 'rank.invalid')).max(MAX_BULK).optional(),
    /** The cards above and below that place, as they were seen. */
    above: z.string().nullable().optional(),
    below: z.string().nullable().optional(),
    /** What the lane they are dropped in makes of them. */
    set: z
      .object({
        assigneeId: z.string().nullable().optional(),
        campaignId: z.string().nullable().optional(),
        channel: throughChannels.optional(),
      })
      .optional(),
  }),
  z.object({ kind: z.literal('archive') }),
  z.object({ kind: z.literal('restore') }),
])
export type BulkAction = z.infer<typeof bulkAction>

/** The facts of a post that a bulk act can change. */
export const BULK_FACTS = [
  'assigneeId',
  'campaignId',
  'channelIds',
  'dueAt',
  'labels',
  'stage',
  'workingId',
  'rank',
  'archived',
] as const
export type BulkFact = (typeof BULK_FACTS)[number]
export type BulkFacts = {
  assigneeId: string | null
  campaignId: string | null
  /** Sorted: their order says nothing. */
  channelIds: string[]
  dueAt: number | null
  labels: string[]
  stage: (typeof STAGES)[number]
  workingId: string | null
  rank: string
  archived: boolean
}

/** What a post was and became, of the facts that changed. */
export interface BulkChange {
  id: string
  before: Partial<BulkFacts>
  after: Partial<BulkFacts>
}

/** The facts in which a post differs from what it was, or null when in none. */
export function changeOf(id: string, before: BulkFacts, after: BulkFacts): BulkChange | null {
  const differ = BULK_FACTS.filter((fact) => !same(before[fact], after[fact]))
  if (!differ.length) return null
  const pick = (facts: BulkFacts) => Object.fromEntries(differ.map((fact) => [fact, facts[fact]]))
  return { id, before: pick(before), after: pick(after) }
}

/** Whether nobody has touched since what the act changed. */
export const untouched = ({ after }: BulkChange, now: BulkFacts): boolean =>
  Object.entries(after).every(([fact, value]) => same(now[fact as BulkFact], value))

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A post with which it was not done, and why: a problem's code with what its sentence names. */
export interface BulkRefusal {
  id: string
  title: string
  code: string
  params: Record<string, string | number>
}

/** What came of it: how to undo it (null: nothing changed), which posts changed, which did not. */
export interface BulkAnswer {
  undoId: string | null
  done: string[]
  refused: BulkRefusal[]
}
