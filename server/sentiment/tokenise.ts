import { emoticons } from './emoji.ts'

/**
 * One piece of a message. `text` is as written (for showing), `lower` what lexicons know. `end` closes a clause;
 * `!` and `?` are ends that also carry emphasis.
 */
export interface Token {
  kind: 'word' | 'emoji' | 'end'
  text: string
  lower: string
}

/** Nothing after this many UTF-16 units is read: a message that long has said how it feels, and the loop stays free. */
const longest = 8_000

const escaped = [...emoticons.keys()]
  .sort((a, b) => b.length - a.length)
  .map((mark) => mark.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  .join('|')

// Order matters: links, mentions and addresses are nobody's feeling and are skipped whole; a word keeps its inner
// apostrophe ("don't", "l'amour") and hyphen; an emoticon must not begin inside a word ("http:/", "10:30").
const pieces = new RegExp(
  [
    String.raw`(?<skip>https?:\/\/\S+|www\.\S+|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]+|@[\p{L}\p{N}_.-]+)`,
    String.raw`#(?<tag>[\p{L}\p{N}_]+)`,
    String.raw`(?<![\p{L}\p{N}])(?<face>${escaped})(?![\p{L}\p{N}])`,
    String.raw`(?<word>\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*)`,
    String.raw`(?<emoji>\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]?)*)`,
    String.raw`(?<end>[.,;:!?…()\n。、！？，؟،—–]+)`,
  ].join('|'),
  'gu',
)

/** `#NotHappyAtAll` is four words, `#nothappy` is one. */
function words(tag: string): string[] {
  return tag.split(/_|(?<=\p{Ll})(?=\p{Lu})/u).filter((part) => /\p{L}/u.test(part))
}

function word(text: string): Token {
  return { kind: 'word', text, lower: text.toLowerCase().replaceAll('’', "'") }
}

/** Splits any string into tokens, in order; never throws (lone surrogates and unknown marks are passed over). */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  const source = text.slice(0, longest).normalize('NFC')
  for (const match of source.matchAll(pieces)) {
    const piece = match.groups as Record<string, string | undefined>
    if (piece.word !== undefined) tokens.push(word(piece.word))
    else if (piece.end !== undefined) tokens.push({ kind: 'end', text: piece.end, lower: piece.end })
    else if (piece.tag !== undefined) for (const part of words(piece.tag)) tokens.push(word(part))
    else if (piece.emoji !== undefined || piece.face !== undefined) {
      const mark = piece.emoji ?? piece.face ?? ''
      tokens.push({ kind: 'emoji', text: mark, lower: mark })
    }
  }
  return tokens
}

/** "soooo" to "soo" and "so": what an elongated word may be in a dictionary; empty when it is not elongated. */
export function shortened(lower: string): string[] {
  if (!/(\p{L})\1\1/u.test(lower)) return []
  return [lower.replace(/(\p{L})\1{2,}/gu, '$1$1'), lower.replace(/(\p{L})\1{2,}/gu, '$1')]
}
