/**
 * The hue of a person: one of twelve of equal lightness, the same everywhere and for ever.
 * @param id the member's id
 * @returns degrees on the OKLCH wheel; `style={{ '--hue': hueOf(id) }}` with the class `person`
 */
export function hueOf(id: string): number {
  let hash = 2166136261
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619)
  return (((hash ^ (hash >>> 15)) >>> 0) % 12) * 30 + 15
}

/**
 * One or two letters for a face without a photo: Mina Kim gives MK, 김민지 gives 민지 (the given name, as Koreans
 * would shorten it), an empty name gives a question mark.
 */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (!first) return '?'
  const letters = Array.from(first)
  if (/^\p{Script=Hangul}+$/u.test(first)) return letters.slice(letters.length > 2 ? -2 : 0).join('')
  const last = words.length > 1 ? Array.from(words.at(-1)!)[0]! : ''
  return `${letters[0]}${last}`.toLocaleUpperCase()
}
