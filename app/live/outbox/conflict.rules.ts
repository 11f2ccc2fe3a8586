import type { CardPatch } from '#server/post/card.rules.ts'
import { type Entry, isOf, shares, without } from './entry.rules.ts'

/** What stands now, as the server says it with a refusal; null when it does not. */
export function standsOf(params: Record<string, string | number> | undefined): CardPatch | null {
  const { now } = params ?? {}
  if (typeof now !== 'string') return null
  try {
    const read: unknown = JSON.parse(now)
    return typeof read === 'object' && read ? (read as CardPatch) : null
  } catch {
    return null
  }
}

/** The same act, on what stands now: chosen over it. Null: there is nothing left to do. */
export function mine(entry: Entry, now: CardPatch): Entry | null {
  const waiting = { ...entry, state: 'waiting' as const, told: undefined, tried: false }
  if (isOf(entry, 'post.move') && now.stage !== undefined && now.rank !== undefined)
    return {
      ...waiting,
      verb: 'post.move',
      input: {
        ...entry.input,
        from: { stage: now.stage, rank: now.rank, workingId: now.workingId ?? null },
      },
    }
  if (isOf(entry, 'post.reschedule') && now.sendLocal !== undefined && now.sendZone !== undefined)
    return {
      ...waiting,
      verb: 'post.reschedule',
      input: { ...entry.input, from: { sendLocal: now.sendLocal, sendZone: now.sendZone } },
    }
  if (isOf(entry, 'post.change'))
    return {
      ...waiting,
      verb: 'post.change',
      input: { ...entry.input, from: { ...entry.input.from, ...facts(now) } },
    }
  return null
}

const facts = ({ title, labels, assigneeId, campaignId, dueAt }: CardPatch) =>
  Object.fromEntries(
    Object.entries({ title, labels, assigneeId, campaignId, dueAt }).filter(
      ([, value]) => value !== undefined,
    ),
  )

const FACTS = {
  title: 'title',
  labels: 'labelIds',
  assigneeId: 'assigneeId',
  campaignId: 'campaignId',
} as const

/** The act without what somebody else has changed meanwhile: theirs stands. Null: nothing of it is left. */
export function theirs(entry: Entry, now: CardPatch): Entry | null {
  if (!isOf(entry, 'post.change')) return null
  const input = { ...entry.input, from: { ...entry.input.from } }
  const shows = { ...entry.shows[input.id] }
  for (const [fact, key] of Object.entries(FACTS) as [
    keyof typeof FACTS,
    (typeof FACTS)[keyof typeof FACTS],
  ][]) {
    if (now[fact] === undefined) continue
    delete input[key]
    delete input.from[fact]
    delete shows[fact]
  }
  if (now.dueAt !== undefined) {
    delete input.due
    delete input.from.dueAt
    delete shows.dueAt
  }
  const left = Object.keys(input).filter((key) => key !== 'id' && key !== 'from')
  if (!left.length) return null
  return {
    ...entry,
    verb: 'post.change',
    input,
    shows: { ...entry.shows, [input.id]: shows },
    state: 'waiting',
    told: undefined,
    tried: false,
  }
}

/**
 * What waits when what somebody else has done stands: of an act that met it, and of what was done on top of that, only
 * what is about other facts is left. It would be asked about again one by one.
 */
export function yieldTo(entries: readonly Entry[], entry: Entry, now: CardPatch): Entry[] {
  const later = entries.filter(
    (one) => one.id > entry.id && one.verb === entry.verb && one.state !== 'refused' && shares(one, entry),
  )
  return [entry, ...later].reduce<Entry[]>(
    (list, one) => {
      const left = theirs(one, now)
      if (!left) return without(list, one.id)
      // A change of other facts is what it was.
      const same = one.state === 'waiting' && JSON.stringify(left.input) === JSON.stringify(one.input)
      return same ? list : list.map((old) => (old.id === one.id ? left : old))
    },
    [...entries],
  )
}

/**
 * What becomes of an act that stood on something else, when nobody needs to be asked: the place of a card within a
 * stage is nobody's word, and labels of two people go together. Null: both sides must be shown.
 */
export function settled(entry: Entry, now: CardPatch): Entry | null {
  if (isOf(entry, 'post.move')) {
    const { from, to } = entry.input
    const at = now.workingId ?? null
    const stays = now.stage === from.stage && at === (from.workingId ?? null)
    const same = now.stage === to.stage && at === (to.workingId ?? null)
    return stays || same ? mine(entry, now) : null
  }
  if (isOf(entry, 'post.change') && now.labels && Object.keys(now).length === 1) {
    const { labelIds, from } = entry.input
    if (!labelIds || !from?.labels) return null
    const merged = threeWay(from.labels, labelIds, now.labels)
    const after = mine(entry, now)
    if (!after || !isOf(after, 'post.change')) return null
    const shows = { ...entry.shows, [entry.input.id]: { ...entry.shows[entry.input.id], labels: merged } }
    return { ...after, input: { ...after.input, labelIds: merged }, shows }
  }
  return null
}

/** A list as two people have changed it apart from each other: what either took out is out, what either put in is in. */
export function threeWay(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const kept = theirs.filter((one) => mine.includes(one) || !base.includes(one))
  return [...kept, ...mine.filter((one) => !base.includes(one) && !theirs.includes(one))]
}
