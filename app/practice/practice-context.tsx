import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { PracticePage } from '#server/network/practice/practice.reads.ts'
import type { Play } from './play.ts'
import type { PracticeState, PracticeStore } from './practice-store.ts'

export type Persona = PracticePage['audience'][number]

/** What the parts of one practice page share. */
export interface Practice {
  page: PracticePage
  store: PracticeStore
  /** Whom I play; null when the audience is empty. */
  persona: Persona | null
  choosePersona(id: string): void
  play: Play
}

export const PracticeContext = createContext<Practice | null>(null)

export function usePractice(): Practice {
  const practice = useContext(PracticeContext)
  if (!practice) throw new Error('usePractice outside of a practice page')
  return practice
}

export function usePracticeState<T>(select: (state: PracticeState) => T): T {
  return useStore(usePractice().store, select)
}
