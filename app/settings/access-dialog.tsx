import { TEAM_ROLES, type TeamRole } from '#server/member/permission.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { Checkbox, Switch } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import type { MemberFacts } from './member-row.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'

/** The teams of a member, another role inside them, and whether the workspace role holds there only. Each at once. */
export function AccessDialog({ member, close }: { member: MemberFacts; close(): void }) {
  const t = useSettingsWords()
  const { teams } = useDirectory()
  const { busy, run } = useAct()
  const memberId = member.id
  const roleIn = (teamId: string) => member.teams.find((one) => one.teamId === teamId)
  const narrow = (on: boolean) =>
    run('member.narrow', { memberId, teamIds: on ? member.teams.map((one) => one.teamId) : null })
  const mayNarrow = member.role !== 'owner' && (member.narrowed || member.teams.length > 0)
  return (
    <Dialog open onOpenChange={close} title={t('members.accessOf', { name: member.name })}>
      <div className="flex flex-col gap-4">
        <Switch
          checked={member.narrowed}
          disabled={busy || !mayNarrow}
          onChange={(event) => narrow(event.target.checked)}
          hint={
            mayNarrow || member.role === 'owner'
              ? t('members.narrowedHint', { role: t(`role.${member.role}`) })
              : t('members.narrowFirst')
          }
        >
          {t('members.narrowed')}
        </Switch>
        <ul className="flex flex-col border-t border-line">
          {teams.map((team) => {
            const held = roleIn(team.id)
            return (
              <li
                key={team.id}
                className="flex min-h-11 flex-wrap items-center gap-x-3 border-b border-line py-1"
              >
                <Checkbox
                  className="min-w-0 flex-1 basis-36"
                  aria-label={t('members.belongs', { team: team.name })}
                  checked={Boolean(held)}
                  disabled={busy}
                  onChange={(event) =>
                    run(event.target.checked ? 'team.add-member' : 'team.remove-member', {
                      teamId: team.id,
                      memberId,
                    })
                  }
                >
                  {team.name}
                </Checkbox>
                {held ? (
                  <Select
                    dense
                    className="w-44"
                    aria-label={t('members.roleIn', { team: team.name })}
                    value={held.role ?? ''}
                    disabled={busy}
                    onChange={(event) =>
                      run('member.set-team-role', {
                        memberId,
                        teamId: team.id,
                        role: (event.target.value || null) as TeamRole | null,
                      })
                    }
                  >
                    <option value="">{t('members.sameRole')}</option>
                    {TEAM_ROLES.map((role) => (
                      <option key={role} value={role}>
                        {t(`role.${role}`)}
                      </option>
                    ))}
                  </Select>
                ) : null}
              </li>
            )
          })}
        </ul>
      </div>
    </Dialog>
  )
}
