import { TLDS } from './tld.rules.ts'

/**
 * What a canonical plain text contains, as ranges: offsets are UTF-16 code units, half open, in order and never
 * overlapping. The grammar of links is that of twitter-text 3 (so that X's count is exact); it also stops a link
 * before a Korean particle: "example.com에서" links example.com.
 */
export type TextRange = {
  kind: 'link' | 'mention' | 'hashtag'
  start: number
  end: number
  /** A link with its scheme; a mention without the at sign; a hashtag without the number sign. */
  value: string
}

const LATIN =
  '\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u00FF\\u0100-\\u024F\\u0253\\u0254\\u0256\\u0257\\u0259\\u025B\\u0263\\u0268\\u026F\\u0272\\u0289\\u028B\\u02BB\\u0300-\\u036F\\u1E00-\\u1EFF'
const PATH = `[a-z\\u0400-\\u04FF0-9!*';:=+,.$/%#\\[\\]\\-\\u2013_~@|&${LATIN}]`
const PARENS = `\\((?:${PATH}+|${PATH}*\\(${PATH}+\\)${PATH}*)\\)`
const PATH_END = `(?:[+\\-a-z\\u0400-\\u04FF0-9=_#/${LATIN}]|${PARENS})`
const QUERY = `\\?[a-z0-9!?*'@();:&=+$/%#\\[\\]\\-_.,~|]*[a-z0-9\\-_&=#/]`
const TAIL = new RegExp(
  `(?::[0-9]+)?(?:/(?:${PATH}*(?:${PARENS}${PATH}*)*${PATH_END}|@${PATH}+/)*)?(?:${QUERY})?`,
  'iy',
)
const WITH_SCHEME = /https?:\/\/((?:[\p{L}\p{N}\p{M}_-]+\.)+[\p{L}\p{N}\p{M}-]+)/giu
const BARE = new RegExp(`(?:[\\-a-z0-9${LATIN}]+\\.)+[a-z]{2,}`, 'gi')
const NOT_BEFORE_LINK = /[A-Za-z0-9@＠$#＃]$/
const NOT_BEFORE_BARE = /[-_./]$/
const NOT_FIRST = /^-/

/**
 * How much of a dotted host is a domain: the longest run of labels ending in a known top-level domain that no
 * Latin letter, digit, @, + or - continues. Length in code units; 0 when there is none.
 */
function domainLength(host: string, after: string): number {
  const labels = host.split('.')
  let offset = host.length
  for (let last = labels.length - 1; last > 0; last--) {
    const label = labels[last] ?? ''
    offset -= label.length
    const isPunycode = /^xn--[-0-9a-z]+$/i.test(label)
    for (let length = label.length; length >= 2; length--) {
      const next = label.slice(length, length + 1) || (last === labels.length - 1 ? after : '.')
      if (/^[0-9a-z@+-]/i.test(next)) continue
      if (isPunycode || TLDS.has(label.slice(0, length).toLowerCase())) return offset + length
    }
    offset -= 1
  }
  return 0
}

function addLinks(text: string, pattern: RegExp, found: TextRange[], schemed: boolean): void {
  for (const match of text.matchAll(pattern)) {
    const start = match.index
    if (found.some((range) => start < range.end && start + match[0].length > range.start)) continue
    // The last character, which may be two code units.
    const before = text.slice(Math.max(0, start - 2), start)
    if (NOT_BEFORE_LINK.test(before) || (!schemed && NOT_BEFORE_BARE.test(before))) continue
    if (!schemed && NOT_FIRST.test(match[0]) && !/\p{L}$/u.test(before)) continue
    const host = schemed ? (match[1] ?? '') : match[0]
    const scheme = match[0].length - host.length
    const length = domainLength(host, text.slice(start + match[0].length, start + match[0].length + 1))
    if (length === 0) continue
    TAIL.lastIndex = start + scheme + length
    const end = start + scheme + length + (TAIL.exec(text)?.[0].length ?? 0)
    const shown = text.slice(start, end)
    found.push({ kind: 'link', start, end, value: schemed ? shown : `https://${shown}` })
  }
}

/** The links of a text, in order. */
export function linkRanges(text: string): TextRange[] {
  const found: TextRange[] = []
  if (!text.includes('.')) return found
  addLinks(text, WITH_SCHEME, found, true)
  addLinks(text, BARE, found, false)
  return found.sort((a, b) => a.start - b.start)
}

// One form for all networks: @name, @name.domain (Bluesky), @name@server (Mastodon).
const MENTION =
  /(?<![\p{L}\p{N}_@＠/!#$%&*.-])[@＠]([a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?(?:@[a-z0-9-]+(?:\.[a-z0-9-]+)+)?)(?![@＠])/giu
const HASHTAG =
  /(?<![\p{L}\p{N}\p{M}_&/])[#＃](?!\uFE0F|\u20E3)([\p{L}\p{N}\p{M}_·\u200c]*[\p{L}\p{M}][\p{L}\p{N}\p{M}_·\u200c]*)/gu

/** All links, mentions and hashtags of a text, in order; inside a link there are no others. */
export function textRanges(text: string): TextRange[] {
  const found = linkRanges(text)
  const free = (start: number, end: number) => !found.some((range) => start < range.end && end > range.start)
  for (const [kind, pattern] of [
    ['mention', MENTION],
    ['hashtag', HASHTAG],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (free(match.index, end)) found.push({ kind, start: match.index, end, value: match[1] ?? '' })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}
