import { PASSWORD_MIN } from '#server/member/account.rules.ts'
import { useDirectory } from '../live/directory.tsx'
import { chooseLocale } from '../preferences.ts'
import { toast } from '../ui/toast.ts'
import { ActForm, FormField } from './act-form.tsx'
import { LanguageSelect, ZoneSelect } from './form-select.tsx'
import { LeaveWorkspace } from './leave-workspace.tsx'
import { MailChoice, type MailFacts } from './mail-choice.tsx'
import { Section } from './section.tsx'
import { type SessionFacts, Sessions } from './sessions.tsx'
import { useSettingsWords } from './settings-words.ts'

interface ProfilePageProps {
  email: string
  mail: MailFacts
  /** the number the page was read at */
  head: number
  sessions: readonly SessionFacts[]
}

/** Oneself: name, zone, language, mail, password, sessions, the way out. */
export function ProfilePage({ email, mail, head, sessions }: ProfilePageProps) {
  const t = useSettingsWords('profile')
  const s = useSettingsWords()
  const { me } = useDirectory()
  return (
    <>
      <Section title={t('about')} hint={t('aboutHint')}>
        <div className="max-w-sm">
          <ActForm
            name="account.change"
            act={t('save')}
            input={(form) => ({
              name: String(form.get('name')),
              zone: String(form.get('zone')),
              locale: form.get('locale') === 'ko' ? 'ko' : 'en',
            })}
            onDone={() => {
              // The words and times of the whole page follow, so it is loaded anew.
              const next = document.querySelector<HTMLSelectElement>('select[name=locale]')?.value
              const zone = document.querySelector<HTMLSelectElement>('select[name=zone]')?.value
              if (next !== me.locale || zone !== me.zone) chooseLocale(next === 'ko' ? 'ko' : 'en')
            }}
          >
            <FormField name="name" label={s('name')} defaultValue={me.name} autoComplete="name" />
            <ZoneSelect value={me.zone} />
            <LanguageSelect value={me.locale} />
          </ActForm>
        </div>
      </Section>
      <MailChoice mail={mail} email={email} head={head} />
      <Section title={t('password')} hint={t('passwordHint')}>
        <div className="max-w-sm">
          <ActForm
            name="account.change-password"
            act={t('savePassword')}
            done={null}
            reset
            input={(form) => ({ current: String(form.get('current')), next: String(form.get('next')) })}
            onDone={({ ended }) => toast({ kind: 'done', title: t('passwordSaved', { ended }) })}
          >
            <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
            <FormField name="current" type="password" label={t('current')} autoComplete="current-password" />
            <FormField
              name="next"
              type="password"
              label={t('next')}
              hint={t('nextHint', { min: PASSWORD_MIN })}
              autoComplete="new-password"
            />
          </ActForm>
        </div>
      </Section>
      <Sessions sessions={sessions} />
      <LeaveWorkspace />
    </>
  )
}
