import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { EntryText } from './entry-text.tsx'
import { usePractice } from './practice-context.tsx'
import type { Pending } from './practice-store.ts'
import { usePracticeWords } from './practice-words.ts'

/** Words on their way, or refused: then with the reason, and kept until one decides. */
export function PendingEntry({ pending, small }: { pending: Pending; small?: boolean }) {
  const t = usePracticeWords('say')
  const { page, play } = usePractice()
  const author = page.audience.find(({ id }) => id === pending.personaId)
  return (
    <div className="flex gap-3">
      <Avatar person={author ?? { id: '', name: '' }} size={small ? 24 : 32} silent className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <div className="flex gap-1.5 text-dense">
          <span className="font-semibold">{author?.name}</span>
          {pending.failed === null ? (
            <span className="ml-auto text-meta text-subtle">{t('waiting')}</span>
          ) : null}
        </div>
        <div className="text-muted">
          <EntryText text={pending.text} />
        </div>
        <PendingFailure pending={pending} retry={() => play.again(pending)} />
      </div>
    </div>
  )
}

/** Why words were not sent, and what to do with them. */
export function PendingFailure({ pending, retry }: { pending: Pending; retry(): void }) {
  const t = usePracticeWords('say')
  const { play } = usePractice()
  if (pending.failed === null) return null
  return (
    <div role="alert" data-tone="red" className="mt-1 flex flex-wrap items-center gap-2 text-dense">
      <span className="text-tone-text">{t('failed', { reason: pending.failed })}</span>
      <Button size="dense" onClick={retry}>
        {t('again')}
      </Button>
      <Button size="dense" kind="quiet" onClick={() => play.discard(pending.key)}>
        {t('discard')}
      </Button>
    </div>
  )
}
