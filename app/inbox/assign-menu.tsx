import { UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { inTeam, useDirectory, useMay } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

const NOBODY = 'nobody'

/** Whose conversation it is; `a` opens it, `i` takes it oneself. */
export function AssignMenu({ row }: { row: InboxRow }) {
  const t = useInboxWords()
  const { acts } = useInbox()
  const { members, me } = useDirectory()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const allowed = may('conversation:assign', row.teamId)
  const assign = (memberId: string | null) => void acts.assign(row.id, memberId)
  useCommand('conversation.assign', allowed ? () => setOpen(true) : null)
  useCommand(
    'conversation.assignMe',
    allowed && row.assigneeId !== me.memberId ? () => assign(me.memberId) : null,
  )
  const assignee = members.find(({ id }) => id === row.assigneeId)
  const face = assignee ? <Avatar person={assignee} silent size={20} /> : <UserRoundPlus aria-hidden="true" />
  const words = assignee?.name ?? t('act.assign')
  const button = (
    <Button
      kind="quiet"
      size="dense"
      icon={face}
      disabled={!allowed}
      aria-label={assignee ? t('thread.assignedTo', { name: assignee.name }) : t('act.assign')}
    >
      <span className="max-w-28 truncate max-lg:sr-only">{words}</span>
    </Button>
  )
  if (!allowed) return assignee ? button : null
  return (
    <Menu trigger={button} align="end" open={open} onOpenChange={setOpen}>
      {row.assigneeId === me.memberId ? null : (
        <>
          <MenuItem icon={<UserRoundPlus aria-hidden="true" />} keys="i" onSelect={() => assign(me.memberId)}>
            {t('act.assignMe')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuChoice
        value={row.assigneeId ?? NOBODY}
        onChange={(next) => assign(next === NOBODY ? null : next)}
        options={[
          { value: NOBODY, label: t('act.nobody') },
          ...members
            .filter(({ gone, reads }) => !gone && inTeam(reads.conversations, row.teamId))
            .map((member) => ({
              value: member.id,
              label: (
                <span className="flex items-center gap-2">
                  <Avatar person={member} silent size={20} />
                  <span className="truncate">{member.name}</span>
                </span>
              ),
            })),
        ]}
      />
    </Menu>
  )
}
