import { useDirectory } from '../live/directory.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ActForm, FormField } from './act-form.tsx'
import { ZoneSelect } from './form-select.tsx'
import { MarketSelect } from './market-select.tsx'
import { useSettingsWords } from './settings-words.ts'
import type { TeamFacts } from './team-row.tsx'

const read = (form: FormData) => ({
  name: String(form.get('name')),
  zone: String(form.get('zone')),
  locale: String(form.get('locale')),
  country: String(form.get('country')),
})

/** A new regional team, or what is set about one. */
export function TeamDialog({ team, close }: { team?: TeamFacts; close(): void }) {
  const t = useSettingsWords()
  const { workspace } = useDirectory()
  const fields = (
    <>
      <FormField name="name" label={t('name')} defaultValue={team?.name} autoFocus autoComplete="off" />
      <ZoneSelect value={team?.zone ?? workspace.zone} />
      <div className="grid grid-cols-2 gap-3">
        <MarketSelect name="locale" label={t('teams.locale')} type="language" value={team?.locale} />
        <MarketSelect name="country" label={t('teams.country')} type="region" value={team?.country} />
      </div>
    </>
  )
  return (
    <Dialog
      open
      onOpenChange={close}
      title={team ? t('teams.edit', { name: team.name }) : t('teams.addTitle')}
    >
      {team ? (
        <ActForm
          name="team.change"
          act={t('teams.editAct')}
          input={(form) => ({ teamId: team.id, ...read(form) })}
          onDone={close}
        >
          {fields}
        </ActForm>
      ) : (
        <ActForm name="team.create" act={t('teams.addAct')} input={read} onDone={close}>
          {fields}
        </ActForm>
      )}
    </Dialog>
  )
}
