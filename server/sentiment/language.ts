import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { languagesOfWord } from './function-words.ts'
import { shortened, type Token } from './tokenise.ts'

/** Scripts that name their language (or the one we would say). Han alone is Chinese; with kana it is Japanese. */
const scripts: [string, RegExp][] = [
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['uk', /[іїєґ]/iu],
  ['ru', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
]

interface Detector {
  detect(text: string): { language: string; isReliable(): boolean }
}

let detector: Detector | undefined

/** ELD's smallest model (97 % on short tweets): 150 ms and 29 MB, so only when the cheap ways did not tell. */
function load(): Detector {
  const require = createRequire(import.meta.url)
  const manifest = findPackageJSON('eld', import.meta.url)
  if (!manifest) throw new Error('eld is not installed')
  // The package declares itself for `import` only; Node can require it, and a judgement has to be synchronous.
  const { eld } = require(join(dirname(manifest), 'src/entries/static.extrasmall.js')) as { eld: Detector }
  return eld
}

/** ISO 639-1 of a tokenised text, `und` when there is nothing to tell it by. `likely` is believed when in doubt. */
export function languageOf(tokens: readonly Token[], likely?: string): string {
  const words = tokens.filter((token) => token.kind === 'word').slice(0, 60)
  if (words.length === 0) return 'und'
  const text = words.map((token) => shortened(token.lower)[0] ?? token.lower).join(' ')
  const foreign = byScript(text)
  if (foreign) return foreign
  const lead = byFunctionWords(words)
  if (lead) return lead
  detector ??= load()
  const found = detector.detect(text.slice(0, 160))
  if (likely && !found.isReliable()) return likely
  return found.language || likely || 'und'
}

/** The script of most letters when that is not Latin. */
function byScript(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the common case, decided without looking at scripts
  if (/^[\x00-\u024f’]*$/.test(text)) return undefined
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  // One Hangul syllable says as much as two or three Latin letters, and brand names stay Latin everywhere.
  if (letters - latin < latin / 3) return undefined
  return scripts.find(([, script]) => script.test(text))?.[0]
}

function byFunctionWords(words: readonly Token[]): string | undefined {
  const hits = new Map<string, number>()
  for (const token of words)
    for (const language of languagesOfWord(token.lower)) hits.set(language, (hits.get(language) ?? 0) + 1)
  let best = ''
  let most = 0
  let next = 0
  for (const [language, count] of hits) {
    if (count > most) {
      next = most
      most = count
      best = language
    } else if (count > next) next = count
  }
  return most >= 3 && most >= 2 * next ? best : undefined
}
