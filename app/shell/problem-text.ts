import { useTranslations } from 'use-intl'

/**
 * The sentence for a problem's code as the server sent it, with what to do in it; the general one when there is none.
 * `const say = useProblemText(); say('post.stale', params)`
 */
export function useProblemText() {
  const t = useTranslations('problem')
  return (code: string, params: Record<string, string | number> = {}): string => {
    const key = code as Parameters<typeof t.has>[0]
    return t.has(key) ? t(key as never, params as never) : t('request.failed')
  }
}
