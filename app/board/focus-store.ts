import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Person } from '../live/presence/presence.rules.ts'

interface FocusState {
  /** The card that Tab comes to and keys act on. */
  current: string | null
  /** The card that I am dragging. */
  dragged: string | null
  /** Others who have a card open or drag it, by card. */
  holders: ReadonlyMap<string, readonly Person[]>
}

/** Where I am and where the others are, among the cards. */
export function createFocusStore() {
  const store: StoreApi<FocusState> = createStore(() => ({
    current: null,
    dragged: null,
    holders: new Map(),
  }))
  return {
    store,
    current: () => store.getState().current,
    setCurrent: (current: string | null) => store.setState({ current }),
    setDragged: (dragged: string | null) => store.setState({ dragged }),
    setPeople(people: readonly Person[]): void {
      const before = store.getState().holders
      const holders = new Map<string, Person[]>()
      for (const person of people) {
        const held = person.drag ?? person.focus
        if (!held?.startsWith('post:')) continue
        const id = held.slice('post:'.length)
        const list = holders.get(id)
        if (list) list.push(person)
        else holders.set(id, [person])
      }
      const kept = new Map<string, readonly Person[]>()
      for (const [id, list] of holders) {
        const old = before.get(id)
        kept.set(id, old && old.length === list.length && old.every((one, i) => one === list[i]) ? old : list)
      }
      store.setState({ holders: kept })
    },
  }
}

export type FocusStore = ReturnType<typeof createFocusStore>
