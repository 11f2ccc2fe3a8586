import type { ReactFlowInstance } from '@xyflow/react'
import type { FlowNode } from './object/object-node.ts'

/** Everything in view, clear of what floats over the canvas. */
export const FIT = {
  padding: { top: '64px', right: '24px', bottom: '84px', left: '24px' },
  maxZoom: 1,
} as const
/** Further away than this nothing can be read on a phone. */
const READABLE = 0.45
const PHONE = 640
const MARGIN = 16

/** The first look at a canvas: all of it, or on a phone its beginning, as near as one can read. */
export async function firstLook(flow: ReactFlowInstance<FlowNode>): Promise<void> {
  await flow.fitView(FIT)
  if (window.innerWidth >= PHONE || flow.getZoom() >= READABLE) return
  const { x, y } = flow.getNodesBounds(flow.getNodes())
  await flow.setViewport({ x: MARGIN - x * READABLE, y: 4 * MARGIN - y * READABLE, zoom: READABLE })
}
