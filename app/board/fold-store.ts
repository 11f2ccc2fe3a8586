import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { useDirectory } from '../live/directory.tsx'

/** What one has folded or unfolded on the board, kept in this browser for each person. */
const folds = createStore<{ by: string; folded: Readonly<Record<string, boolean>> }>(() => ({
  by: '',
  folded: {},
}))
const placeOf = (memberId: string) => `hubbub:folds:${memberId}`
/** More than that was folded somewhere else long ago. */
const MOST = 300

/** Brings back what was folded; the first drawing of a page does not know of it. */
export function useFolds(): void {
  const { memberId } = useDirectory().me
  useEffect(() => {
    let folded = {}
    try {
      folded = JSON.parse(localStorage.getItem(placeOf(memberId)) ?? '{}')
    } catch {
      // Not ours, or no storage: nothing is folded.
    }
    folds.setState({ by: memberId, folded })
  }, [memberId])
}

/** Whether something is folded; until somebody has said it, as given. */
export const useFolded = (key: string, usual = false): boolean =>
  useStore(folds, ({ folded }) => folded[key] ?? usual)

export function setFolded(key: string, fold: boolean): void {
  const { by, folded } = folds.getState()
  const { [key]: _, ...rest } = folded
  const next = Object.fromEntries([...Object.entries(rest).slice(1 - MOST), [key, fold]])
  folds.setState({ by, folded: next })
  try {
    localStorage.setItem(placeOf(by), JSON.stringify(next))
  } catch {
    // It holds until the page goes.
  }
}
