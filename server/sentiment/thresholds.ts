/** Where a score (-1..1) stops being neutral. */
export interface Thresholds {
  negative: number
  positive: number
}

/**
 * Set by hand near the best macro recall on development sets (docs/sentiment.md). People praise more loudly than
 * they complain, so positive asks for more.
 */
const tuned: Record<string, Thresholds> = {
  en: { negative: -0.06, positive: 0.34 },
  es: { negative: -0.06, positive: 0.42 },
  pt: { negative: -0.12, positive: 0.3 },
  it: { negative: -0.03, positive: 0.05 },
  fr: { negative: -0.05, positive: 0.17 },
  de: { negative: -0.03, positive: 0.2 },
}

/** Languages without a development set: Dutch, Catalan, Galician, Basque, and emoji alone in any language. */
const untuned: Thresholds = { negative: -0.15, positive: 0.25 }

export function thresholdsOf(language: string): Thresholds {
  return tuned[language] ?? untuned
}
