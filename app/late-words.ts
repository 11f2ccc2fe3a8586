import { useMemo } from 'react'
import { useLocale, useTimeZone } from 'use-intl'
import {
  _createCache,
  _createIntlFormatters,
  createTranslator,
  type NamespaceKeys,
  type NestedKeyOf,
} from 'use-intl/core'
import type { Locale } from '#server/i18n/locale.rules.ts'
import type { Same } from '#server/i18n/messages.ts'

type Tree = Record<string, unknown>

const cache = _createCache()
const formatters = _createIntlFormatters(cache)

/**
 * The hook for the words of one area that not every page says. The code that says them imports it, so that they come
 * in the same file: no page has to wait for them, and none lacks them; `useTranslations` does not know them.
 * Both languages come together: one request fewer is worth more than the few KB of the other one.
 * @param texts the area in each language, shaped by English
 */
export function lateWords<const Area extends Tree>(texts: { en: Area; ko: Same<Area> }) {
  const words = texts as Record<Locale, Area>
  /** `useTranslations` for this area; `part` is the way to a branch of it, such as `channels.help`. */
  return function useLateWords<const Part extends NamespaceKeys<Area, NestedKeyOf<Area>> = never>(
    part?: Part,
  ) {
    const locale = useLocale() as Locale
    const timeZone = useTimeZone()
    return useMemo(
      () =>
        createTranslator<Area, Part>({
          locale,
          messages: words[locale],
          namespace: part,
          timeZone,
          _cache: cache,
          _formatters: formatters,
        }),
      [locale, timeZone, part],
    )
  }
}
