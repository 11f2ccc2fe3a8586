import { z } from 'zod'

/** How a message sounds. The order is worst to best and is the order in which charts stack them. */
export const sentimentLabels = ['negative', 'neutral', 'positive'] as const
export const sentimentLabel = z.enum(sentimentLabels)
export type SentimentLabel = z.infer<typeof sentimentLabel>

/**
 * Who or what said so: the lexicons of `natural`, emoji alone, a correction in the workspace's lexicon, a person;
 * `none` when nothing could be judged (no lexicon for the language, or no word of the text is in it).
 */
export const sentimentSources = ['none', 'emoji', 'natural', 'workspace', 'person'] as const
export const sentimentSource = z.enum(sentimentSources)
export type SentimentSource = z.infer<typeof sentimentSource>

/** A word that moved the score, and by how much in all after negation and emphasis: below 0 pulls down. */
export const decidingWord = z.object({ word: z.string(), weight: z.number() })
export type DecidingWord = z.infer<typeof decidingWord>

export const sentiment = z.object({
  label: sentimentLabel,
  /** -1 (negative) to 1 (positive), always finite. */
  score: z.number().min(-1).max(1),
  /** Strongest first, at most eight. */
  words: z.array(decidingWord),
  /** ISO 639-1, or `und` when the text does not tell. */
  language: z.string(),
  by: sentimentSource,
})
export type Sentiment = z.infer<typeof sentiment>
