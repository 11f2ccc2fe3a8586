/** The languages Hubbub speaks; the first is the fallback. */
export const locales = ['en', 'ko'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** Each language in its own words, for the language menu. */
export const localeNames: Record<Locale, string> = { en: 'English', ko: '한국어' }

/** The cookie with the language chosen in this browser. */
export const localeCookie = 'hubbub_locale'

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale)
}

/**
 * The language to answer in: the first that is ours among what was chosen, else the best match
 * of the browser's Accept-Language, else English.
 * @param chosen explicit choices, strongest first: the browser's cookie, the account
 * @param acceptLanguage the header as it came, such as `ko-KR,ko;q=0.9,en;q=0.8`
 */
export function negotiateLocale(
  chosen: readonly (string | null | undefined)[],
  acceptLanguage?: string | null,
): Locale {
  const explicit = chosen.find(isLocale)
  if (explicit) return explicit
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted.map((entry) => entry.language).find(isLocale) ?? defaultLocale
}
