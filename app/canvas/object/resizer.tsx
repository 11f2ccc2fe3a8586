import { NodeResizer } from '@xyflow/react'
import { CANVAS, type CanvasObject } from '#server/canvas/canvas.rules.ts'
import { useCanvas, useUi } from '../canvas-context.ts'

interface ResizerProps {
  selected: boolean | undefined
  object: CanvasObject
  write: boolean
  /** smallest width and height, canvas units */
  least: number
  keepAspectRatio?: boolean
}

/** Handles at the corners and edges of the one object that is chosen. */
export function Resizer({ selected, object, write, least, keepAspectRatio }: ResizerProps) {
  const { doc } = useCanvas()
  const alone = useUi((state) => state.selection.size === 1)
  if (!selected || !alone || !write || object.locked) return null
  return (
    <NodeResizer
      minWidth={least}
      minHeight={least}
      maxWidth={CANVAS.size}
      maxHeight={CANVAS.size}
      keepAspectRatio={keepAspectRatio ?? false}
      onResizeStart={doc.begin}
      onResizeEnd={doc.end}
      handleClassName="canvas-handle"
      lineClassName="canvas-line"
    />
  )
}
