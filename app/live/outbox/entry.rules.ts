import type { Card, CardPatch } from '#server/post/card.rules.ts'
import type { Acts } from '#server/verbs.ts'

/** Acts that may wait for the server: each can be sent twice under its key, and says what it was based on. */
export type Waitable =
  | 'checklist.addItem'
  | 'checklist.changeItem'
  | 'post.archive'
  | 'post.bulk'
  | 'post.change'
  | 'post.create'
  | 'post.move'
  | 'post.reschedule'
  | 'post.restore'
  | 'post.schedule'
  | 'variant.reschedule'
  | 'variant.swap'

const WAITABLE: Record<Waitable, true> = {
  'checklist.addItem': true,
  'checklist.changeItem': true,
  'post.archive': true,
  'post.bulk': true,
  'post.change': true,
  'post.create': true,
  'post.move': true,
  'post.reschedule': true,
  'post.restore': true,
  'post.schedule': true,
  'variant.reschedule': true,
  'variant.swap': true,
}
export const isWaitable = (verb: string): verb is Waitable => Object.hasOwn(WAITABLE, verb)

type ActOf<N extends Waitable> = { verb: N; input: Acts[N]['input'] }

/** What somebody wants done, and what the cards show until it is. */
export type Wanted<N extends Waitable = Waitable> = {
  [V in N]: ActOf<V>
}[N] & {
  /** The posts that it is about: what is done to one of them is sent in order. */
  about: readonly string[]
  /** What the first of them is called. */
  title: string
  /** What else it names: an item of a list. */
  detail?: string | undefined
  /** Per post, what its card shows. */
  shows: Readonly<Record<string, CardPatch>>
  /** The card of a post that is made by it. */
  made?: Card | undefined
}

/**
 * waiting: to be sent. conflict: somebody else changed the same; `told.params.now` is what stands. question: the server
 * asks whether it is meant. refused: it is not done, and that has not been read yet.
 */
export type EntryState = 'waiting' | 'conflict' | 'question' | 'refused'

export type Entry<N extends Waitable = Waitable> = Wanted<N> & {
  /** UUIDv7: the order, and the key under which it is done once. */
  id: string
  /** It was sent, and nobody knows whether it arrived: it goes again as it is. */
  tried: boolean
  state: EntryState
  told?: { code: string; message: string; params: Record<string, string | number> } | undefined
}

/** More than this is not kept. */
export const MOST = 200

export const isOf = <N extends Waitable>(entry: Wanted, verb: N): entry is Wanted<N> & typeof entry =>
  entry.verb === verb

/** Whether two acts are about one post. */
export const shares = (a: Wanted, b: Wanted): boolean => a.about.some((id) => b.about.includes(id))

/** What may be sent now: the first that waits, unless something before it about the same post needs an answer first. */
export function nextToSend(entries: readonly Entry[]): Entry | undefined {
  return entries.find(
    (entry, at) =>
      entry.state === 'waiting' &&
      !entries
        .slice(0, at)
        .some(
          (before) => (before.state === 'conflict' || before.state === 'question') && shares(before, entry),
        ),
  )
}

/** The list without one, as if it had never been done: what was done on top of it stands on what was before. */
export function without(entries: readonly Entry[], id: string): Entry[] {
  const gone = entries.find((entry) => entry.id === id)
  if (!gone) return [...entries]
  const later = entries.filter((entry) => entry.id > id && shares(entry, gone))
  // What was done to a post that is not made cannot be done.
  const never = new Set(gone.verb === 'post.create' ? later.map((entry) => entry.id) : [])
  const next = later.find((entry) => entry.verb === gone.verb)
  return entries.flatMap((entry) => {
    if (entry === gone || never.has(entry.id)) return []
    return [entry === next && !entry.tried ? based(entry, gone) : entry]
  })
}

/** An act as based on what another one of its kind was based on. */
function based(entry: Entry, on: Entry): Entry {
  if (isOf(entry, 'post.move') && isOf(on, 'post.move'))
    return { ...entry, input: { ...entry.input, from: on.input.from } }
  if (isOf(entry, 'post.reschedule') && isOf(on, 'post.reschedule'))
    return { ...entry, input: { ...entry.input, from: on.input.from } }
  if (isOf(entry, 'post.change') && isOf(on, 'post.change')) {
    const from = { ...entry.input.from }
    for (const [key, value] of Object.entries(on.input.from ?? {}))
      if (Object.hasOwn(from, key)) Object.assign(from, { [key]: value })
    return { ...entry, input: { ...entry.input, from } }
  }
  return entry
}
