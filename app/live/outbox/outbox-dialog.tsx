import { useTranslations } from 'use-intl'
import { useStore } from 'zustand'
import { Dialog } from '../../ui/dialog.tsx'
import { nextToSend } from './entry.rules.ts'
import { OutboxRow } from './outbox-row.tsx'
import { outbox } from './outbox-store.ts'

/** What I did and the server does not know yet: in order, in words, each with what can be done about it. */
export function OutboxDialog({ close }: { close(): void }) {
  const t = useTranslations('outbox')
  const entries = useStore(outbox, (state) => state.entries)
  return (
    <Dialog open onOpenChange={(open) => !open && close()} title={t('title')} description={t('description')}>
      {entries.length ? (
        <ol className="-mx-2 flex flex-col gap-1">
          {entries.map((entry, at) => (
            <OutboxRow
              key={entry.id}
              entry={entry}
              close={close}
              behind={entry.state === 'waiting' && nextToSend(entries.slice(0, at + 1)) === undefined}
            />
          ))}
        </ol>
      ) : (
        <p className="text-body text-muted">{t('empty')}</p>
      )}
    </Dialog>
  )
}
