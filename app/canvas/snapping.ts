import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import type { Box } from '#server/canvas/shape.rules.ts'
import { createGuides } from './guides.tsx'
import { type Guide, type Snapper, snapper } from './snap.ts'

/** How near something must be to stand in line, px of the window. */
const SNAP = 6
/** These lie anywhere: nobody wants to stand in line with them. */
const LOOSE = new Set<CanvasObject['kind']>(['arrow', 'stroke'])
export const isLoose = ({ kind }: CanvasObject): boolean => LOOSE.has(kind)

interface View {
  transform: [x: number, y: number, zoom: number]
  width: number
  height: number
}

/** The boxes of what is seen and stays where it is. */
function around(objects: ReadonlyMap<string, CanvasObject>, view: View, moving: ReadonlySet<string>): Box[] {
  const [x, y, zoom] = view.transform
  const seen = { x: -x / zoom, y: -y / zoom, w: view.width / zoom, h: view.height / zoom }
  return [...objects].flatMap(([id, object]) => {
    if (object.kind === 'arrow' || isLoose(object) || moving.has(id)) return []
    const out =
      object.x > seen.x + seen.w ||
      object.y > seen.y + seen.h ||
      object.x + object.w < seen.x ||
      object.y + object.h < seen.y
    return out ? [] : object
  })
}

/** Puts what is moved or resized in line with the rest of what is seen, and shows the lines. */
export function createSnapping(objects: () => ReadonlyMap<string, CanvasObject>, view: () => View) {
  const guides = createGuides()
  let snap: Snapper | null = null
  /** Ctrl or Cmd is held: it goes exactly where it is put. */
  let free = false
  const watch = (event: MouseEvent) => {
    free = event.ctrlKey || event.metaKey
  }
  const show = (found: readonly Guide[]) => {
    if (found.length || guides.getState().guides.length) guides.setState({ guides: found })
  }
  return {
    guides,
    /** @param moving what does not stay where it is */
    begin(moving: ReadonlySet<string>) {
      snap = snapper(around(objects(), view(), moving))
      free = false
      window.addEventListener('pointermove', watch, { capture: true, passive: true })
    },
    end() {
      snap = null
      window.removeEventListener('pointermove', watch, { capture: true })
      show([])
    },
    /** What is found, and its lines shown; null when nothing is to be put in line. */
    find<Found extends { guides: readonly Guide[] }>(
      how: (snap: Snapper, within: number) => Found,
    ): Found | null {
      const found = snap && !free ? how(snap, SNAP / view().transform[2]) : null
      show(found?.guides ?? [])
      return found
    },
  }
}
