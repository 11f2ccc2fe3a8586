import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import type { Card } from '#server/post/card.rules.ts'
import { dueState } from '#server/post/due.rules.ts'
import type { Directory } from '#server/workspace/directory.reads.ts'
import type { ActProblem } from '../live/act.ts'
import { DirectoryCarrier, saidToAll } from '../live/directory.tsx'
import type { Person } from '../live/presence/presence.rules.ts'
import type { CardActs } from './card-acts.ts'
import type { CardStore } from './card-store.ts'
import type { FocusStore } from './focus-store.ts'
import type { FoldStore } from './fold-store.ts'
import { screenful } from './lane-height.ts'
import type { Layout } from './layout.ts'
import type { Selection } from './selection-store.ts'

/** What the parts of a board or calendar share. It never changes while the page stands, so nobody is woken by it. */
export interface Board {
  page: 'board' | 'calendar'
  cards: CardStore
  acts: CardActs
  focus: FocusStore
  /** What is folded. */
  folds: FoldStore
  selection: Selection
  /** Says in passing why something did not happen. */
  tell(problem: Pick<ActProblem, 'code' | 'params' | 'message'>): void
  /** Address of a post's detail. */
  href(id: string): string
  /** Opens a post's detail; the page's filters stay. */
  open(id: string): void
  /** Opens "Move to..." for a card. */
  askMove(id: string): void
  /** Opens the working stages of one's teams. */
  askStages(): void
  /** How the columns stand now. */
  layout: { readonly current: Layout }
  /** Opens the question for a send time. */
  askTime(id: string): void
  /** Opens the question by when the work on a card shall be done. */
  askDue(id: string): void
}

const BoardContext = createContext<Board | null>(null)
export const BoardProvider = BoardContext.Provider

export function useBoard(): Board {
  const board = useContext(BoardContext)
  if (!board) throw new Error('useBoard outside of a board')
  return board
}

interface CarrierProps {
  board: Board
  directory: Directory
  children: ReactNode
}

/** Hands on to a kept piece (`Kept`) what the parts of a board find around them. */
export const BoardCarrier = ({ board, directory, children }: CarrierProps) => (
  <DirectoryCarrier value={directory}>
    <BoardContext.Provider value={board}>{children}</BoardContext.Provider>
  </DirectoryCarrier>
)

/** What the first screen of a list of cards shows at an instant (epoch ms), and of the others all that is seen, for `Kept`. */
export function factsOf(board: Board, directory: Directory, ids: readonly string[], now: number): unknown[] {
  const { to, below } = screenful(ids, board.cards.card)
  const cards = ids.slice(0, to).map((id) => board.cards.card(id))
  return [
    ...saidToAll(directory),
    ids.length,
    below,
    ...cards,
    ...cards.map((card) => card && dueState(card, now)),
  ]
}

const NOBODY: readonly Person[] = []
const NOTHING: readonly string[] = []

/** One card; wakes only when that card changes. */
export function useCard(id: string): Card | undefined {
  return useStore(useBoard().cards.store, (state) => state.cards.get(id))
}

/** The visible cards of a group, in order; wakes only when the order changes. */
export function useGroup(name: string): readonly string[] {
  return useStore(useBoard().cards.store, (state) => state.groups[name] ?? NOTHING)
}

/** Who else has this card open, or drags it. */
export function useHolders(id: string): readonly Person[] {
  return useStore(useBoard().focus.store, (state) => state.holders.get(id) ?? NOBODY)
}

/** Where in a list the card stands that I am dragging; -1 when it is not of these. */
export function useDraggedIndex(ids: readonly string[]): number {
  return useStore(useBoard().focus.store, ({ dragged }) => (dragged === null ? -1 : ids.indexOf(dragged)))
}

/** Whether this card is the one that the keyboard is on. */
export function useIsCurrent(id: string): boolean {
  return useStore(useBoard().focus.store, (state) => state.current === id)
}

/** Whether this card is meant by the next act on several. */
export function useIsSelected(id: string): boolean {
  return useStore(useBoard().selection.store, (state) => state.ids.has(id))
}
