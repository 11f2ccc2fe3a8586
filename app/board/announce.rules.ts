import type { LogEvent } from '#server/event/catalogue.ts'
import type { Card } from '#server/post/card.rules.ts'
import type { Stage } from '#server/post/stage.rules.ts'

/** What somebody else did to a card, for those who do not see it move. */
export interface Told {
  id: string
  title: string
  /** Who did it; null: the house, at a slot. */
  memberId: string | null
  what: 'moved' | 'created' | 'removed'
  /** Where the card is now; null when it is gone. */
  stage: Stage | null
  /** Its working stage, while it is a draft. */
  workingId?: string | null
}

/** One change is told whole; of several at once only how many posts they touched. */
export type Summary = { say: 'one'; told: Told } | { say: 'many'; count: number }

/**
 * What an event tells, or null: one's own acts are not told, they have been seen to already, nor what leaves a card in
 * its place.
 * @param before the card as it was
 */
export function toldBy(
  { type, data, memberId }: Pick<LogEvent, 'type' | 'data' | 'memberId'>,
  before: (Pick<Card, 'title' | 'stage'> & { workingId?: string | null }) | undefined,
  me: string,
): Told | null {
  if (memberId === me) return null
  const { id, title, set, post } = data as Partial<{
    id: string
    title: string
    set: Partial<Card>
    post: Card
  }>
  if ((type === 'post.created' || type === 'post.restored') && post)
    return { id: post.id, title: post.title, memberId, what: 'created', ...placeOf(post) }
  if (!id || !before) return null
  if (type === 'post.archived')
    return { id, title: title ?? before.title, memberId, what: 'removed', stage: null }
  const [was, is] = [placeOf(before), placeOf({ ...before, ...set })]
  if (was.stage === is.stage && was.workingId === is.workingId) return null
  return { id, title: set?.title ?? title ?? before.title, memberId, what: 'moved', ...is }
}

/** Where a card stands, as far as one sees it. */
function placeOf({ stage, workingId }: { stage: Stage; workingId?: string | null }): {
  stage: Stage
  workingId?: string
} {
  return stage === 'draft' && workingId ? { stage, workingId } : { stage }
}

/** Puts what came together into one sentence: of a post that moved twice the last place counts. */
export function sumUp(list: readonly Told[]): Summary | null {
  const last = new Map<string, Told>()
  for (const told of list) {
    const made = last.get(told.id)?.what === 'created'
    if (made && told.what === 'removed') last.delete(told.id)
    else last.set(told.id, made ? { ...told, what: 'created' } : told)
  }
  const [told] = last.values()
  if (!told) return null
  return last.size === 1 ? { say: 'one', told } : { say: 'many', count: last.size }
}
