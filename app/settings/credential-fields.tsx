import type { NetworkId } from '#server/network/network.rules.ts'
import { useNetworkWords } from '../channel/network-words.ts'
import { FormField } from './act-form.tsx'
import { useSettingsWords } from './settings-words.ts'

/** A field of a connector's login, as data. */
export interface CredentialField {
  name: string
  type: 'text' | 'url' | 'password'
  required: boolean
  initial: string
  example: string
}

/** The fields a connector asks for. Their names in the form are those the server refuses by: `fields.<name>`. */
export function CredentialFields({ fields }: { fields: readonly CredentialField[] }) {
  const t = useNetworkWords('field')
  return fields.map((field) => {
    const key = field.name as Parameters<typeof t.has>[0]
    return (
      <FormField
        key={field.name}
        name={`fields.${field.name}`}
        type={field.type}
        label={t.has(key) ? t(key) : field.name}
        optional={!field.required}
        defaultValue={field.initial}
        placeholder={field.example}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    )
  })
}

export const credentialsOf = (form: FormData, fields: readonly CredentialField[]): Record<string, string> =>
  Object.fromEntries(fields.map(({ name }) => [name, String(form.get(`fields.${name}`) ?? '')]))

/** Where the login comes from, per network. */
export function NetworkHelp({ network }: { network: NetworkId }) {
  const t = useSettingsWords('channels.help')
  const text = network === 'bluesky' ? t('bluesky') : network === 'practice' ? t('practice') : t('other')
  return <p className="text-dense text-muted">{text}</p>
}
