import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Point } from '#server/canvas/shape.rules.ts'

export const TOOLS = ['select', 'area', 'hand', 'note', 'text', 'frame', 'arrow', 'draw'] as const
export type Tool = (typeof TOOLS)[number]

/** What concerns only me. */
export interface UiState {
  tool: Tool
  /** Ids of what I have chosen; the same set while it is the same choice. */
  selection: ReadonlySet<string>
  /** A tap adds to what is chosen, or takes from it: what Shift is to a mouse. It ends when nothing is chosen. */
  several: boolean
  /** Whose text I am writing. */
  editing: string | null
  /** Of the next note, frame, arrow or stroke. */
  hue: number
  /** Whose view mine follows, a member's id. */
  following: string | null
}

export interface CanvasUi {
  store: StoreApi<UiState>
  use(tool: Tool): void
  select(ids: Iterable<string>): void
  chooseSeveral(on: boolean): void
  edit(id: string | null): void
  colour(hue: number): void
  follow(uid: string | null): void
  /** The middle of what I see; the drawing says how to find it. */
  middle(): Point
  locate(middle: () => Point): void
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  a.size === b.size && [...a].every((id) => b.has(id))

export function createCanvasUi(): CanvasUi {
  const store = createStore<UiState>(() => ({
    tool: 'select',
    selection: new Set(),
    several: false,
    editing: null,
    hue: 2,
    following: null,
  }))
  let middle = (): Point => ({ x: 0, y: 0 })
  const set = (change: Partial<UiState>) => store.setState(change)
  return {
    store,
    use: (tool) => set({ tool, editing: null, several: false }),
    select(ids) {
      const selection = new Set(ids)
      const several = store.getState().several && selection.size > 0
      if (!same(selection, store.getState().selection)) set({ selection, several })
    },
    chooseSeveral: (several) => set({ several }),
    edit: (editing) =>
      set(
        editing === null
          ? { editing }
          : { editing, selection: new Set([editing]), several: false, tool: 'select' },
      ),
    colour: (hue) => set({ hue }),
    follow: (following) => set({ following }),
    middle: () => middle(),
    locate(find) {
      middle = find
    },
  }
}
