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

/**
 * The day on which a week begins for a reader, ISO: 1 Monday to 7 Sunday. The browser's language tag knows the region
 * (`en-GB` Monday, `en-US` Sunday).
 * @param acceptLanguage the header as it came
 */
export function weekStart(locale: Locale, acceptLanguage?: string | null): number {
  const tags = (acceptLanguage ?? '').split(',').map((part) => part.split(';')[0]?.trim() ?? '')
  const own = tags.find((tag) => tag.toLowerCase().split('-')[0] === locale)
  try {
    const known = new Intl.Locale(own || locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number } }
    return known.getWeekInfo?.().firstDay ?? 7
  } catch {
    return 7
  }
}
