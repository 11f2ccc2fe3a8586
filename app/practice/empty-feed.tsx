import { Link } from '@remix-run/react'
import { usePath } from '../live/directory.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { usePractice } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'
import type { Show } from './threads.ts'

/** A page on which nothing has been said, or nothing of the kind one wants to see. */
export function EmptyFeed({ show, say }: { show: Show; say(): void }) {
  const t = usePracticeWords()
  const path = usePath()
  const { page } = usePractice()
  const { name } = page.profile
  if (show === 'posts')
    return (
      <EmptyState
        title={t('empty.posts')}
        act={
          <Link to={path('board')} className={buttonClass()}>
            {t('profile.write')}
          </Link>
        }
      >
        {t('empty.postsBody')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t(show === 'mentions' ? 'empty.mentions' : 'empty.title', { name })}
      art={
        <LineArt>
          <path d="M18 14h48a6 6 0 0 1 6 6v18a6 6 0 0 1-6 6H38L26 54V44h-8a6 6 0 0 1-6-6V20a6 6 0 0 1 6-6Z" />
          <path d="M80 28h16a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6h-4v8l-9-8H62" />
          <path d="M24 24h34M24 32h22" />
        </LineArt>
      }
      act={
        page.mayPlay ? (
          <Button kind="primary" onClick={say}>
            {t('empty.act')}
          </Button>
        ) : null
      }
    >
      {t(page.mayPlay ? 'empty.body' : 'empty.reader', { name })}
    </EmptyState>
  )
}
