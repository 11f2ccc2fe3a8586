import { Mail } from 'lucide-react'
import { isBuiltInRole } from '#server/member/permission.rules.ts'
import { Button } from '../ui/button.tsx'
import { Time } from '../ui/time.tsx'
import { toast } from '../ui/toast.ts'
import { Row, Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'
import { useAct } from './use-act.ts'
import { useScopeWords } from './use-scope-words.ts'

export interface InvitationFacts {
  id: string
  email: string
  role: string
  narrowed: boolean
  teamIds: string[]
  expiresAt: number
}

/** Invitations that still open the door. */
export function InvitationRows({ invitations }: { invitations: readonly InvitationFacts[] }) {
  const t = useSettingsWords()
  const where = useScopeWords()
  const { busy, run } = useAct()
  const withdraw = async ({ id, email }: InvitationFacts) => {
    const answer = await run('invitation.withdraw', { invitationId: id })
    if ('done' in answer) toast({ kind: 'done', title: t('members.withdrawn', { email }) })
  }
  return (
    <Section title={t('members.open')}>
      <Rows label={t('members.open')}>
        {invitations.map((one) => (
          <Row
            key={one.id}
            before={<Mail className="size-4 text-subtle" aria-hidden="true" />}
            title={one.email}
            detail={
              <>
                {isBuiltInRole(one.role) ? t(`role.${one.role}`) : one.role} ·{' '}
                {where(one.narrowed, one.teamIds)} ·{' '}
                {t.rich('members.expires', { time: () => <Time at={one.expiresAt} /> })}
              </>
            }
          >
            <Button size="dense" busy={busy} onClick={() => withdraw(one)}>
              {t('members.withdraw')}
            </Button>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
