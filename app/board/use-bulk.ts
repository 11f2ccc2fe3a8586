import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { v7 as newId } from 'uuid'
import type { BulkAction, BulkRefusal } from '#server/bulk/bulk.rules.ts'
import type { CardPatch } from '#server/post/card.rules.ts'
import { act, isActProblem } from '../live/act.ts'
import { send } from '../live/outbox/send.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { toast } from '../ui/toast.ts'
import type { Board } from './board-context.tsx'
import { anyway } from './bulk-anyway.ts'
import { bulkShows } from './bulk-shows.ts'
import { useBulkWords } from './bulk-words.ts'
import { focusCard } from './scroll-to-card.ts'

/** How long what was done is shown without the log's saying so, ms. */
const SETTLE_MS = 3000

interface Refused {
  refused: readonly BulkRefusal[]
  done: number
  /** Does it in spite of what the server asks about. */
  anyway?: () => void
}

/** One act on many cards: said with an undo when it was done, with the reasons when some were refused. */
export function useBulk(board: Board) {
  const t = useTranslations()
  const bulk = useBulkWords()
  const [refused, setRefused] = useState<Refused | null>(null)

  /** What the key for it takes back, the last of them first: those that nothing else I did to a card came after. */
  const [done, setDone] = useState<readonly string[]>([])
  const last = done.at(-1)
  useCommand('post.undo', last === undefined ? null : () => void undo(last))
  /** It is one of these acts itself that does something to cards. */
  const beginning = useRef(false)
  useEffect(() => board.cards.onDoing(() => beginning.current || setDone([])), [board])

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (error) {
      if (!isActProblem(error)) throw error
      board.tell(error)
      return null
    }
  }
  async function undo(bulkId: string): Promise<void> {
    setDone((now) => now.filter((one) => one !== bulkId))
    const answer = await attempt(() => act('post.undoBulk', { bulkId }))
    if (!answer) return
    if (answer.refused.length) setRefused({ refused: answer.refused, done: answer.done.length })
    else toast({ kind: 'done', title: bulk('undone', { count: answer.done.length }) })
  }
  /** `atOnce`: per post, what its card shows before the server has answered. */
  async function perform(
    ids: readonly string[],
    action: BulkAction,
    atOnce: Record<string, CardPatch> = {},
  ): Promise<void> {
    const id = newId()
    beginning.current = true
    const pending = Object.entries(atOnce).map(
      ([one, patch]) => [one, board.cards.begin(one, patch)] as const,
    )
    beginning.current = false
    const answer = await attempt(() =>
      send({
        verb: 'post.bulk',
        input: { id, postIds: [...ids], action },
        about: ids,
        title: board.cards.card(ids[0] ?? '')?.title ?? '',
        shows: {
          ...atOnce,
          ...bulkShows(
            action,
            ids.flatMap((one) => board.cards.card(one) ?? []),
          ),
        },
      }),
    )
    for (const [one, shown] of pending) {
      if (!answer?.done.includes(one)) shown.fail()
      else {
        shown.done()
        // Its event may have come before the answer.
        setTimeout(shown.fail, SETTLE_MS)
      }
    }
    if (!answer) return
    const { undoId, done: changed } = answer
    if (undoId) setDone((now) => [...now, undoId])
    if (answer.refused.length) {
      const again = anyway(ids, action, answer.refused)
      setRefused({
        refused: answer.refused,
        done: changed.length,
        ...(again && { anyway: () => void perform(again.ids, again.action).then(backToCard) }),
      })
    }
    if (undoId)
      toast({
        kind: 'done',
        title: bulk('done', { count: changed.length }),
        act: { label: t('ui.undo'), run: () => void undo(undoId) },
      })
    else if (!answer.refused.length) toast({ title: bulk('same') })
  }
  function dismiss(): void {
    setRefused(null)
    requestAnimationFrame(backToCard)
  }
  /** What it was begun from may have left the page with its card: then the keyboard is on a card again. */
  function backToCard(): void {
    const card = board.focus.current()
    if (card && document.activeElement === document.body) focusCard(card, undefined)
  }
  return { refused, dismiss, act: perform }
}
