import { Laptop } from 'lucide-react'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { Ago } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { deviceName } from './device.ts'
import { Row, Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'

export interface SessionFacts {
  id: string
  userAgent: string
  address: string
  seenAt: number
  current: boolean
}

/** Where one is signed in, each with a way to end it. */
export function Sessions({ sessions }: { sessions: readonly SessionFacts[] }) {
  const t = useSettingsWords('profile')
  const { busy, run } = useAct()
  const end = async (input: { sessionId: string } | { others: true }) => {
    const answer = await run('session.revoke', input)
    if ('done' in answer) toast({ kind: 'done', title: t('signedOut', { ended: answer.done.ended }) })
  }
  return (
    <Section
      title={t('sessions')}
      hint={t('sessionsHint')}
      act={
        sessions.length > 1 ? (
          <Button busy={busy} onClick={() => end({ others: true })}>
            {t('signOutOthers')}
          </Button>
        ) : null
      }
    >
      <Rows label={t('sessions')}>
        {sessions.map((one) => (
          <Row
            key={one.id}
            before={<Laptop className="size-4 text-subtle" aria-hidden="true" />}
            title={
              <>
                {deviceName(one.userAgent) ?? t('unknownDevice')}
                {one.current ? <Badge tone="green">{t('thisOne')}</Badge> : null}
              </>
            }
            detail={t.rich('seen', { address: one.address, time: () => <Ago at={one.seenAt} /> })}
          >
            {one.current ? null : (
              <Button size="dense" busy={busy} onClick={() => end({ sessionId: one.id })}>
                {t('signOut')}
              </Button>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
