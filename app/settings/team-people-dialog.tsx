import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { useDirectory } from '../live/directory.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Select } from '../ui/select.tsx'
import { Row, Rows } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import type { TeamFacts } from './team-row.tsx'
import { useAct } from './use-act.ts'

/** Who is in a team; adding and taking out act at once. */
export function TeamPeopleDialog({ team, close }: { team: TeamFacts; close(): void }) {
  const t = useSettingsWords()
  const ui = useTranslations('ui')
  const { members } = useDirectory()
  const { busy, run } = useAct()
  const others = members.filter(
    (one) => !one.gone && !team.people.some((person) => person.memberId === one.id),
  )
  const title = t('teams.managePeople', { name: team.name })
  return (
    <Dialog open onOpenChange={close} title={title}>
      <Rows label={title}>
        {team.people.map((person) => (
          <Row
            key={person.memberId}
            before={<Avatar person={{ id: person.memberId, name: person.name }} silent />}
            title={person.name}
            detail={t(`role.${person.role ?? person.workspaceRole}`)}
          >
            <IconButton
              size="dense"
              label={ui('remove', { name: person.name })}
              icon={<X />}
              disabled={busy}
              onClick={() => run('team.remove-member', { teamId: team.id, memberId: person.memberId })}
            />
          </Row>
        ))}
      </Rows>
      {others.length ? (
        <Field id="add-person" label={t('teams.addPerson')} className="mt-3">
          <Select
            id="add-person"
            value=""
            disabled={busy}
            onChange={(event) => run('team.add-member', { teamId: team.id, memberId: event.target.value })}
          >
            <option value="">{ui('choose')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <p className="mt-3 text-meta text-subtle">{t('teams.everybodyIn')}</p>
      )}
    </Dialog>
  )
}
