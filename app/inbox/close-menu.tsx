import { Check, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { closeCheck, DISMISSALS, type Dismissal } from '#server/conversation/conversation.rules.ts'
import { inView, queryOf } from '#server/conversation/inbox.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { toast } from '../ui/toast.ts'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import type { LiveThread } from './use-thread.ts'

type Reason = 'answered' | Dismissal['reason']

/** Ends the conversation: answered, or with why no answer is needed. A closed one is opened again. */
export function CloseMenu({ thread, row }: { thread: LiveThread; row: InboxRow }) {
  const t = useInboxWords()
  const ui = useTranslations('ui')
  const may = useMay()
  const close = useClose(row)
  const { acts } = useInbox()
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const allowed = may('conversation:write', row.teamId)
  const closed = row.state === 'closed'
  const answered =
    'ok' in
    closeCheck(
      thread.messages.map((one) => ({
        ...one,
        sent: one.sendState === 'sent' || one.sendState === 'sending',
      })),
    )
  const reopen = () => void acts.setState({ id: row.id, to: 'open' })
  useCommand(
    'conversation.close',
    allowed && !closed ? () => (answered ? void close('answered') : setOpen(true)) : null,
  )
  useCommand('conversation.reopen', allowed && row.state !== 'open' ? reopen : null)
  if (!allowed) return null
  if (closed)
    return (
      <Button size="dense" icon={<RotateCcw aria-hidden="true" />} onClick={reopen}>
        {t('act.reopen')}
      </Button>
    )
  const button = (
    <Button size="dense" icon={<Check aria-hidden="true" />}>
      {t('act.close')}
    </Button>
  )
  return (
    <>
      <Menu trigger={button} align="end" open={open} onOpenChange={setOpen}>
        <MenuItem
          icon={<Check aria-hidden="true" />}
          keys={answered ? 'e' : undefined}
          disabled={!answered}
          onSelect={() => void close('answered')}
        >
          {t('act.closeAnswered')}
        </MenuItem>
        <MenuSeparator />
        <MenuLabel>{t('act.closeBecause')}</MenuLabel>
        {DISMISSALS.map((reason) => (
          <MenuItem key={reason} onSelect={() => (reason === 'other' ? setAsking(true) : void close(reason))}>
            <span className="inline-block first-letter:uppercase">{t(`reason.${reason}`)}</span>
          </MenuItem>
        ))}
      </Menu>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={t('act.noteTitle')}
        size="small"
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{ui('cancel')}</Button>
            <Button
              kind="primary"
              disabled={!note.trim()}
              onClick={() => {
                setAsking(false)
                void close('other', note)
              }}
            >
              {t('act.close')}
            </Button>
          </>
        }
      >
        <TextArea
          aria-label={t('act.note')}
          placeholder={t('act.note')}
          value={note}
          maxLength={1_000}
          onChange={({ target }) => setNote(target.value)}
        />
      </Dialog>
    </>
  )
}

/** Closes, and goes on to the next one where the list is worked off. */
function useClose(row: InboxRow): (reason: Reason, note?: string) => Promise<void> {
  const t = useInboxWords()
  const ui = useTranslations('ui')
  const { acts, inbox, open, leave } = useInbox()
  const { me } = useDirectory()
  return async (reason, note = '') => {
    const { id } = row
    const { view } = queryOf(new URLSearchParams(window.location.search))
    const { order } = inbox.getState()
    const at = order.indexOf(id)
    const next = order[at + 1] ?? order[at - 1]
    if (!(await acts.setState({ id, to: 'closed', reason, note }))) return
    toast({
      id: `closed:${id}`,
      kind: 'done',
      title: t('told.closed'),
      act: { label: ui('undo'), run: () => void acts.setState({ id, to: 'open' }) },
    })
    if (inView({ state: 'closed', assigneeId: row.assigneeId }, view, me.memberId)) return
    if (next && at >= 0) open(next)
    else leave()
  }
}
