import { Hand } from 'lucide-react'
import type { InboxRow } from '#server/conversation/conversation.reads.ts'
import { claimedBy } from '#server/conversation/conversation.rules.ts'
import { useDirectory, useMay } from '../live/directory.tsx'
import { useTypingIn } from '../live/presence/use-presence.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { useClock } from '../ui/clock.ts'
import { useInbox } from './inbox-context.ts'
import { useInboxWords } from './inbox-words.ts'
import { namesOf } from './names.ts'

/** Who has claimed the conversation, and who is writing right now. */
export function ClaimBar({ row, me }: { row: InboxRow; me: string }) {
  const t = useInboxWords('thread')
  const { acts } = useInbox()
  const { members } = useDirectory()
  const may = useMay()
  const now = useClock()
  const typing = useTypingIn(`conversation:${row.id}`)
  const holder = claimedBy(row.claim, now)
  const mine = holder === me
  const name = members.find(({ id }) => id === holder)?.name ?? ''
  return (
    <div className="shrink-0">
      <p aria-live="polite" className="flex h-5 items-center gap-1.5 px-4 text-meta text-muted">
        {typing.length ? (
          <span className="animate-fade-in truncate">
            {t('typing', { count: typing.length, names: namesOf(typing) })}
            <span aria-hidden="true">…</span>
          </span>
        ) : null}
      </p>
      {holder && !mine ? (
        <Banner
          flush
          tone="amber"
          icon={<Hand aria-hidden="true" />}
          act={
            may('conversation:write', row.teamId) ? (
              <Button size="dense" onClick={() => acts.takeOver(row.id)}>
                {t('takeOver')}
              </Button>
            ) : null
          }
        >
          {t('claimed', { name })}
        </Banner>
      ) : null}
    </div>
  )
}
