import diff from 'fast-diff'
import { z } from 'zod'

/** A range of a text, UTF-16 offsets, `end` excluded, with the words it had when somebody commented on them. */
export const anchor = z
  .object({ start: z.int().min(0), end: z.int().min(1), quote: z.string().min(1).max(2_000) })
  .refine(({ start, end }) => start < end, { path: ['end'], message: 'anchor.empty' })
export type Anchor = z.infer<typeof anchor>
/** `last`: the words it had when it went, if others had been written into it by then. */
export type Anchored = Anchor & { gone: boolean; last?: string | undefined }

/** Anchors a selection; null when it is empty or lies outside the text. */
export function anchorAt(text: string, start: number, end: number): Anchored | null {
  if (start < 0 || end > text.length || start >= end) return null
  return { start, end, quote: text.slice(start, end).slice(0, 2_000).toWellFormed(), gone: false }
}

/**
 * Carries anchors from one text to the next. An anchor follows the characters that survive; words typed inside it
 * belong to it, words typed at its edges do not. It is gone when less than a third of it survives and its words do not
 * stand elsewhere (moved by cut and paste). A gone anchor returns when its words do, as after an undo: to where it was
 * however short or common they are, elsewhere when they are long enough and stand there once. What was cut off it
 * belongs to it again when it is put back.
 */
export function reanchor(anchors: readonly Anchored[], before: string, after: string): Anchored[] {
  if (before === after) return [...anchors]
  const parts = compare(before, after)
  return anchors.map((it) => (it.gone ? wait(it, parts, after) : carry(it, parts, before, after)))
}

type Part = { kind: -1 | 0 | 1; length: number }

// The diff takes time by the product of what differs, so long rewrites count as one replacement, and words are searched.
const MAX_PRODUCT = 4_000_000

function compare(before: string, after: string): Part[] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  const removed = before.length - head - tail
  const added = after.length - head - tail
  if (removed * added <= MAX_PRODUCT) {
    return diff(before, after).map(([kind, text]) => ({ kind, length: text.length }))
  }
  return [
    { kind: 0, length: head },
    { kind: -1, length: removed },
    { kind: 1, length: added },
    { kind: 0, length: tail },
  ]
}

function carry(it: Anchored, parts: readonly Part[], before: string, after: string): Anchored {
  const words = before.slice(it.start, it.end)
  const next = follow(it, words, parts, before, after)
  if (next.gone)
    return words !== it.quote && words.length * 2 >= it.quote.length
      ? { ...next, last: words.slice(0, 2_000) }
      : next
  if (words === it.quote) return next
  // It had been cut down: with what was put back its first words are whole.
  const at = nearest(it.quote, after, next.start, it.quote.length)
  const end = at === null ? 0 : at + it.quote.length
  return at !== null && at <= next.start && end >= next.end ? { ...next, start: at, end } : next
}

function follow(
  it: Anchored,
  words: string,
  parts: readonly Part[],
  before: string,
  after: string,
): Anchored {
  const { first, last, kept, near } = survivors(it, parts)
  if (first >= 0 && kept * 3 >= it.end - it.start) {
    // In text that repeats itself a diff may slide an edit into the anchor; its words, if still whole, win.
    const inside = after.slice(first, last).indexOf(words)
    const whole =
      inside >= 0
        ? { start: first + inside, end: first + inside + words.length }
        : { start: first, end: last }
    if (inside >= 0 || kept === it.end - it.start) return { ...it, ...whole }
    const beside = nearest(words, after, near, words.length)
    return beside === null ? { ...it, ...whole } : { ...it, start: beside, end: beside + words.length }
  }
  const changed = Math.abs(before.length - after.length)
  const beside = nearest(words, after, near, Math.max(changed, words.length))
  if (beside !== null) return { ...it, start: beside, end: beside + words.length }
  return onlyPlace(it, words, after) ?? { ...it, start: near, end: near, gone: true }
}

/** A gone anchor keeps its place between the words that are left. */
function wait(it: Anchored, parts: readonly Part[], after: string): Anchored {
  const { near } = survivors(it, parts)
  const { added, place } = additions(it.start, parts)
  const reach = Math.max(0, ...added.map(({ start, end }) => end - start))
  // What is put back was put there by this edit; the same words that stood there before are others.
  const back = (at: number, words: string) =>
    after.startsWith(words, at) && added.some(({ start, end }) => start < at + words.length && end > at)
  for (const words of it.last === undefined ? [it.quote] : [it.last, it.quote]) {
    const beside = long(words) ? nearest(words, after, near, reach) : null
    const at = [place, near, beside ?? near].find((one) => back(one, words))
    if (at !== undefined) return { ...it, start: at, end: at + words.length, gone: false, last: undefined }
  }
  return onlyPlace(it, it.quote, after) ?? { ...it, start: near, end: near }
}

/** What an edit put in, as ranges of the text after it; and where what it put in at a place of the old text begins. */
function additions(at: number, parts: readonly Part[]) {
  const added: { start: number; end: number }[] = []
  let [old, now, place] = [0, 0, -1]
  for (const { kind, length } of parts) {
    if (kind === 1) added.push({ start: now, end: now + length })
    if (place < 0 && old + (kind === 1 ? 0 : length) >= at) place = kind === 0 ? now + at - old : now
    if (kind <= 0) old += length
    if (kind >= 0) now += length
  }
  return { added, place: Math.max(place, 0) }
}

/** Short words say too little to be found again elsewhere. */
const long = (words: string): boolean => words.trim().length >= 4

/** Where the first and last surviving character of a range are now, how many survive, and where the range would begin. */
function survivors(it: Anchored, parts: readonly Part[]) {
  let [old, now, first, last, kept, near] = [0, 0, -1, -1, 0, -1]
  for (const { kind, length } of parts) {
    if (kind === 0) {
      const from = Math.max(old, it.start)
      const to = Math.min(old + length, it.end)
      if (from < to) {
        if (first < 0) first = now + from - old
        last = now + to - old
        kept += to - from
      }
    }
    if (near < 0 && kind <= 0 && old + length >= it.start) near = now + (kind === 0 ? it.start - old : 0)
    if (kind <= 0) old += length
    if (kind >= 0) now += length
  }
  return { first, last, kept, near: Math.max(near, 0) }
}

/** The occurrence of the words nearest to a place, at most `reach` characters away. */
export function nearest(words: string, text: string, place: number, reach: number): number | null {
  let best: number | null = null
  const end = place + reach + words.length
  for (let at = text.indexOf(words, Math.max(0, place - reach)); at >= 0; at = text.indexOf(words, at + 1)) {
    if (at + words.length > end) break
    if (best === null || Math.abs(at - place) < Math.abs(best - place)) best = at
  }
  return best
}

/** The words' only occurrence in the text. */
export function onlyPlace(it: Anchored, words: string, text: string): Anchored | null {
  if (!long(words)) return null
  const at = text.indexOf(words)
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return null
  return { ...it, start: at, end: at + words.length, gone: false, last: undefined }
}
