import { NavLink } from '@remix-run/react'
import { useMay, usePath } from '../live/directory.tsx'
import { cx } from '../ui/cx.ts'
import { usePrefetch } from '../ui/prefetch.ts'
import { places } from './places.ts'
import { useSettingsWords } from './settings-words.ts'

const row =
  'flex items-center gap-2.5 rounded-control px-2.5 text-dense font-medium text-muted transition-colors duration-120 hover:bg-hover hover:text-fg [&_svg]:size-4 [&_svg]:shrink-0'

/** The pages one may open, in groups. `home`: the address /settings itself stands for the profile. */
export function SettingsNav({ home, big }: { home?: boolean; big?: boolean }) {
  const t = useSettingsWords()
  const may = useMay()
  const path = usePath()
  const prefetch = usePrefetch()
  const open = places.filter(({ needs }) => !needs || may(needs))
  return (
    <nav aria-label={t('navigation')} className="flex flex-col gap-4">
      {(['mine', 'workspace', 'system'] as const).map((group) => {
        const here = open.filter((place) => place.group === group)
        if (!here.length) return null
        return (
          <div key={group}>
            <p className="px-2.5 pb-1 text-meta text-subtle">{t(`group.${group}`)}</p>
            <ul className="flex flex-col gap-0.5">
              {here.map(({ id, icon: Icon }) => (
                <li key={id}>
                  <NavLink
                    to={path(`settings/${id}`)}
                    prefetch={prefetch}
                    className={({ isActive }) =>
                      cx(
                        row,
                        big ? 'h-11 text-body' : 'h-8',
                        (isActive || (home && id === 'profile' && !big)) && 'bg-n4 text-fg',
                      )
                    }
                  >
                    <Icon aria-hidden="true" />
                    {t(`nav.${id}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
