import { z } from 'zod'

/** One replaced stretch of a text: at `at` (UTF-16), `del` units go and `ins` comes. */
export const textPatch = z.object({ at: z.int().min(0), del: z.int().min(0), ins: z.string() })
export type TextPatch = z.infer<typeof textPatch>

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff

/** The shortest single replacement that makes `after` of `before`; never splits a surrogate pair. Null when equal. */
export function patchBetween(before: string, after: string): TextPatch | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head++
  if (head > 0 && (isLow(before.charCodeAt(head)) || isLow(after.charCodeAt(head)))) head--
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail--
  return { at: head, del: before.length - head - tail, ins: after.slice(head, after.length - tail) }
}

export const applyPatch = (text: string, { at, del, ins }: TextPatch): string =>
  text.slice(0, at) + ins + text.slice(at + del)

/** Where a caret goes when a text changes around it. */
export function moveCaret(caret: number, { at, del, ins }: TextPatch): number {
  if (caret <= at) return caret
  if (caret >= at + del) return caret + ins.length - del
  return at + ins.length
}
