import { z } from 'zod'
import { PHRASES, STORM_LANGUAGES, type StormLanguage, type Tone } from './phrases.rules.ts'

/** A storm as it is asked for. The same seed gives the same storm. */
export const storm = z.object({
  seed: z.int().min(0).max(2_147_483_647).default(1),
  messages: z.int().min(1).max(2_000).default(120),
  seconds: z.int().min(1).max(900).default(120),
  languages: z
    .array(z.enum(STORM_LANGUAGES))
    .min(1)
    .default([...STORM_LANGUAGES]),
  /** Of ten messages, how many complain. */
  negative: z.int().min(0).max(10).default(7),
})
export type Storm = z.output<typeof storm>

export type StormMessage = {
  /** Milliseconds after the storm began. */
  offset: number
  language: StormLanguage
  tone: Tone
  text: string
  kind: 'mention' | 'reply' | 'direct'
  /** Which of the audience says it: to be taken modulo their number. */
  speaker: number
}

// mulberry32: small, and the same everywhere.
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The `index`th message of a storm. Messages come evenly, a little before or after their turn, never out of order. */
export function stormMessage(of: Storm, index: number): StormMessage {
  const next = random(of.seed * 7919 + index)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const language = pick(of.languages)
  const tone: Tone = next() * 10 < of.negative ? 'negative' : next() < 0.5 ? 'neutral' : 'positive'
  const text = pick(PHRASES[language][tone])
  const chance = next()
  return {
    offset: Math.floor(((index + next()) * of.seconds * 1000) / of.messages),
    language,
    tone,
    text,
    kind: chance < 0.5 ? 'mention' : chance < 0.9 ? 'reply' : 'direct',
    speaker: Math.floor(next() * 1_000),
  }
}

/** How many messages of a storm are due `elapsed` milliseconds after it began. */
export function stormDue(of: Storm, elapsed: number): number {
  if (elapsed >= of.seconds * 1000) return of.messages
  let due = Math.max(0, Math.floor((elapsed / (of.seconds * 1000)) * of.messages) - 1)
  while (due < of.messages && stormMessage(of, due).offset <= elapsed) due++
  return due
}
