import { z } from 'zod'
import { applyPatch, moveCaret, patchBetween, textPatch } from '#server/post/text-patch.rules.ts'

/** How often at most the holder of the pen sends words. Milliseconds. */
export const WORDS_EVERY_MS = 100
/** More new letters than this are not sent: the save brings them. */
export const MAX_WORDS = 4000
/** Words known to be newer than a save stay on the screen for at most this long after it. Milliseconds. */
export const AHEAD_MS = 2000
/** Words that no save has confirmed and no further words followed are taken away again. Milliseconds. */
export const UNSAVED_MS = 10_000
/** How many texts since the last save are remembered, to tell whether a save is older than what is shown. */
const TRAIL = 300

/**
 * What is typed at a place and not saved yet, as one replacement in the text saved at a revision. Each frame says all
 * of it, so a lost one is made good by the next.
 */
export const wordsFrame = z.object({
  kind: z.literal('words'),
  /** Counts up in one browser; a lower one is late. */
  n: z.int().min(0),
  place: z.string().min(1).max(64),
  /** The post's revision the patch applies to. */
  base: z.int().min(0),
  /** Null: nothing but what is saved. */
  patch: textPatch.extend({ ins: z.string().max(MAX_WORDS) }).nullable(),
  /** `textSum` of the text that must come out. */
  sum: z.int(),
  /** Where the writer's caret stands in it, UTF-16. */
  caret: z.int().min(0).nullable(),
})
export type WordsFrame = z.infer<typeof wordsFrame>

/** What is known to be saved: a place's text (null: it inherits) at the post's revision. */
export interface Saved {
  revision: number
  text(place: string): string | null
}

interface Shown {
  text: string
  /** `textSum` of the saved text and of every text seen since, oldest first; the last is that of `text`. */
  trail: number[]
  /** Taken away at this instant unless more comes. Epoch milliseconds of this browser. */
  until: number
}

/** The words of one holder of the pen as somebody else sees them appear. */
export interface Words {
  places: Record<string, Shown>
  caret: { place: string; at: number } | null
  /** The connection heard last, and its latest number. */
  heard: { from: number; n: number } | null
  /** Frames on a save that has not been told of here yet, the latest of each place. */
  early: Record<string, WordsFrame>
}

export const NO_WORDS: Words = { places: {}, caret: null, heard: null, early: {} }

/** A 32-bit fingerprint (FNV-1a over UTF-16 units): tells a wrong result, keeps no secret. */
export function textSum(text: string): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return sum | 0
}

/** The frame that makes `text` of what is saved at a place; null when it is too much to send. */
export function frameOf(
  n: number,
  place: string,
  saved: Saved,
  text: string,
  caret: number | null,
): WordsFrame | null {
  const patch = patchBetween(saved.text(place) ?? '', text)
  if (patch && patch.ins.length > MAX_WORDS) return null
  return { kind: 'words', n, place, base: saved.revision, patch, sum: textSum(text), caret }
}

/**
 * Takes a frame of connection `from` in. Late, doubled, outdated or ill-fitting ones change nothing: the save brings
 * what they said. One on a newer save waits for that save.
 */
export function hearWords(words: Words, frame: WordsFrame, from: number, saved: Saved, now: number): Words {
  if (words.heard?.from === from && frame.n <= words.heard.n) return words
  const heard = { from, n: frame.n }
  if (frame.base < saved.revision) return { ...words, heard }
  if (frame.base > saved.revision) return { ...words, heard, early: { ...words.early, [frame.place]: frame } }
  return { ...show(words, frame, saved, now), heard }
}

function show(words: Words, frame: WordsFrame, saved: Saved, now: number): Words {
  const { place, patch, sum, caret } = frame
  const base = saved.text(place)
  const before = base ?? ''
  if (patch && patch.at + patch.del > before.length) return words
  const text = patch ? applyPatch(before, patch) : before
  if (textSum(text) !== sum) return words
  const places = { ...words.places }
  const trail = places[place]?.trail ?? [textSum(before)]
  if (text === base) delete places[place]
  else {
    const seen = trail.at(-1) === sum ? trail : [...trail, sum].slice(-TRAIL)
    places[place] = { text, trail: seen, until: now + UNSAVED_MS }
  }
  return {
    ...words,
    places,
    caret: caret !== null && caret <= text.length ? { place, at: caret } : null,
  }
}

/**
 * After a save became known. It replaces the words shown, unless they are known to be newer than it (what was saved
 * has been seen before them): those stay until the next frame, and not for long. Frames that waited for it are heard.
 */
export function settleWords(words: Words, saved: Saved, now: number): Words {
  const places: Words['places'] = {}
  for (const [place, one] of Object.entries(words.places)) {
    const text = saved.text(place) ?? ''
    const seen = one.trail.lastIndexOf(textSum(text))
    if (seen < 0 || seen === one.trail.length - 1) continue
    const unchanged = seen === 0
    places[place] = {
      text: one.text,
      trail: one.trail.slice(seen),
      until: unchanged ? one.until : Math.min(one.until, now + AHEAD_MS),
    }
  }
  let next: Words = { ...words, places, early: {}, caret: carried(words, places, saved) }
  for (const frame of Object.values(words.early)) {
    if (frame.base > saved.revision) next.early[frame.place] = frame
    else if (frame.base === saved.revision) next = show(next, frame, saved, now)
  }
  return next
}

/** The caret after a save replaced the words it stood in. */
function carried({ caret, places }: Words, left: Words['places'], saved: Saved): Words['caret'] {
  if (!caret || left[caret.place]) return caret
  const text = saved.text(caret.place) ?? ''
  const before = places[caret.place]?.text
  const patch = before === undefined ? null : patchBetween(before, text)
  return { place: caret.place, at: Math.min(text.length, patch ? moveCaret(caret.at, patch) : caret.at) }
}

/** Takes away words that nothing confirmed in time. The same object when there are none. */
export function expireWords(words: Words, now: number): Words {
  const left = Object.entries(words.places).filter(([, one]) => one.until > now)
  if (left.length === Object.keys(words.places).length) return words
  return { ...words, places: Object.fromEntries(left), caret: null }
}
