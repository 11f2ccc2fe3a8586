import { useState } from 'react'
import { PERMISSIONS, type Permission } from '#server/member/permission.rules.ts'
import { useMay } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ActForm, FormField } from './act-form.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { isShownScope } from './scopes.ts'
import { SecretBox } from './secret-box.tsx'
import { useSettingsWords } from './settings-words.ts'

/** A name and scopes; then the token, once. Scopes are the permissions one holds oneself. */
export function TokenDialog({ close }: { close(): void }) {
  const t = useSettingsWords('tokens')
  const s = useSettingsWords()
  const may = useMay()
  const mine = PERMISSIONS.filter((permission) => isShownScope(permission) && may(permission))
  const reads = mine.filter((permission) => permission.endsWith(':read'))
  const [scopes, setScopes] = useState<readonly Permission[]>(reads)
  const [secret, setSecret] = useState<string | null>(null)
  if (secret)
    return (
      <Dialog
        open
        onOpenChange={close}
        title={t('secretTitle')}
        description={t('secretHint')}
        footer={
          <Button kind="primary" onClick={close}>
            {t('done')}
          </Button>
        }
      >
        <SecretBox label={t('secret')} value={secret} copy={t('copy')} copied={t('copied')} />
      </Dialog>
    )
  return (
    <Dialog open onOpenChange={close} title={t('addTitle')} size="large">
      <ActForm
        name="token.create"
        act={t('addAct')}
        done={null}
        input={(form) => ({ name: String(form.get('name')), scopes: [...scopes] })}
        onDone={(made) => setSecret(made.secret)}
      >
        <FormField name="name" label={s('name')} hint={t('nameHint')} autoFocus autoComplete="off" />
        <ScopeFields mine={mine} chosen={scopes} choose={setScopes} />
      </ActForm>
    </Dialog>
  )
}
