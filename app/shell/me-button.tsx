import { useTranslations } from 'use-intl'
import { Avatar } from '../ui/avatar.tsx'
import { LazyTrigger } from '../ui/lazy-trigger.tsx'
import { useShell } from './shell-context.ts'

const load = async () => (await import('./me-menu.tsx')).MeMenu

/** One's own face, which opens the menu about oneself. */
export function MeButton() {
  const t = useTranslations('shell')
  const { me } = useShell()
  return (
    <LazyTrigger
      load={load}
      button={
        <button
          type="button"
          aria-label={t('me', { name: me.name })}
          className="flex size-9 touch:size-11 items-center justify-center rounded-control hover:bg-hover aria-expanded:bg-press"
        >
          <Avatar person={me} size={24} silent />
        </button>
      }
    />
  )
}
