import type { Node } from '@xyflow/react'
import type { CSSProperties } from 'react'
import type { CanvasObject, ObjectKind, ObjectOf } from '#server/canvas/canvas.rules.ts'
import type { Box } from '#server/canvas/shape.rules.ts'

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

/** Roughly how wide a letter is, in parts of its height; letters of East Asia are as wide as high. */
const NARROW = 0.62
const EAST_ASIAN = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/g

/**
 * What cuts a text off at the edge of its box, for one that may be too long for it. Guessed, and rather cut once too
 * often: measuring is dear, and so is cutting off a thousand texts that fit.
 * @param size of its letters, canvas units; `inset` what is free around it
 */
export function cutOff(text: string, { w, h }: Box, size: number, inset: number): string {
  const line = Math.max(1, Math.floor((w - 2 * inset) / size))
  const lines = text.split('\n').reduce((sum, part) => {
    const wide = part.match(EAST_ASIAN)?.length ?? 0
    return sum + Math.ceil((wide + (part.length - wide) * NARROW) / line + 0.3)
  }, 0)
  const longest = text.split(/\s/).some((word) => word.length > line)
  return longest || lines * size * 1.5 + 2 * inset > h ? 'overflow-hidden' : ''
}

/** Around what is chosen. */
export const ring = (selected: boolean | undefined): string =>
  selected ? 'outline-2 outline-offset-2 outline-accent' : ''
