import { useTranslations } from 'use-intl'
import type { Card } from '#server/post/card.rules.ts'
import { lazyPart } from '../ui/lazy-part.tsx'
import { useWriteInZone } from '../ui/use-write-date.ts'
import type { Board } from './board-context.tsx'
import type { TimeQuestion } from './time-for.ts'

const MoveDialog = lazyPart(async () => (await import('./move-dialog.tsx')).MoveDialog)
const TimeDialog = lazyPart(async () => (await import('./time-dialog.tsx')).TimeDialog)
const DueDialog = lazyPart(async () => (await import('./due-dialog.tsx')).DueDialog)
const ConfirmDialog = lazyPart(async () => (await import('../ui/confirm-dialog.tsx')).ConfirmDialog)
const StagesDialog = lazyPart(async () => (await import('../stage/stages-dialog.tsx')).StagesDialog)
const CampaignDialog = lazyPart(async () => (await import('../campaign/campaign-dialog.tsx')).CampaignDialog)

/** What is asked over a board or calendar. */
export type Asked =
  | { what: 'move' | 'time' | 'schedule' | 'due'; id: string }
  | {
      what: 'confirm'
      code: TimeQuestion
      go(): void
      no?(): void
      instead?: Pick<Card, 'sendAt' | 'sendZone'>
    }
  | { what: 'full'; name: string; limit: number; go(): void; no?(): void }
  | { what: 'campaign' | 'stages' }

const parts = {
  move: MoveDialog,
  time: TimeDialog,
  schedule: TimeDialog,
  due: DueDialog,
  confirm: ConfirmDialog,
  full: ConfirmDialog,
  campaign: CampaignDialog,
  stages: StagesDialog,
}

const questions = {
  'post.timePast': 'past',
  'post.timeSoon': 'soon',
  'time.skipped': 'skipped',
  'time.doubled': 'doubled',
} as const

/** Loads the code of a question; it is asked when that is there. */
export const fetchAsked = ({ what }: Asked): Promise<void> => parts[what].fetch()

/** The code of the questions that are asked of cards. */
export const fetchAllAsked = (): Promise<unknown> =>
  Promise.all([MoveDialog.fetch(), TimeDialog.fetch(), DueDialog.fetch(), ConfirmDialog.fetch()])

/** The question that stands now. */
export function BoardOverlays({ asked, board, close }: { asked: Asked | null; board: Board; close(): void }) {
  const t = useTranslations('board.confirm')
  const write = useWriteInZone()
  const refuse = (no?: () => void) => {
    close()
    no?.()
  }
  switch (asked?.what) {
    case 'move':
      return <MoveDialog board={board} id={asked.id} close={close} />
    case 'time':
    case 'schedule':
      return <TimeDialog board={board} id={asked.id} schedule={asked.what === 'schedule'} close={close} />
    case 'due': {
      const card = board.cards.card(asked.id)
      return card ? (
        <DueDialog
          count={1}
          title={card.title}
          dueAt={card.dueAt}
          close={close}
          onChoose={(due, at) => void board.acts.setDue(card.id, due, at)}
        />
      ) : null
    }
    case 'campaign':
      return <CampaignDialog close={close} />
    case 'stages':
      return <StagesDialog close={close} />
    case 'confirm':
      return (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && refuse(asked.no)}
          title={t(`${questions[asked.code]}Title`)}
          act={t('act')}
          onConfirm={() => {
            close()
            asked.go()
          }}
        >
          {t(questions[asked.code], {
            time: asked.instead?.sendAt
              ? write(asked.instead.sendAt, 'moment', asked.instead.sendZone ?? undefined)
              : '',
          })}
        </ConfirmDialog>
      )
    case 'full':
      return (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && refuse(asked.no)}
          title={t('fullTitle', { name: asked.name })}
          act={t(asked.no ? 'add' : 'act')}
          onConfirm={() => {
            close()
            asked.go()
          }}
        >
          {t('full', { limit: asked.limit })}
        </ConfirmDialog>
      )
    default:
      return null
  }
}
