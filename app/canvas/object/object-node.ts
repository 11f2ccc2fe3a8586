import type { Node } from '@xyflow/react'
import type { CSSProperties } from 'react'
import type { CanvasObject, ObjectKind, ObjectOf } from '#server/canvas/canvas.rules.ts'

/** An object as React Flow draws it. */
export type FlowNode = Node<{ object: CanvasObject; write: boolean }, ObjectKind>

/** What the drawing of one kind receives. */
export interface ObjectProps<K extends ObjectKind> {
  id: string
  data: { object: ObjectOf<K>; write: boolean }
  selected?: boolean | undefined
}

/** One of the twelve colours: for the class `person`. */
export const inHue = (hue: number): CSSProperties => ({ '--hue': hue * 30 + 15 }) as CSSProperties

/** Around what is chosen. */
export const ring = (selected: boolean | undefined): string =>
  selected ? 'outline-2 outline-offset-2 outline-accent' : ''
