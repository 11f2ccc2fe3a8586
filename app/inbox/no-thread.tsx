import { EmptyState, LineArt } from '../ui/empty-state.tsx'
import { useInboxWords } from './inbox-words.ts'

/** What stands where a conversation is read while none is open, or the one asked for is gone. */
export function NoThread({ gone }: { gone?: boolean }) {
  const t = useInboxWords()
  return (
    <div className="flex h-full items-center">
      <EmptyState
        art={
          <LineArt>
            <path d="M26 18h46a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H44l-10 8v-8h-8a6 6 0 0 1-6-6V24a6 6 0 0 1 6-6z" />
            <path d="M86 30h6a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6h-4v7l-9-7H62" />
          </LineArt>
        }
        title={t(gone ? 'empty.gone' : 'thread.choose')}
      >
        {gone ? t('empty.goneHint') : null}
      </EmptyState>
    </div>
  )
}
