import { Archive, Ellipsis, Pencil, Users } from 'lucide-react'
import { useState } from 'react'
import { useLocale } from 'use-intl'
import type { BuiltInRole, TeamRole } from '#server/member/permission.rules.ts'
import { useMay } from '../live/directory.tsx'
import { AvatarStack } from '../ui/avatar-stack.tsx'
import { Badge } from '../ui/badge.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { Row } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { TeamDialog } from './team-dialog.tsx'
import { TeamPeopleDialog } from './team-people-dialog.tsx'
import { useAct } from './use-act.ts'

export interface TeamFacts {
  id: string
  name: string
  kind: 'hq' | 'region'
  zone: string
  locale: string
  country: string
  people: { memberId: string; name: string; role: TeamRole | null; workspaceRole: BuiltInRole }[]
}

/** A team: what it is, who is in it, what can be done with it. */
export function TeamRow({ team }: { team: TeamFacts }) {
  const t = useSettingsWords('teams')
  const locale = useLocale()
  const may = useMay()
  const { busy, run } = useAct()
  const [open, setOpen] = useState<'edit' | 'people' | 'archive' | null>(null)
  const close = () => setOpen(null)
  const country = new Intl.DisplayNames(locale, { type: 'region' }).of(team.country) ?? team.country
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(team.locale) ?? team.locale
  const archive = async () => {
    await run('team.archive', { teamId: team.id })
    close()
  }
  return (
    <>
      <Row
        title={
          <>
            <span className="truncate">{team.name}</span>
            {team.kind === 'hq' && team.name !== t('hq') ? <Badge tone="accent">{t('hq')}</Badge> : null}
          </>
        }
        detail={
          <span suppressHydrationWarning>
            {country} · {language} · {team.zone.replaceAll('_', ' ')} ·{' '}
            {t('people', { count: team.people.length })}
          </span>
        }
      >
        <AvatarStack people={team.people.map(({ memberId, name }) => ({ id: memberId, name }))} />
        <Menu
          align="end"
          trigger={<IconButton size="dense" label={t('edit', { name: team.name })} icon={<Ellipsis />} />}
        >
          <MenuItem icon={<Pencil />} onSelect={() => setOpen('edit')}>
            {t('edit', { name: team.name })}
          </MenuItem>
          {may('member:manage', null) ? (
            <MenuItem icon={<Users />} onSelect={() => setOpen('people')}>
              {t('managePeople', { name: team.name })}
            </MenuItem>
          ) : null}
          {team.kind === 'region' ? (
            <>
              <MenuSeparator />
              <MenuItem danger icon={<Archive />} onSelect={() => setOpen('archive')}>
                {t('archive')}
              </MenuItem>
            </>
          ) : null}
        </Menu>
      </Row>
      {open === 'edit' ? <TeamDialog team={team} close={close} /> : null}
      {open === 'people' ? <TeamPeopleDialog team={team} close={close} /> : null}
      <ConfirmDialog
        open={open === 'archive'}
        onOpenChange={close}
        title={t('archiveAsk', { name: team.name })}
        act={t('archiveAct')}
        danger
        busy={busy}
        onConfirm={archive}
      >
        {t('archiveBody')}
      </ConfirmDialog>
    </>
  )
}
