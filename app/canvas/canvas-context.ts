import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { CanvasHead } from '#server/canvas/canvas.reads.ts'
import type { CanvasActs } from './canvas-acts.ts'
import type { CanvasDoc, DocState } from './canvas-doc.ts'
import type { CanvasRoom } from './canvas-room.ts'
import type { CanvasUi, UiState } from './canvas-ui.ts'
import type { CardShelf } from './card-shelf.ts'
import type { CanvasTalk } from './talk/talk-store.ts'

/** The parts of an open canvas. */
export interface OpenCanvas {
  head: CanvasHead
  write: boolean
  room: CanvasRoom
  doc: CanvasDoc
  ui: CanvasUi
  shelf: CardShelf
  acts: CanvasActs
  talk: CanvasTalk
  /** Does this once the panel of discussions can be drawn. */
  fetchTalk(then: () => void): void
  /** Opens the dialog in which a post is searched for. */
  askPost(): void
}

export const CanvasContext = createContext<OpenCanvas | null>(null)

export function useCanvas(): OpenCanvas {
  const canvas = useContext(CanvasContext)
  if (!canvas) throw new Error('useCanvas outside of a canvas')
  return canvas
}

export const useUi = <T>(pick: (state: UiState) => T): T => useStore(useCanvas().ui.store, pick)
export const useDoc = <T>(pick: (state: DocState) => T): T => useStore(useCanvas().doc.store, pick)
