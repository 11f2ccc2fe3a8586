import { type DragEvent, useState } from 'react'
import type { ChecklistView } from '#server/checklist/checklist.rules.ts'
import { rankBetween } from '#server/post/rank.rules.ts'
import { useDetails } from '../draft/use-details.ts'

/** The item that is being dragged: from any list of the post into any other. */
let dragged: string | null = null
const KIND = 'application/x-hubbub-item'

export type ItemOrder = ReturnType<typeof useItemOrder>

/** Ways to put the items of a list in order: by keyboard and menu one place at a time, by dragging anywhere. */
export function useItemOrder(list: ChecklistView) {
  const { run } = useDetails()
  const [over, setOver] = useState<string | null>(null)
  const { items } = list

  /** Puts an item before another one of the list, or at its end. */
  function put(itemId: string, before: string | null) {
    const rest = items.filter((one) => one.id !== itemId)
    const at = before === null ? rest.length : rest.findIndex((one) => one.id === before)
    const rank = rankBetween(rest[at - 1]?.rank ?? null, rest[at]?.rank ?? null)
    return run('checklist.changeItem', { itemId, place: { checklistId: list.id, rank } })
  }
  const drops = (event: DragEvent) => {
    if (dragged === null || !event.dataTransfer.types.includes(KIND)) return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return {
    /** Moves an item by one place. */
    step(itemId: string, by: -1 | 1) {
      const at = items.findIndex((one) => one.id === itemId)
      const target = by < 0 ? items[at - 1] : items[at + 2]
      if (by < 0 ? at > 0 : at < items.length - 1) return put(itemId, target?.id ?? null)
      return undefined
    },
    /** The item above which what is dragged would go in; `end` below all. */
    over,
    place: {
      onDragOver: (event: DragEvent) => void (drops(event) && setOver('end')),
      onDragLeave: () => setOver(null),
      onDrop(event: DragEvent) {
        if (drops(event) && dragged) void put(dragged, null)
        setOver(null)
      },
    },
    item: (id: string) => ({
      onDragStart(event: DragEvent) {
        dragged = id
        event.dataTransfer.setData(KIND, id)
        event.dataTransfer.effectAllowed = 'move'
      },
      onDragEnd() {
        dragged = null
        setOver(null)
      },
      onDragOver: (event: DragEvent) => void (drops(event) && setOver(id)),
      onDrop(event: DragEvent) {
        if (drops(event) && dragged && dragged !== id) void put(dragged, id)
        setOver(null)
      },
    }),
  }
}
