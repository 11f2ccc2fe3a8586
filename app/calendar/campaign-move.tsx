import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { daysMoved } from '#server/campaign/bars.rules.ts'
import type { CampaignMoved, PostMoved } from '#server/campaign/move-campaign.ts'
import { useBoard } from '../board/board-context.tsx'
import { persist } from '../board/persist.ts'
import { RefusedDialog } from '../board/refused-dialog.tsx'
import { act, isActProblem } from '../live/act.ts'
import { toast } from '../ui/toast.ts'
import { useMoveWords } from './campaign-move-words.ts'
import { MoveQuestion } from './move-question.tsx'
import { SETTLE } from './use-bar-end.ts'
import type { BarMove } from './use-bar-move.ts'
import { draftBar, useBarDraft } from './use-bars.ts'

interface CampaignMoveProps {
  move: BarMove
  close(): void
}

type Done = Extract<CampaignMoved, { moved: unknown }>

/** Moves a campaign that was dragged: asks about its posts if it has any, says which stayed, and can take it back. */
export function CampaignMove({ move, close }: CampaignMoveProps) {
  const t = useMoveWords()
  const u = useTranslations('ui')
  const { tell } = useBoard()
  const [planned, ask] = useState<Extract<CampaignMoved, { ask: number }> | null>(null)
  const [told, tellRefused] = useState<Done | null>(null)
  const { id, name, from, by } = move

  async function send(
    posts: 'stay' | 'along' | undefined,
    back?: PostMoved[],
  ): Promise<CampaignMoved | null> {
    const input = back
      ? { id, from: daysMoved(from, by), by: -by, posts: back }
      : { id, from, by, ...(posts ? { posts } : {}) }
    try {
      return await persist(id, () => act('campaign.move', input))
    } catch (error) {
      draftBar(id, null)
      if (!isActProblem(error)) throw error
      tell(error)
      return null
    }
  }
  /** Until the directory has the days, mine are shown. */
  function settleBar() {
    const mine = useBarDraft.getState().days[id]
    setTimeout(() => useBarDraft.getState().days[id] === mine && draftBar(id, null), SETTLE)
  }
  async function undo(moved: PostMoved[]) {
    const answer = await send(undefined, moved)
    if (!answer || 'ask' in answer) return
    if (answer.refused.length) tellRefused(answer)
    else close()
    toast({ kind: 'done', title: t('undone', { name }) })
  }
  async function go(posts?: 'stay' | 'along') {
    const answer = await send(posts)
    if (!answer) return close()
    if ('ask' in answer) return ask(answer)
    ask(null)
    settleBar()
    if (answer.refused.length) tellRefused(answer)
    toast({
      kind: 'done',
      title: t('done', { name, count: answer.moved.length }),
      act: { label: u('undo'), run: () => void undo(answer.moved) },
    })
  }
  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it was let go
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void go()
  }, [])
  if (told)
    return <RefusedDialog refused={told.refused} done={told.moved.length} close={() => tellRefused(null)} />
  if (!planned) return null
  return (
    <MoveQuestion
      move={move}
      count={planned.ask}
      regions={planned.regions}
      go={go}
      back={() => {
        draftBar(id, null)
        close()
      }}
    />
  )
}
