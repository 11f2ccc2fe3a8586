import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { useDirectory } from '../live/directory.tsx'
import { useMedia } from '../ui/platform.ts'

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

/** Under which name a lane or a column is folded. */
export const laneFold = (kind: string, lane: string): string => `${kind}:${lane}`
export const columnFold = (key: string): string => `column:${key}`

/** Whether a column is folded; a phone shows one column at a time, and that whole. */
export function useColumnFolded(key: string): boolean {
  const phone = useMedia('(max-width: 767px)')
  return useFolded(columnFold(key)) && !phone
}

/** The same outside of React, for keys. */
export const isFolded = (key: string): boolean => folds.getState().folded[key] ?? false

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

/** The column that has just been folded or unfolded: the keyboard goes on there. */
let turned: string | null = null

/** Folds a column into a strip, or opens it again. */
export function foldColumn(key: string, shut: boolean): void {
  turned = key
  setFolded(columnFold(key), shut)
}

/** Whether it is this column whose turn it was; says so once. */
export function takeTurned(key: string): boolean {
  if (turned !== key) return false
  turned = null
  return true
}
