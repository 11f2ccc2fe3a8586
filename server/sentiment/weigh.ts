import { emojiWeight } from './emoji.ts'
import { lexiconOf } from './lexicon.ts'
import { type Modifiers, modifiersOf, negates } from './negation.ts'
import type { SentimentSource } from './sentiment.rules.ts'
import type { Token } from './tokenise.ts'

/** Weights of a workspace: lower-case word, emoji, or the beginning of a Korean word, to -1..1. */
export type Corrections = ReadonlyMap<string, number>

/** A word as it counts in this text. */
export interface Weighed {
  token: Token
  weight: number
  by: SentimentSource
}

/** A negated word says less than its opposite: "not bad" is no "good". */
const negated = -0.65
/** How many words a negator reaches ahead and, in languages where it may follow its word, back. */
const ahead = 4
const back = 3
/** What is said before "but" counts this much. */
const beforeTurn = 0.6

/** Where we are: what holds until the clause ends. */
interface Clause {
  /** Words the last negator still reaches. */
  reach: number
  /** Emphasis waiting for the next word. */
  degree: number
  /** What this clause has weighed so far, with its word position. */
  said: { at: number; one: Weighed }[]
}

const opened = (): Clause => ({ reach: 0, degree: 1, said: [] })

/** The words of a text that carry a feeling, in order, with negation, emphasis and turns applied. */
export function weigh(tokens: readonly Token[], language: string, corrections?: Corrections): Weighed[] {
  const lexicon = lexiconOf(language)
  const modifiers = modifiersOf(language)
  const weighed: Weighed[] = []
  let clause = opened()
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'end') {
      clause = opened()
      continue
    }
    const corrected = corrections && correction(token, corrections)
    if (token.kind === 'word' && corrected === undefined) {
      if (modifiers.turns.has(token.lower)) {
        for (const one of weighed) one.weight *= beforeTurn
        clause = opened()
        continue
      }
      if (modifies(token.lower, at, modifiers, clause)) continue
    }
    const base =
      corrected ?? (token.kind === 'emoji' ? emojiWeight(token.text) : (lexicon?.weight(token.lower) ?? 0))
    if (base !== 0) {
      const turned = token.kind === 'word' && clause.reach > 0 ? negated : 1
      const by = corrected !== undefined ? 'workspace' : token.kind === 'emoji' ? 'emoji' : 'natural'
      const one: Weighed = { token, weight: base * turned * clause.degree, by }
      weighed.push(one)
      clause.said.push({ at, one })
    }
    clause.reach -= 1
    clause.degree = 1
  }
  return weighed
}

/** Whether the word only changes others: a negator (ahead, and back where the language does so) or a degree. */
function modifies(lower: string, at: number, modifiers: Modifiers, clause: Clause): boolean {
  if (negates(lower, modifiers)) {
    if (modifiers.after)
      for (const before of clause.said) if (at - before.at <= back) before.one.weight *= negated
    clause.reach = ahead
    return true
  }
  const degree = modifiers.degrees.get(lower)
  if (degree === undefined) return false
  clause.degree = degree
  return true
}

/** Korean glues endings to its words, so there a correction fits every word that begins with it. */
function correction(token: Token, corrections: Corrections): number | undefined {
  let weight = corrections.get(token.lower)
  if (weight === undefined && /^\p{Script=Hangul}/u.test(token.lower))
    for (let length = Math.min(token.lower.length - 1, 12); length >= 2 && weight === undefined; length--)
      weight = corrections.get(token.lower.slice(0, length))
  return weight === undefined || !Number.isFinite(weight) ? undefined : Math.max(-1, Math.min(1, weight))
}
