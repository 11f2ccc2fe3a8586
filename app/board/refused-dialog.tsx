import { useTranslations } from 'use-intl'
import type { BulkRefusal } from '#server/bulk/bulk.rules.ts'
import { useProblemText } from '../shell/problem-text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'

interface RefusedDialogProps {
  refused: readonly BulkRefusal[]
  /** How many others it was done with. */
  done: number
  close(): void
}

/** Which posts an act did not touch, those of one reason together. */
export function RefusedDialog({ refused, done, close }: RefusedDialogProps) {
  const t = useTranslations()
  const say = useProblemText()
  const reasons = Map.groupBy(refused, (one) => say(one.code, one.params))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      size="small"
      title={t('bulk.refusedTitle', { count: refused.length })}
      description={t('bulk.refusedSome', { done })}
      footer={
        <Button kind="primary" onClick={close}>
          {t('bulk.close')}
        </Button>
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
