import { type RefObject, useEffect, useState } from 'react'

/** From this width of a cell on its cards have room for their channels, rem; a little less than the style sheet says. */
const ROOM = 15.5

/**
 * Whether the cells of a month are so wide that cards show their channels. Not on most screens: there they need not be
 * drawn out of sight. The server, which knows no width, takes them for narrow.
 */
export function useRoomyCells(grid: RefObject<HTMLElement | null>, across: number): boolean {
  const [roomy, setRoomy] = useState(false)
  useEffect(() => {
    const element = grid.current
    if (!element) return
    const watch = new ResizeObserver(() => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      // One below the other on a phone.
      const beside = window.matchMedia('(width >= 48rem)').matches ? across : 1
      setRoomy(element.clientWidth / beside > ROOM * rem)
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [grid, across])
  return roomy
}
