import { type MouseEvent, useEffect } from 'react'
import { useMay } from '../live/directory.tsx'
import { useCommand } from '../shell/command-handlers.ts'
import type { Board } from './board-context.tsx'
import { cardAt, useMeantCard } from './meant-card.ts'

/**
 * Choosing several cards: Ctrl or Cmd with a click for one more, Shift for all between, X for the one the keyboard is on,
 * Shift+X for its whole column, Esc for none. Once some are chosen, a finger chooses with a tap.
 */
export function useSelection(board: Board) {
  const { cards, focus, selection } = board
  const mayAny = useMay()('post:write')
  const listOf = (id: string) =>
    Object.values(cards.getState().groups).find((list) => list.includes(id)) ?? []
  const meant = useMeantCard(board)
  useCommand(
    'post.select',
    mayAny
      ? () => {
          const id = meant()
          if (id) selection.toggle(id)
        }
      : null,
  )
  useCommand(
    'post.selectAll',
    mayAny
      ? () => {
          const id = meant()
          if (id) selection.add(listOf(id))
        }
      : null,
  )
  useEffect(
    () =>
      // What is filtered out or gone is not meant.
      cards.store.subscribe(() => {
        if (!selection.ids().size) return
        const shown = new Set(Object.values(cards.getState().groups).flat())
        selection.keep((id) => shown.has(id))
      }),
    [cards, selection],
  )
  return {
    onClickCapture(event: MouseEvent) {
      const id = cardAt(event.target)
      if (!mayAny || !id || !(event.target instanceof Element) || !event.target.closest('a')) return
      const more = event.metaKey || event.ctrlKey
      const touch = (event.nativeEvent as PointerEvent).pointerType === 'touch'
      if (!more && !event.shiftKey && !(touch && selection.ids().size)) return
      event.preventDefault()
      event.stopPropagation()
      if (event.shiftKey) selection.extend(listOf(id), id)
      else selection.toggle(id)
      focus.setCurrent(id)
    },
  }
}
