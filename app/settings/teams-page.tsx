import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { TeamDialog } from './team-dialog.tsx'
import { type TeamFacts, TeamRow } from './team-row.tsx'

/** HQ and the regional teams. */
export function TeamsPage({ teams }: { teams: readonly TeamFacts[] }) {
  const t = useSettingsWords()
  const [adding, add] = useState(false)
  return (
    <Section
      title={t('nav.teams')}
      hint={t('teams.hint')}
      act={
        <Button kind="primary" icon={<Plus />} onClick={() => add(true)}>
          {t('teams.add')}
        </Button>
      }
    >
      <Rows label={t('nav.teams')}>
        {teams.map((team) => (
          <TeamRow key={team.id} team={team} />
        ))}
      </Rows>
      {adding ? <TeamDialog close={() => add(false)} /> : null}
    </Section>
  )
}
