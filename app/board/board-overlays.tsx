import { lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl'
import type { Board } from './board-context.tsx'

const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }))
const TimeDialog = lazy(async () => ({ default: (await import('./time-dialog.tsx')).TimeDialog }))
const ConfirmDialog = lazy(async () => ({
  default: (await import('../ui/confirm-dialog.tsx')).ConfirmDialog,
}))
const CampaignDialog = lazy(async () => ({
  default: (await import('../campaign/campaign-dialog.tsx')).CampaignDialog,
}))

/** What is asked over a board or calendar. */
export type Asked =
  | { what: 'move' | 'time' | 'schedule'; id: string }
  | { what: 'confirm'; code: 'post.timePast' | 'post.timeSoon'; go(): void }
  | { what: 'campaign' }

/** The question that stands now; its code is loaded with it. */
export function BoardOverlays({ asked, board, close }: { asked: Asked | null; board: Board; close(): void }) {
  const t = useTranslations('board.confirm')
  if (!asked) return null
  return (
    <Suspense>
      {asked.what === 'move' ? <MoveDialog board={board} id={asked.id} close={close} /> : null}
      {asked.what === 'time' || asked.what === 'schedule' ? (
        <TimeDialog board={board} id={asked.id} schedule={asked.what === 'schedule'} close={close} />
      ) : null}
      {asked.what === 'campaign' ? <CampaignDialog close={close} /> : null}
      {asked.what === 'confirm' ? (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={t(asked.code === 'post.timePast' ? 'pastTitle' : 'soonTitle')}
          act={t('act')}
          onConfirm={() => {
            close()
            asked.go()
          }}
        >
          {t(asked.code === 'post.timePast' ? 'past' : 'soon')}
        </ConfirmDialog>
      ) : null}
    </Suspense>
  )
}
