import { linkRanges } from '../text-range.rules.ts'

// twitter-text 3: these code points weigh one, all others two; a link and an emoji have one weight each.
const LIGHT_MOST = 4351
const LIGHT: readonly (readonly [number, number])[] = [
  [0, LIGHT_MOST],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
]
const EMOJI_WEIGHT = 2
export const X_LINK_WEIGHT = 23

// A family, a flag or a skin tone is one emoji: the set comes from the engine, and needs the v flag.
const EMOJI_PATTERNS = ['\\p{RGI_Emoji}', '[#*0-9]\\uFE0F?\\u20E3', '\\p{Emoji_Presentation}\\uFE0F?']
const EMOJI = new RegExp(EMOJI_PATTERNS.join('|'), 'vy')

const isLight = (point: number) => LIGHT.some(([from, to]) => point >= from && point <= to)

/** No letter of most languages is an emoji, nor a digit that no sign makes one: they need not be looked up. */
function mayBeEmoji(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0xa9) {
    const next = text.charCodeAt(at + 1)
    return next === 0xfe0f || next === 0x20e3
  }
  return unit < 0x370 || (unit > 0x1fff && unit < 0x3400) || unit > 0xd7a3
}

/** X's weighted length of a text (limit 280). */
export function weigh(text: string): number {
  const normal = text.normalize('NFC')
  const links = new Map(linkRanges(normal).map((range) => [range.start, range.end]))
  let weight = 0
  for (let at = 0; at < normal.length; ) {
    const linkEnd = links.get(at)
    if (linkEnd) {
      weight += X_LINK_WEIGHT
      at = linkEnd
      continue
    }
    EMOJI.lastIndex = at
    const emoji = mayBeEmoji(normal, at) ? EMOJI.exec(normal)?.[0] : undefined
    if (emoji) {
      weight += EMOJI_WEIGHT
      at += emoji.length
      continue
    }
    const point = normal.codePointAt(at) ?? 0
    weight += point <= LIGHT_MOST || isLight(point) ? 1 : 2
    at += point > 0xffff ? 2 : 1
  }
  return weight
}
