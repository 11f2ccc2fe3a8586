import { type Entry, isOf, MOST, type Wanted } from './entry.rules.ts'

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The list with one more at its end. Two moves, two times or two changes of one post that follow each other become one,
 * from where the first began to where the last ends; what comes to nothing goes. Null: the list is full.
 */
export function withOneMore(entries: readonly Entry[], next: Entry): Entry[] | null {
  const at = entries.findLastIndex((entry) => entry.about.some((id) => next.about.includes(id)))
  const last = entries[at]
  const free = last && !last.tried && !next.tried && last.state === 'waiting' && equal(last.about, next.about)
  const merged = free ? merge(last, next) : undefined
  if (merged === undefined) return entries.length >= MOST ? null : [...entries, next]
  return merged ? entries.with(at, merged) : entries.toSpliced(at, 1)
}

/** One act for two; null when they undo each other, undefined when they stay two. */
function merge(last: Entry, next: Entry): Entry | null | undefined {
  const both = { ...last, shows: showsBoth(last, next) }
  if (isOf(last, 'post.move') && isOf(next, 'post.move')) {
    if (last.input.confirmed || next.input.confirmed || last.input.set || next.input.set) return
    return { ...both, verb: 'post.move', input: { ...next.input, from: last.input.from } }
  }
  if (isOf(last, 'post.reschedule') && isOf(next, 'post.reschedule')) {
    const [to, before] = [next.input.to, last.input.to]
    const { from } = last.input
    // A day alone keeps the time of day of the one before it.
    if (to && !('local' in to) && !(before && !('local' in before))) return
    const nothing = to
      ? 'local' in to && to.local === from.sendLocal && to.zone === from.sendZone
      : !from.sendLocal
    return nothing ? null : { ...both, verb: 'post.reschedule', input: { ...next.input, from } }
  }
  if (isOf(last, 'post.change') && isOf(next, 'post.change')) return change(last, next, both)
  if (isOf(last, 'checklist.changeItem') && isOf(next, 'checklist.changeItem')) {
    if (last.input.itemId !== next.input.itemId) return
    return { ...both, verb: 'checklist.changeItem', input: { ...last.input, ...next.input } }
  }
  const pair = [last.verb, next.verb].sort().join()
  return pair === 'post.archive,post.restore' ? null : undefined
}

/** Facts of a change, and what each of them was based on. */
const FROM = {
  title: 'title',
  labelIds: 'labels',
  assigneeId: 'assigneeId',
  campaignId: 'campaignId',
} as const

function change(last: Wanted<'post.change'>, next: Wanted<'post.change'>, both: Entry): Entry | null {
  const from = { ...next.input.from, ...last.input.from }
  const input = { ...last.input, ...next.input, from }
  for (const [key, base] of Object.entries(FROM) as [keyof typeof FROM, (typeof FROM)[keyof typeof FROM]][]) {
    if (input[key] === undefined || from[base] === undefined || !equal(input[key], from[base])) continue
    delete input[key]
    delete from[base]
  }
  const left = Object.keys(input).filter((key) => key !== 'id' && key !== 'from')
  return left.length ? { ...both, verb: 'post.change', input } : null
}

function showsBoth(last: Wanted, next: Wanted): Wanted['shows'] {
  const ids = new Set([...Object.keys(last.shows), ...Object.keys(next.shows)])
  return Object.fromEntries([...ids].map((id) => [id, { ...last.shows[id], ...next.shows[id] }]))
}
