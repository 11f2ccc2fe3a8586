import { LIMITS, type Limits, type TextLimit, type TextUnit } from './limits.rules.ts'
import type { NetworkId } from './network.rules.ts'
import { linkRanges } from './text-range.rules.ts'
import { weigh } from './x/x.rules.ts'

/** How much of a limit a text uses. `over` is how much must go; 0 when it fits. */
export type Measure = { used: number; limit: number; unit: TextUnit; over: number; also?: Measure }

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })
const encoder = new TextEncoder()
const PLAIN = /^[\x20-\x7e\n]*$/

/**
 * Letters that are a character each unless a neighbour joins them: Latin, Cyrillic, kana, ideographs, Hangul syllables.
 * None is a pictograph, which could be joined over a distance. What is left needs the rules.
 */
const JOINING =
  /[^\x20-\x7e\n\xa1-\xa8\xaa-\xac\xaf-\u02ff\u0400-\u0482\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+/g

/**
 * What people see as characters: a family emoji or a composed Hangul syllable is one. Only what may be joined, with its
 * neighbours, is given to the segmenter: it takes a hundred times as long as counting.
 */
export function countGraphemes(text: string): number {
  if (PLAIN.test(text)) return text.length
  let count = text.length
  for (const { 0: run, index } of text.matchAll(JOINING)) {
    const piece = text.slice(Math.max(0, index - 1), index + run.length + 1)
    for (const _ of segmenter.segment(piece)) count++
    count -= piece.length
  }
  return count
}

/** Bytes in UTF-8. */
export function countBytes(text: string): number {
  return PLAIN.test(text) ? text.length : encoder.encode(text).length
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

// A network that counts every link as the same length: as if its text had that many letters.
function withLinksAs(text: string, length: number): string {
  let result = ''
  let from = 0
  for (const { start, end } of linkRanges(text)) {
    result += text.slice(from, start) + 'x'.repeat(length)
    from = end
  }
  return result + text.slice(from)
}

const COUNT: Record<TextUnit, (text: string) => number> = {
  graphemes: countGraphemes,
  bytes: countBytes,
  characters: countCodePoints,
  utf16: (text) => text.length,
  weighted: weigh,
}

function against(limit: TextLimit, text: string): Measure {
  const used = COUNT[limit.unit](text)
  return { used, limit: limit.max, unit: limit.unit, over: Math.max(0, used - limit.max) }
}

/** What was measured last: several parts of a page ask for the same text at each key. */
const known = new Map<string, Measure>()
const MOST_KNOWN = 32
/** Short texts are measured faster than they are looked up. */
const LONG = 2_000

/**
 * Measures one thread part as the network will. The draft's counter and the server call this same function.
 * @param limits those of the account, when its instance has its own
 */
export function measure(network: NetworkId, text: string, limits: Limits = LIMITS[network]): Measure {
  if (text.length < LONG || limits !== LIMITS[network]) return measured(text, limits)
  const key = `${network} ${text}`
  const before = known.get(key)
  if (before) return before
  const made = measured(text, limits)
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? '')
  known.set(key, made)
  return made
}

function measured(text: string, limits: Limits): Measure {
  const { url, also, unit } = limits.text
  const counted = url && unit !== 'weighted' ? withLinksAs(text, url) : text
  const first = against(limits.text, counted)
  return also ? { ...first, also: against(also, text) } : first
}

/** Whether any limit of a measure is passed. */
export function isOver(result: Measure): boolean {
  return result.over > 0 || (result.also?.over ?? 0) > 0
}
