import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview'
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview'
import type { Input } from '@atlaskit/pragmatic-drag-and-drop/types'
import type { Card } from '#server/post/card.rules.ts'
import { ground } from './drag-ground.ts'
import { pictureOf } from './drag-picture.ts'
import { addPlace, type DropPlace, held } from './drop-places.ts'
import { edgeScroll } from './edge-scroll.ts'
import { refuseTouch, touchCard } from './touch-drag.ts'

/** What a dragged card carries: itself as it was when it was taken. */
const KEY = 'card'
/** The group it was taken from. */
const FROM = 'group'

interface CardDrag {
  card(): Card | undefined
  /** How many go when it is taken; without it, it alone. */
  count?(): number
  start(): void
  end(): void
}

export { refuseTouch }

/** Lets an element be dragged as a card. Gives the way to stop. */
export function dragCard(element: HTMLElement, { card, count, start, end }: CardDrag): () => void {
  let carried = false
  function stop(): void {
    if (!carried) return
    carried = false
    end()
  }
  /** To a card that has left the page, because somebody moved it on, the browser tells the end, but not to the page. */
  function passOn(event: DragEvent): void {
    if (!element.isConnected) window.dispatchEvent(new DragEvent('dragend', event))
  }
  const may = () => card() !== undefined && card()?.stage !== 'published'
  const noTouch = touchCard(element, { card, count, may, start, end })
  const noDrag = draggable({
    element,
    canDrag: may,
    getInitialData: () => ({
      [KEY]: card(),
      [FROM]: element.closest<HTMLElement>('[data-group]')?.dataset.group,
    }),
    onGenerateDragPreview({ nativeSetDragImage }) {
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
        render({ container }) {
          const picture = pictureOf(element, count?.())
          const box = element.getBoundingClientRect()
          Object.assign(picture.style, { width: `${box.width}px`, margin: '8px', rotate: '2deg' })
          container.append(picture)
        },
      })
    },
    onDragStart() {
      held.height = element.offsetHeight
      carried = true
      element.addEventListener('dragend', passOn, { once: true })
      start()
    },
    onDrop: stop,
  })
  return () => {
    noTouch()
    noDrag()
    stop()
  }
}

const edges = edgeScroll()
function carriedTo({ clientX, clientY }: Input): void {
  ground.at(clientX, clientY)
  edges.at(clientX, clientY)
}
const hear = ({ location: { current } }: { location: { current: { input: Input } } }) =>
  carriedTo(current.input)
monitorForElements({
  canMonitor: ({ source }) => KEY in source.data,
  onDropTargetChange: hear,
  onDrag: hear,
  onDrop() {
    edges.stop()
    ground.end()
  },
})

/** Lets cards be dropped on an element. Gives the way to stop. */
export function dropCards(element: HTMLElement, place: DropPlace): () => void {
  const { over, leave, drop } = place
  const noTouch = addPlace(element, place)
  const cardOf = (data: Record<string | symbol, unknown>) => data[KEY] as Card
  const noDrag = dropTargetForElements({
    element,
    canDrop: ({ source }) => KEY in source.data,
    onDrag({ location, source }) {
      if (ground.sure()) over(location.current.input.clientY, cardOf(source.data))
      else leave()
    },
    onDragLeave: leave,
    onDrop: ({ location, source }) => {
      const { clientX, clientY } = location.current.input
      ground.at(clientX, clientY)
      if (!ground.sure()) {
        leave()
        return place.refuse?.()
      }
      // While what has made room for the card still does.
      drop(clientY, cardOf(source.data), source.data[FROM] as string | undefined)
      leave()
    },
  })
  return () => {
    noTouch()
    noDrag()
  }
}
