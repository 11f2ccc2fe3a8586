import type { ChannelView } from '#server/channel/channel-view.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { ActForm, FormField, useFieldErrors } from './act-form.tsx'
import { FormSelect, ZoneSelect } from './form-select.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

/** Both ends of the cadence, or none when both are empty. One left empty follows the other. */
function cadenceOf(form: FormData): { min: number; max: number } | null {
  const read = (name: string) => String(form.get(name) ?? '').trim()
  const [min, max] = [read('cadence'), read('cadenceMax')]
  if (!min && !max) return null
  return { min: Number(min || 0), max: Number(max || min) }
}

/** Name, team, zone and cadence of a channel. */
export function ChannelForm({ channel }: { channel: ChannelView }) {
  const t = useSettingsWords('channels')
  const s = useSettingsWords()
  const { teams } = useDirectory()
  const may = useMay()
  const homes = teams.filter((team) => team.id === channel.teamId || may('channel:manage', team.id))
  return (
    <Section title={t('general')} hint={t('generalHint')} level={3}>
      <div className="max-w-sm">
        <ActForm
          name="channel.change"
          act={t('save')}
          input={(form) => ({
            channelId: channel.id,
            name: String(form.get('name')),
            teamId: String(form.get('teamId')),
            zone: String(form.get('zone')),
            cadence: cadenceOf(form),
          })}
        >
          <FormField name="name" label={s('name')} defaultValue={channel.name} autoComplete="off" />
          <FormSelect name="teamId" label={t('team')} defaultValue={channel.teamId}>
            {homes.map((team) => (
              <option key={team.id} value={team.id}>
                {team.name}
              </option>
            ))}
          </FormSelect>
          <ZoneSelect value={channel.zone} />
          <Cadence cadence={channel.cadence} />
        </ActForm>
      </div>
    </Section>
  )
}

function Cadence({ cadence }: { cadence: ChannelView['cadence'] }) {
  const t = useSettingsWords('channels')
  const errors = useFieldErrors('cadence')
  return (
    <fieldset>
      <legend className="text-dense font-medium">{t('cadence')}</legend>
      <p className="mb-1 text-meta text-subtle">{t('cadenceHint')}</p>
      <div className="grid grid-cols-2 gap-3">
        <FormField
          name="cadence"
          type="number"
          min={0}
          max={200}
          inputMode="numeric"
          label={t('cadenceMin')}
          defaultValue={cadence?.min}
        />
        <FormField
          name="cadenceMax"
          type="number"
          min={1}
          max={200}
          inputMode="numeric"
          label={t('cadenceMax')}
          defaultValue={cadence?.max}
          aria-invalid={errors ? true : undefined}
        />
      </div>
    </fieldset>
  )
}
