import { useStoreApi } from '@xyflow/react'
import { useEffect, useRef } from 'react'

/** Between two dots at 100 %, canvas units. */
const GAP = 24
/** Nearer to each other than this, px, dots become a grey haze: then every other one is left out. */
const NEAREST = 18

/**
 * The ground of the canvas. It is painted once, larger than the window, and then only moved: its pattern repeats, so
 * that a step of at most one gap is enough.
 */
export function Dots() {
  const store = useStoreApi()
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let shown = ''
    const move = () => {
      const [x, y, zoom] = store.getState().transform
      let gap = GAP * zoom
      while (gap < NEAREST) gap *= 2
      while (gap >= 2 * NEAREST) gap /= 2
      const look = `translate(${(x % gap) - gap}px, ${(y % gap) - gap}px) scale(${gap / GAP})`
      if (look !== shown && ground.current) ground.current.style.transform = look
      shown = look
    }
    move()
    return store.subscribe(move)
  }, [store])
  return <div ref={ground} aria-hidden="true" className="canvas-dots" />
}
