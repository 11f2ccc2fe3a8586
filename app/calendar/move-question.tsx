import { useState } from 'react'
import { useFormatter } from 'use-intl'
import { daysMoved } from '#server/campaign/bars.rules.ts'
import type { RegionsToMove } from '#server/campaign/move-campaign.ts'
import { Button } from '../ui/button.tsx'
import { Radio } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useMoveWords } from './campaign-move-words.ts'
import type { BarMove } from './use-bar-move.ts'

interface MoveQuestionProps {
  move: BarMove
  /** posts that would move along */
  count: number
  regions: RegionsToMove
  go(posts: 'stay' | 'along'): Promise<void>
  back(): void
}

/** Whether the posts of a campaign move with it. */
export function MoveQuestion({ move, count, regions, go, back }: MoveQuestionProps) {
  const t = useMoveWords()
  const format = useFormatter()
  const [posts, choose] = useState<'stay' | 'along'>('along')
  const [busy, setBusy] = useState(false)
  const { name, from, by } = move
  const { startsOn, endsOn } = daysMoved(from, by)
  const write = (day: string | null) =>
    day
      ? format.dateTime(new Date(`${day}T12:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' })
      : t('open')
  const way = by > 0 ? 'later' : 'earlier'
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && back()}
      title={t('title')}
      description={t('body', {
        ...{ name, way, days: Math.abs(by) },
        from: write(startsOn),
        to: write(endsOn),
      })}
      size="small"
      footer={
        <>
          <Button onClick={back}>{t('back')}</Button>
          <Button
            kind="primary"
            busy={busy}
            onClick={() => {
              setBusy(true)
              void go(posts).finally(() => setBusy(false))
            }}
          >
            {t('act')}
          </Button>
        </>
      }
    >
      <fieldset className="flex flex-col gap-1">
        <legend className="sr-only">{t('title')}</legend>
        <Radio
          name="campaign-posts"
          checked={posts === 'along'}
          hint={t('alongHint')}
          onChange={() => choose('along')}
        >
          {t('along', { count })}
        </Radio>
        {posts === 'along' && regions.follow + regions.asked > 0 ? (
          <ul className="flex flex-col gap-1 pb-1 pl-6 text-dense text-muted">
            {regions.follow ? <li>{t('regionsFollow', { count: regions.follow })}</li> : null}
            {regions.asked ? <li>{t('regionsAsked', { count: regions.asked })}</li> : null}
          </ul>
        ) : null}
        <Radio name="campaign-posts" checked={posts === 'stay'} onChange={() => choose('stay')}>
          {t('stay')}
        </Radio>
      </fieldset>
    </Dialog>
  )
}
