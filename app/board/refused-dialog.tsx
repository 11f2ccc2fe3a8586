import { useTranslations } from 'use-intl'
import type { BulkRefusal } from '#server/bulk/bulk.rules.ts'
import { sayFrom } from '../shell/problem-text.ts'
import { useProblemWords } from '../shell/problem-words.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useBulkWords } from './bulk-words.ts'

interface RefusedDialogProps {
  refused: readonly BulkRefusal[]
  /** How many others it was done with. */
  done: number
  /** Does it with those that may be, if one means it. */
  anyway?: (() => void) | undefined
  close(): void
}

/** Which posts an act did not touch, those of one reason together. */
export function RefusedDialog({ refused, done, anyway, close }: RefusedDialogProps) {
  const t = useTranslations()
  const bulk = useBulkWords()
  const say = sayFrom(useProblemWords())
  const reasons = Map.groupBy(refused, (one) => say(one.code, one.params))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="small"
      title={bulk('refusedTitle', { count: refused.length })}
      description={bulk('refusedSome', { done })}
      footer={
        <>
          {anyway ? (
            <Button
              onClick={() => {
                close()
                anyway()
              }}
            >
              {bulk('anyway')}
            </Button>
          ) : null}
          <Button kind="primary" onClick={close}>
            {bulk('close')}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col gap-3">
        {[...reasons].map(([reason, posts]) => (
          <li key={reason}>
            <p className="text-dense">{reason}</p>
            <ul className="mt-0.5 flex flex-col text-dense font-medium">
              {posts.map(({ id, title }) => (
                <li key={id} className="truncate">
                  {title || t('board.card.untitled')}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
