import { useTranslations } from 'use-intl'
import { Avatar } from '../ui/avatar.tsx'
import { cx } from '../ui/cx.ts'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { useShell } from './shell-context.ts'

const load = async () => (await import('./me-menu.tsx')).MeMenu

/**
 * One's own face, which opens the menu about oneself.
 * @param named with the name beside it, for a list
 */
export function MeButton({ named }: { named?: boolean }) {
  const t = useTranslations('shell')
  const { me } = useShell()
  return (
    <LazyTrigger
      load={load}
      button={
        <button
          type="button"
          aria-label={t('me', { name: me.name })}
          className={cx(
            'flex items-center rounded-control hover:bg-hover aria-expanded:bg-press',
            named ? 'h-11 w-full gap-3 px-2 text-body' : 'size-9 justify-center touch:size-11',
          )}
        >
          <Avatar person={me} size={24} silent />
          {named ? <span className="truncate">{me.name}</span> : null}
        </button>
      }
    />
  )
}
