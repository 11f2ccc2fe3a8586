import { createTranslator } from 'use-intl/core'
import { importProblem as importProblemEn } from './en/import-file.ts'
import { seriesProblem as seriesProblemEn } from './en/series-problem.ts'
import { en } from './en.ts'
import { importProblem as importProblemKo } from './ko/import-file.ts'
import { seriesProblem as seriesProblemKo } from './ko/series-problem.ts'
import { ko } from './ko.ts'
import type { Locale } from './locale.rules.ts'
import type { AllMessages } from './messages.ts'

const messages: Record<Locale, AllMessages> = { en, ko: ko as unknown as AllMessages }

/** Sentences that only the server says stay out of what every page brings along. */
const problems = {
  en: { ...en.problem, import: importProblemEn, series: seriesProblemEn },
  ko: { ...ko.problem, import: importProblemKo, series: seriesProblemKo },
}

/**
 * Words for the server itself: mail, web push, PDF, errors. `translator('ko')('auth.signIn')`.
 * A missing key throws, so that a hole is found by the test and not by a reader.
 */
export function translator(locale: Locale) {
  return createTranslator({
    locale,
    messages: messages[locale],
    onError(error) {
      throw error
    },
  })
}

/**
 * The sentence for a problem's code, with the remedy in it; the code itself when nobody has written one yet.
 * @param code such as `auth.locked`, a key under `problem`
 */
export function problemText(
  locale: Locale,
  code: string,
  params: Record<string, string | number> = {},
): string {
  const sentences = createTranslator<Record<string, never>>({
    locale,
    messages: problems[locale] as never,
  })
  const key = code as never
  return sentences.has(key) ? sentences(key, params as never) : code
}
