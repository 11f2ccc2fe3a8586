import sheet from 'pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css?url'
import type { Locale } from '#server/i18n/locale.rules.ts'

/**
 * Adds the style sheet of Pretendard without holding up the first paint: at once for a Korean reader, when the browser
 * is idle for everybody else (a Korean name on an English board). It only declares 92 ranges; a range is downloaded
 * when a letter of it is on the page.
 */
export function loadKoreanFont(locale: Locale): void {
  const add = () => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = sheet
    document.head.append(link)
  }
  if (locale === 'ko') add()
  else if ('requestIdleCallback' in window) requestIdleCallback(add, { timeout: 4000 })
  else setTimeout(add, 1500)
}
