import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useMedia } from '../ui/platform.ts'
import { useBoard } from './board-context.tsx'
import type { Folds } from './folds.rules.ts'

/** What one has folded or unfolded on a board: as the page came with it, and since. */
export interface FoldStore {
  store: StoreApi<Folds>
  /** Whether something is folded; not said by anybody counts as no. */
  isFolded(key: string): boolean
  set(key: string, fold: boolean): void
}

/**
 * @param first what the page came with: drawing begins with it, on the server and here
 * @param keep remembers it for the next page
 */
export function createFoldStore(first: Folds = {}, keep: (folds: Folds) => void = () => {}): FoldStore {
  const store = createStore<Folds>(() => first)
  return {
    store,
    isFolded: (key) => store.getState()[key] ?? false,
    set(key, fold) {
      const { [key]: _, ...rest } = store.getState()
      // What was said last stands last: it is forgotten last.
      const next = { ...rest, [key]: fold }
      store.setState(next, true)
      keep(next)
    },
  }
}

/** Whether something is folded; until somebody has said it, as given. */
export const useFolded = (key: string, usual = false): boolean =>
  useStore(useBoard().folds.store, (folds) => folds[key] ?? usual)

/** Under which name a lane or a column is folded. */
export const laneFold = (kind: string, lane: string): string => `${kind}:${lane}`
export const columnFold = (key: string): string => `column:${key}`

/** Whether a column is folded; a phone shows one column at a time, and that whole. */
export function useColumnFolded(key: string): boolean {
  const phone = useMedia('(max-width: 767px)')
  return useFolded(columnFold(key)) && !phone
}

/** The column that has just been folded or unfolded: the keyboard goes on there. */
let turned: string | null = null

/** Folds a column into a strip, or opens it again. */
export function foldColumn(folds: FoldStore, key: string, shut: boolean): void {
  turned = key
  folds.set(columnFold(key), shut)
}

/** Whether it is this column whose turn it was; says so once. */
export function takeTurned(key: string): boolean {
  if (turned !== key) return false
  turned = null
  return true
}
