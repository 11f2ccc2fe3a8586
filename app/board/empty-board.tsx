import { Link, useSearchParams } from '@remix-run/react'
import { useTranslations } from 'use-intl'
import { NO_FILTER, withFilter } from '#server/post/filter.rules.ts'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'

/** Where no post is yet. */
export function EmptyBoard({ mayAdd, add }: { mayAdd: boolean; add(): void }) {
  const t = useTranslations('board')
  const path = usePath()
  const may = useMay()
  const homeless = useDirectory().channels.length === 0 && may('channel:manage')
  return (
    <EmptyState
      title={t('empty.title')}
      art={
        <LineArt>
          <rect x="8" y="8" width="28" height="56" rx="4" />
          <rect x="46" y="8" width="28" height="56" rx="4" />
          <rect x="84" y="8" width="28" height="56" rx="4" />
          <path d="M13 16h18M13 24h12M51 16h18M51 24h12M51 36h18" />
          <path d="M62 52c10 4 24 2 32-10m0 0-7 2m7-2 1 7" />
        </LineArt>
      }
      act={
        <>
          {mayAdd ? (
            <Button kind="primary" onClick={add}>
              {t('empty.act')}
            </Button>
          ) : null}
          {homeless ? (
            <Link to={path('practice')} className={buttonClass()}>
              {t('empty.practice')}
            </Link>
          ) : null}
        </>
      }
    >
      {t(mayAdd ? 'empty.body' : 'empty.reader')}
    </EmptyState>
  )
}

/** Where the filters leave nothing over. */
export function NothingFits() {
  const t = useTranslations('board')
  const [, setParams] = useSearchParams()
  return (
    <EmptyState
      title={t('nothing.title')}
      act={
        <Button onClick={() => setParams((now) => withFilter(now, NO_FILTER), { replace: true })}>
          {t('filter.clear')}
        </Button>
      }
    />
  )
}
