import { useState } from 'react'
import { BUILT_IN_ROLES, type BuiltInRole } from '#server/member/permission.rules.ts'
import type { Acts } from '#server/verbs.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox, Switch } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useWriteDate } from '../ui/use-write-date.ts'
import { ActForm, FormField } from './act-form.tsx'
import { FormSelect } from './form-select.tsx'
import { SecretBox } from './secret-box.tsx'
import { useSettingsWords } from './settings-words.ts'

type Made = Acts['member.invite']['output'] & { email: string }

/** Asks whom and as what; then shows the link, once. */
export function InviteDialog({ close }: { close(): void }) {
  const t = useSettingsWords()
  const write = useWriteDate()
  const { teams } = useDirectory()
  const may = useMay()
  const [role, setRole] = useState<BuiltInRole>('editor')
  const [ticked, tick] = useState<readonly string[]>([])
  const [narrowed, narrow] = useState(false)
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const onlyTeams = narrowed && role !== 'owner' && ticked.length > 0
  const roles = BUILT_IN_ROLES.filter((one) => one !== 'owner' || may('owner:manage', null))

  if (made)
    return (
      <Dialog
        open
        onOpenChange={close}
        title={t('members.linkTitle', { email: made.email })}
        description={t('members.linkHint', {
          date: write(made.expiresAt, 'dateTime'),
        })}
        footer={
          <Button kind="primary" onClick={close}>
            {t('members.done')}
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <SecretBox
            label={t('members.link')}
            value={window.location.origin + made.path}
            copy={t('members.copy')}
            copied={t('members.copied')}
          />
          <Banner tone={made.mail === 'failed' ? 'amber' : 'neutral'}>
            {made.mail === 'sent'
              ? t('members.mailSent', { email: made.email })
              : t(made.mail === 'failed' ? 'members.mailFailed' : 'members.mailOff')}
          </Banner>
        </div>
      </Dialog>
    )

  return (
    <Dialog open onOpenChange={close} title={t('members.inviteTitle')} description={t('members.inviteHint')}>
      <ActForm
        name="member.invite"
        act={t('members.inviteAct')}
        done={null}
        input={() => ({ email, role, teamIds: [...ticked], narrowed: onlyTeams })}
        onDone={(output) => setMade({ ...output, email: email.trim() })}
      >
        <FormField
          name="email"
          type="email"
          label={t('members.email')}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          autoComplete="off"
          autoFocus
        />
        <FormSelect
          name="role"
          label={t('members.role')}
          hint={t(`roleHint.${role}`)}
          value={role}
          onChange={(value) => setRole(value as BuiltInRole)}
        >
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </FormSelect>
        <fieldset>
          <legend className="text-dense font-medium">{t('members.teams')}</legend>
          <div className="mt-1 grid grid-cols-2 gap-x-3">
            {teams.map((team) => (
              <Checkbox
                key={team.id}
                name="teamIds"
                checked={ticked.includes(team.id)}
                onChange={(event) =>
                  tick(event.target.checked ? [...ticked, team.id] : ticked.filter((id) => id !== team.id))
                }
              >
                {team.name}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <Switch
          checked={onlyTeams}
          disabled={role === 'owner' || !ticked.length}
          hint={t('members.onlyTeamsHint')}
          onChange={(event) => narrow(event.target.checked)}
        >
          {t('members.onlyTeams')}
        </Switch>
      </ActForm>
    </Dialog>
  )
}
