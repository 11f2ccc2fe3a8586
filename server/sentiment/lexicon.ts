import { afinnEnglish, type LexiconEntry, naturalLexicon, naturalStemmer, type Stemmer } from './natural.ts'
import { shortened } from './tokenise.ts'

/** One source of words: which file, what brings its weights to -1..1, and how much it is trusted beside the others. */
interface Source {
  read(): LexiconEntry[]
  scale: number
}

interface Recipe {
  /** The first source that knows a word decides. */
  sources: Source[]
  stemmer?: string
}

const from = (file: string, scale: number): Source => ({ read: () => naturalLexicon(file), scale })

/**
 * The languages `natural` can judge, and from what. Measured on tweets (docs/sentiment.md): AFINN alone beats AFINN
 * with pattern or senticon behind it, and stemming helps where words bend and the lexicon is short, not in English.
 */
const recipes: Record<string, Recipe> = {
  en: { sources: [{ read: afinnEnglish, scale: 0.25 }] },
  es: { sources: [from('Spanish/afinnShortSortedSpanish', 0.25)], stemmer: 'porter_stemmer_es' },
  pt: { sources: [from('Portuguese/afinnShortSortedPortuguese', 0.25)], stemmer: 'porter_stemmer_pt' },
  it: { sources: [from('Italian/pattern-sentiment-it', 1)] },
  fr: { sources: [from('French/pattern-sentiment-fr', 1)], stemmer: 'porter_stemmer_fr' },
  de: { sources: [from('German/pattern-sentiment-de', 1)] },
  nl: { sources: [from('Dutch/pattern-sentiment-nl', 1)], stemmer: 'porter_stemmer_nl' },
  ca: { sources: [from('Catalan/senticon_ca', 0.7)] },
  gl: { sources: [from('Galician/senticon_gl', 0.7)] },
  eu: { sources: [from('Basque/senticon_eu', 0.7)] },
}

export const judgedLanguages: readonly string[] = Object.keys(recipes)

/** How many answers a language keeps ready; stemming a word costs more than everything else done to it. */
const kept = 20_000

export class Lexicon {
  readonly #words: Map<string, number>
  readonly #stems: Map<string, number>
  readonly #stemmer: Stemmer | undefined
  readonly #answers = new Map<string, number>()

  constructor(words: Map<string, number>, stemmer?: Stemmer) {
    this.#words = words
    this.#stemmer = stemmer
    this.#stems = stemmer ? stemmed(words, stemmer) : new Map()
  }

  /** The weight of a lower-case word, -1.25..1.25; 0 when it says nothing. */
  weight(lower: string): number {
    const ready = this.#answers.get(lower)
    if (ready !== undefined) return ready
    const weight = this.#look(lower)
    if (this.#answers.size >= kept) this.#answers.clear()
    if (lower.length <= 40) this.#answers.set(lower, weight)
    return weight
  }

  #look(lower: string): number {
    for (const form of [lower, ...shortened(lower)]) {
      const weight = this.#words.get(form)
      if (weight !== undefined) return form === lower ? weight : weight * 1.25
    }
    if (!this.#stemmer || lower.length < 4 || lower.length > 40) return 0
    return this.#stems.get(this.#stemmer.stem(shortened(lower)[1] ?? lower)) ?? 0
  }
}

/** Words that share a stem share the mean of their weights, unless they disagree on the sign: then the stem is mute. */
function stemmed(words: Map<string, number>, stemmer: Stemmer): Map<string, number> {
  const groups = new Map<string, number[]>()
  for (const [word, weight] of words) {
    const stem = stemmer.stem(word)
    const group = groups.get(stem)
    if (group) group.push(weight)
    else groups.set(stem, [weight])
  }
  const stems = new Map<string, number>()
  for (const [stem, weights] of groups) {
    const agree = weights.every((weight) => weight > 0) || weights.every((weight) => weight < 0)
    if (agree) stems.set(stem, (0.9 * weights.reduce((sum, weight) => sum + weight, 0)) / weights.length)
  }
  return stems
}

function load(recipe: Recipe): Lexicon {
  const words = new Map<string, number>()
  for (const source of recipe.sources) {
    for (const entry of source.read()) {
      const weight = Math.max(-1, Math.min(1, entry.weight * source.scale))
      for (const form of [entry.word, ...entry.forms]) {
        const lower = form.trim().toLowerCase().normalize('NFC')
        if (/^\p{L}[\p{L}\p{M}'-]*$/u.test(lower) && weight !== 0 && !words.has(lower))
          words.set(lower, weight)
      }
    }
  }
  return new Lexicon(words, recipe.stemmer ? naturalStemmer(recipe.stemmer) : undefined)
}

const loaded = new Map<string, Lexicon>()

/** The lexicon of a language, read on first use (20-150 ms); nothing for a language natural has none for. */
export function lexiconOf(language: string): Lexicon | undefined {
  const known = loaded.get(language)
  if (known) return known
  const recipe = Object.hasOwn(recipes, language) ? recipes[language] : undefined
  if (!recipe) return undefined
  const lexicon = load(recipe)
  loaded.set(language, lexicon)
  return lexicon
}
