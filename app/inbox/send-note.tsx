import { CircleHelp, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import type { ThreadMessage } from '#server/conversation/thread.reads.ts'
import { useMay } from '../live/directory.tsx'
import { Button } from '../ui/button.tsx'
import type { Settlement } from './inbox-acts.ts'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'

interface SendNoteProps {
  message: ThreadMessage
  row: InboxRow
  network: string
}

/** A reply that is not (yet) out: why, and what a person can do. */
export function SendNote({ message, row, network }: SendNoteProps) {
  const t = useInboxWords()
  const { acts } = useInbox()
  const may = useMay()
  const { sendState, sendReason, sendDetail } = message
  const settle = (as: Settlement) => void acts.settle(row.id, message.id, as)
  const allowed = may('conversation:reply', row.teamId)
  const key = `why.${sendReason}` as Parameters<typeof t.has>[0]
  const reason = sendReason && t.has(key) ? t(key as 'why.network.rejected', { network }) : ''
  const line = 'flex items-center gap-1 text-meta [&_svg]:size-3.5 [&_svg]:shrink-0'
  if (sendState === 'sent' || sendState === null) return null
  if (sendState === 'dropped') return <p className={`${line} text-subtle`}>{t('send.dropped')}</p>
  if (sendState === 'sending')
    return (
      <p className={`${line} text-subtle`} role="status" data-send="sending">
        <LoaderCircle aria-hidden="true" />
        {reason ? t('send.waiting', { reason }) : t('send.sending')}
      </p>
    )
  const failed = sendState === 'failed'
  return (
    <div className="flex max-w-100 flex-col items-end gap-1.5" role="alert" data-send={sendState}>
      <p className={`${line} ${failed ? 'text-red' : 'text-amber'}`}>
        {failed ? <TriangleAlert aria-hidden="true" /> : <CircleHelp aria-hidden="true" />}
        <span className="text-fg">
          {failed ? t('send.failed', { reason }) : t('send.ambiguous', { network })}
        </span>
      </p>
      {sendDetail ? <p className="text-meta break-words text-subtle">{sendDetail}</p> : null}
      {allowed ? (
        <div className="flex flex-wrap justify-end gap-1.5">
          {failed ? (
            <Button size="dense" onClick={() => settle('retry')}>
              {t('send.retry')}
            </Button>
          ) : (
            <>
              <Button size="dense" onClick={() => settle('sent')}>
                {t('send.there')}
              </Button>
              <Button size="dense" onClick={() => settle('absent')}>
                {t('send.absent')}
              </Button>
            </>
          )}
          <Button size="dense" kind="quiet" onClick={() => settle('drop')}>
            {t('send.drop')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
