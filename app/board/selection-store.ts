import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Card } from '#server/post/card.rules.ts'
import type { Spot } from './card-acts.ts'

interface SelectionState {
  ids: ReadonlySet<string>
}

type Mover = (card: Card, spot: Spot) => boolean

const NONE: ReadonlySet<string> = new Set()

/** Which cards are meant by the next act. */
export function createSelection() {
  const store: StoreApi<SelectionState> = createStore(() => ({ ids: NONE }))
  /** Where a range begins: the card chosen last. */
  let anchor: string | null = null
  let mover: Mover | null = null
  const set = (ids: ReadonlySet<string>) => store.setState({ ids: ids.size ? ids : NONE })
  const now = () => store.getState().ids
  return {
    store,
    ids: now,
    has: (id: string) => now().has(id),
    toggle(id: string): void {
      const ids = new Set(now())
      if (!ids.delete(id)) ids.add(id)
      anchor = ids.has(id) ? id : null
      set(ids)
    },
    /** From the card chosen last to this one, when both stand in the list; otherwise this one too. */
    extend(list: readonly string[], id: string): void {
      const [from, to] = [list.indexOf(anchor ?? id), list.indexOf(id)]
      const range = from < 0 || to < 0 ? [id] : list.slice(Math.min(from, to), Math.max(from, to) + 1)
      set(new Set([...now(), ...range]))
      anchor ??= id
    },
    add: (list: readonly string[]) => set(new Set([...now(), ...list])),
    /** Leaves out what is not there any more, or not shown. */
    keep(there: (id: string) => boolean): void {
      const left = [...now()].filter(there)
      if (left.length !== now().size) set(new Set(left))
    },
    /** Whoever moves all that is chosen, while some are. */
    setMover(next: Mover | null): void {
      mover = next
    },
    /** Moves all that is chosen with one of it; false when that one is meant alone. */
    moveWith: (card: Card, spot: Spot): boolean => mover?.(card, spot) ?? false,
    /** How many go when this one is taken. */
    taken: (id: string): number => (now().has(id) ? now().size : 1),
    clear(): void {
      anchor = null
      if (now().size) set(NONE)
    },
  }
}

export type Selection = ReturnType<typeof createSelection>
