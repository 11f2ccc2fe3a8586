import { languageOf } from './language.ts'
import type { DecidingWord, Sentiment, SentimentLabel, SentimentSource } from './sentiment.rules.ts'
import { thresholdsOf } from './thresholds.ts'
import { tokenise } from './tokenise.ts'
import { type Corrections, type Weighed, weigh } from './weigh.ts'

export interface JudgeOptions {
  /** The language when it is known for certain (ISO 639-1, region ignored): nothing is detected then. */
  language?: string
  /** The language to assume when the text is too short to tell (the team's, or the person's last). */
  likely?: string
  /** The workspace's corrections; they beat the lexicon. */
  lexicon?: Corrections
}

/**
 * How a message sounds, from `natural`'s lexicons. Synchronous, and pure but for reading a language's lexicon on its
 * first use; never throws; any string is fine (the first 8,000 UTF-16 units are read). A language without a lexicon
 * is neutral by `none`, unless emoji or the workspace's own words say more.
 */
export function judgeSentiment(text: string, options: JudgeOptions = {}): Sentiment {
  const tokens = tokenise(text)
  const language = options.language?.toLowerCase().split(/[-_]/)[0] || languageOf(tokens, options.likely)
  const weighed = weigh(tokens, language, options.lexicon)
  const sum = weighed.reduce((total, one) => total + one.weight, 0)
  const score = sum / Math.sqrt(sum * sum + 1)
  return {
    label: labelOf(score, language),
    score: rounded(score),
    words: deciding(weighed),
    language,
    by: sourceOf(weighed),
  }
}

function labelOf(score: number, language: string): SentimentLabel {
  const { negative, positive } = thresholdsOf(language)
  if (score >= positive) return 'positive'
  return score <= negative ? 'negative' : 'neutral'
}

/** Three decimals, and never -0. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0
}

/** A word said three times is named once, with all its weight. */
function deciding(weighed: readonly Weighed[]): DecidingWord[] {
  const sums = new Map<string, DecidingWord>()
  for (const { token, weight } of weighed) {
    const known = sums.get(token.lower)
    if (known) known.weight += weight
    else sums.set(token.lower, { word: token.text, weight })
  }
  return [...sums.values()]
    .map(({ word, weight }) => ({ word, weight: rounded(weight) }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 8)
}

/** The best authority among what counted: a correction, then the lexicon, then emoji. */
function sourceOf(weighed: readonly Weighed[]): SentimentSource {
  const ranked = ['workspace', 'natural', 'emoji'] as const
  return ranked.find((by) => weighed.some((one) => one.by === by)) ?? 'none'
}
