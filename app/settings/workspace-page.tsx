import { useDirectory } from '../live/directory.tsx'
import { Field } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ActForm, FormField } from './act-form.tsx'
import { LanguageSelect, ZoneSelect } from './form-select.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

/** The company: name, zone, language. */
export function WorkspacePage({ locale }: { locale: string }) {
  const t = useSettingsWords()
  const { workspace } = useDirectory()
  return (
    <Section title={t('workspace.about')} hint={t('workspace.aboutHint')}>
      <div className="max-w-sm">
        <ActForm
          key={`${workspace.name} ${workspace.zone} ${locale}`}
          name="workspace.change"
          act={t('workspace.save')}
          input={(form) => ({
            name: String(form.get('name')),
            zone: String(form.get('zone')),
            locale: form.get('locale') === 'ko' ? 'ko' : 'en',
          })}
        >
          <FormField
            name="name"
            label={t('name')}
            defaultValue={workspace.name}
            autoComplete="organization"
          />
          <Field id="slug" label={t('workspace.address')} hint={t('workspace.addressHint')}>
            <TextField
              id="slug"
              readOnly
              value={`/w/${workspace.slug}`}
              className="font-mono"
              aria-describedby="slug-description"
            />
          </Field>
          <ZoneSelect value={workspace.zone} />
          <LanguageSelect value={locale} />
        </ActForm>
      </div>
    </Section>
  )
}
