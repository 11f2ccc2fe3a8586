import { isRouteErrorResponse, Link, useLocation, useRouteError } from '@remix-run/react'
import { useTranslations } from 'use-intl'
import { useDocument } from '../document.tsx'
import { buttonClass } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { useComeBack } from './come-back.ts'
import { ErrorArt } from './error-art.tsx'

/** What a route error means to the reader; anything unexpected is ours. */
export function errorKind(error: unknown): 'notFound' | 'forbidden' | 'unreachable' | 'broken' {
  if (isRouteErrorResponse(error)) {
    if (error.status === 404) return 'notFound'
    if (error.status === 401 || error.status === 403) return 'forbidden'
    if (error.status === 502 || error.status === 503) return 'unreachable'
  }
  // What fetch rejects with when there is no connection, in Chromium, Firefox and Safari.
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return 'unreachable'
  return 'broken'
}

/**
 * The page in place of one that failed: what happened, what was kept, what to do, and the number to quote.
 * @param inside it stands in the shell, which already is the page
 */
export function ErrorPage({ inside }: { inside?: boolean }) {
  const Frame = inside ? 'div' : 'main'
  const error = useRouteError()
  const t = useTranslations('shell.error')
  const facts = useDocument()
  const location = useLocation()
  const kind = errorKind(error)
  // An answer that says 503 may go on to do so; what was no answer at all may be one now.
  useComeBack(kind === 'unreachable' && !isRouteErrorResponse(error))
  const carried = isRouteErrorResponse(error) ? (error.data as { requestId?: string } | null) : null
  const requestId = carried?.requestId ?? facts.requestId
  return (
    <Frame
      id={inside ? undefined : 'content'}
      className={cx(
        'mx-auto flex max-w-md flex-col justify-center gap-3 p-6',
        inside ? 'min-h-full' : 'min-h-dvh',
      )}
    >
      <ErrorArt kind={kind} />
      <h1 className="text-page font-semibold">{t(`${kind}.title`)}</h1>
      <p className="text-muted">{t(`${kind}.body`)}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        {kind === 'broken' || kind === 'unreachable' ? (
          <Link className={buttonClass({ kind: 'primary' })} to={location} reloadDocument>
            {t('retry')}
          </Link>
        ) : null}
        <Link className={buttonClass({ kind: 'secondary' })} to="/">
          {t('home')}
        </Link>
      </div>
      {kind === 'broken' && requestId ? (
        <p className="text-meta text-subtle">
          <span className="select-all font-mono">{t('requestId', { id: requestId })}</span>
        </p>
      ) : null}
    </Frame>
  )
}
