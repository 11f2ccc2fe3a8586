import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { type InvitationFacts, InvitationRows } from './invitation-rows.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { type MemberFacts, MemberRow } from './member-row.tsx'
import { Rows, Section } from './section.tsx'
import { useSettingsWords } from './settings-words.ts'

interface MembersPageProps {
  members: readonly MemberFacts[]
  invitations: readonly InvitationFacts[]
}

/** Who is here and what they may; who was asked to come. */
export function MembersPage({ members, invitations }: MembersPageProps) {
  const t = useSettingsWords()
  const [inviting, invite] = useState(false)
  return (
    <>
      <Section
        title={t('nav.members')}
        hint={t('members.hint')}
        act={
          <Button kind="primary" icon={<UserPlus />} onClick={() => invite(true)}>
            {t('members.invite')}
          </Button>
        }
      >
        <Rows label={t('nav.members')}>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </Rows>
      </Section>
      {invitations.length ? <InvitationRows invitations={invitations} /> : null}
      {inviting ? <InviteDialog close={() => invite(false)} /> : null}
    </>
  )
}
