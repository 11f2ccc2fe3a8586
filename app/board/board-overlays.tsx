import { useTranslations } from 'use-intl'
import { lazyPart } from '../ui/lazy-part.tsx'
import type { Board } from './board-context.tsx'

const MoveDialog = lazyPart(async () => (await import('./move-dialog.tsx')).MoveDialog)
const TimeDialog = lazyPart(async () => (await import('./time-dialog.tsx')).TimeDialog)
const ConfirmDialog = lazyPart(async () => (await import('../ui/confirm-dialog.tsx')).ConfirmDialog)
const CampaignDialog = lazyPart(async () => (await import('../campaign/campaign-dialog.tsx')).CampaignDialog)

/** What is asked over a board or calendar. */
export type Asked =
  | { what: 'move' | 'time' | 'schedule'; id: string }
  | { what: 'confirm'; code: 'post.timePast' | 'post.timeSoon'; go(): void }
  | { what: 'campaign' }

const parts = {
  move: MoveDialog,
  time: TimeDialog,
  schedule: TimeDialog,
  confirm: ConfirmDialog,
  campaign: CampaignDialog,
}

/** Loads the code of a question; it is asked when that is there. */
export const fetchAsked = ({ what }: Asked): Promise<void> => parts[what].fetch()

/** The question that stands now. */
export function BoardOverlays({ asked, board, close }: { asked: Asked | null; board: Board; close(): void }) {
  const t = useTranslations('board.confirm')
  switch (asked?.what) {
    case 'move':
      return <MoveDialog board={board} id={asked.id} close={close} />
    case 'time':
    case 'schedule':
      return <TimeDialog board={board} id={asked.id} schedule={asked.what === 'schedule'} close={close} />
    case 'campaign':
      return <CampaignDialog close={close} />
    case 'confirm':
      return (
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
      )
    default:
      return null
  }
}
