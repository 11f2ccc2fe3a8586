import { Link } from '@remix-run/react'
import { Drama } from 'lucide-react'
import { useDirectory, useMay, usePath } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { buttonClass } from '../ui/button.tsx'
import { usePractice } from './practice-context.tsx'
import { usePracticeWords } from './practice-words.ts'

/** The channel's profile on the invented network, marked as what it is. */
export function ProfileHead() {
  const t = usePracticeWords()
  const may = useMay()
  const path = usePath()
  const { teams } = useDirectory()
  const { page } = usePractice()
  const { profile, teamId } = page
  const team = teams.find(({ id }) => id === teamId)
  return (
    <header>
      <div
        className="h-20 bg-accent-soft bg-[radial-gradient(color-mix(in_oklab,var(--accent)_30%,transparent)_1px,transparent_1.5px)] bg-size-[12px_12px] sm:h-24"
        aria-hidden="true"
      />
      <div className="flex flex-wrap items-end justify-between gap-2 px-4">
        <Avatar
          person={profile}
          size={40}
          silent
          className="-mt-6 origin-bottom-left scale-140 ring-4 ring-panel"
        />
        <div className="flex flex-wrap gap-2 pt-2">
          {may('conversation:read', teamId) ? (
            <Link to={path('inbox')} className={buttonClass({ size: 'dense' })}>
              {t('profile.inbox')}
            </Link>
          ) : null}
          {may('post:write', teamId) ? (
            <Link to={path('board')} className={buttonClass({ size: 'dense' })}>
              {t('profile.write')}
            </Link>
          ) : null}
        </div>
      </div>
      <div className="flex flex-col gap-1 border-b border-line px-4 pt-3 pb-4">
        <h2 className="flex flex-wrap items-center gap-2 text-page font-semibold">
          {profile.name}
          <Badge tone="amber" icon={<Drama aria-hidden="true" />}>
            {t('mark')}
          </Badge>
        </h2>
        <p className="text-dense text-subtle">
          @{profile.handle}
          {team ? ` · ${team.name}` : ''} · {t('profile.followers', { count: profile.followers })}
        </p>
        <p className="text-dense text-muted">{t('markHint')}</p>
        {page.mayPlay ? null : <p className="text-dense text-muted">{t('profile.reader')}</p>}
      </div>
    </header>
  )
}
