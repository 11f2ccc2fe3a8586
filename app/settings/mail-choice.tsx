import { useEffect, useState } from 'react'
import { MAIL_KINDS, type MailKind, type MailKinds } from '#server/notification/notification-mail.rules.ts'
import { useEvents } from '../live/live.tsx'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Switch } from '../ui/checkbox.tsx'
import { Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'

export interface MailFacts {
  status: 'on' | 'off' | 'demo'
  kinds: MailKinds
}
interface MailChoiceProps {
  mail: MailFacts
  /** to what address */
  email: string
  /** the number the facts were read at */
  head: number
}

/** Which of one's own notifications also go by e-mail. A switch counts at once, in every window. */
export function MailChoice({ mail, email, head }: MailChoiceProps) {
  const t = useSettingsWords('mail')
  const { run } = useAct()
  const [kinds, setKinds] = useState(mail.kinds)
  useEffect(() => setKinds(mail.kinds), [mail.kinds])
  useEvents(head, (event) => {
    if (event.type === 'notification.mailChosen') setKinds((now) => ({ ...now, ...event.data.kinds }))
  })
  const any = MAIL_KINDS.some((kind) => kinds[kind])
  async function choose(next: Partial<MailKinds>) {
    const before = kinds
    setKinds({ ...before, ...next })
    const answer = await run('notification.chooseMail', { kinds: next })
    if ('problem' in answer) setKinds(before)
  }
  const all = (on: boolean) =>
    choose(Object.fromEntries(MAIL_KINDS.map((kind: MailKind) => [kind, on])) as MailKinds)
  return (
    <Section
      id="mail"
      title={t('title')}
      hint={mail.status === 'on' ? t('hint', { email }) : null}
      act={<Button onClick={() => void all(!any)}>{t(any ? 'allOff' : 'allOn')}</Button>}
    >
      {mail.status === 'on' ? null : (
        <div className="mb-4">
          <Banner tone="neutral">{t(mail.status)}</Banner>
        </div>
      )}
      <fieldset className="flex max-w-prose flex-col gap-1">
        <legend className="sr-only">{t('title')}</legend>
        {MAIL_KINDS.map((kind) => (
          <Switch
            key={kind}
            checked={kinds[kind]}
            onChange={(event) => void choose({ [kind]: event.target.checked })}
            hint={t(`about.${kind}`)}
          >
            {t(`kind.${kind}`)}
          </Switch>
        ))}
      </fieldset>
    </Section>
  )
}
