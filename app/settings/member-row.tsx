import { Ellipsis, KeyRound, UserMinus } from 'lucide-react'
import { useState } from 'react'
import { BUILT_IN_ROLES, type BuiltInRole, type TeamRole } from '#server/member/permission.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { Select } from '../ui/select.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { Row } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'
import { useScopeWords } from './use-scope-words.ts'

export interface MemberFacts {
  id: string
  name: string
  email: string
  role: BuiltInRole
  narrowed: boolean
  teams: { teamId: string; role: TeamRole | null }[]
}

/** A member: role at once, teams and access in a dialog, removal behind a question. */
export function MemberRow({ member }: { member: MemberFacts }) {
  const t = useSettingsWords()
  const { me } = useDirectory()
  const may = useMay()
  const where = useScopeWords()
  const { busy, run } = useAct()
  const [open, setOpen] = useState<'access' | 'remove' | null>(null)
  /** Shown at once; what the server says replaces it. */
  const [wanted, want] = useState<BuiltInRole | null>(null)
  const touchesOwner = (role: BuiltInRole) => role === 'owner' && !may('owner:manage', null)
  const setRole = async (role: BuiltInRole) => {
    want(role)
    await run('member.change-role', { memberId: member.id, role })
    want(null)
  }
  const remove = async () => {
    await run('member.remove', { memberId: member.id })
    setOpen(null)
  }
  return (
    <>
      <Row
        before={<Avatar person={member} size={32} silent />}
        title={
          <>
            <span className="truncate">{member.name}</span>
            {member.id === me.memberId ? (
              <span className="text-meta text-subtle">({t('members.you')})</span>
            ) : null}
          </>
        }
        detail={
          <>
            {member.email} ·{' '}
            {where(
              member.narrowed,
              member.teams.map((one) => one.teamId),
            )}
          </>
        }
      >
        <Select
          dense
          className="w-32"
          aria-label={t('members.roleOf', { name: member.name })}
          value={wanted ?? member.role}
          disabled={busy || touchesOwner(member.role)}
          onChange={(event) => setRole(event.target.value as BuiltInRole)}
        >
          {BUILT_IN_ROLES.map((role) => (
            <option key={role} value={role} disabled={touchesOwner(role)}>
              {t(`role.${role}`)}
            </option>
          ))}
        </Select>
        <Menu
          align="end"
          trigger={
            <IconButton size="dense" label={t('members.more', { name: member.name })} icon={<Ellipsis />} />
          }
        >
          <MenuItem icon={<KeyRound />} onSelect={() => setOpen('access')}>
            {t('members.access')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            danger
            icon={<UserMinus />}
            disabled={touchesOwner(member.role) || member.id === me.memberId}
            onSelect={() => setOpen('remove')}
          >
            {t('members.remove')}
          </MenuItem>
        </Menu>
      </Row>
      {open === 'access' ? <AccessDialog member={member} close={() => setOpen(null)} /> : null}
      <ConfirmDialog
        open={open === 'remove'}
        onOpenChange={() => setOpen(null)}
        title={t('members.removeAsk', { name: member.name })}
        act={t('members.removeAct', { name: member.name })}
        danger
        busy={busy}
        onConfirm={remove}
      >
        {t('members.removeBody')}
      </ConfirmDialog>
    </>
  )
}
