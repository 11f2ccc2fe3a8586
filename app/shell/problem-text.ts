import { useTranslations } from 'use-intl'

interface Sentences {
  (key: never, params?: never): string
  has(key: never): boolean
}

/**
 * The sentence for a problem's code, with what to do in it; the general one when there is none. The server says its own
 * sentence with a problem; here is what the browser finds out itself.
 * `const say = useProblemText(); say('post.published', params)`
 */
export function useProblemText() {
  return sayFrom(useTranslations('problem'))
}

/** The same from other sentences, which must have `request.failed`. */
export function sayFrom(t: Sentences) {
  return (code: string, params: Record<string, string | number> = {}): string =>
    t.has(code as never) ? t(code as never, params as never) : t('request.failed' as never)
}
