import type { Card } from '#server/post/card.rules.ts'
import { ground } from './drag-ground.ts'
import { pictureOf } from './drag-picture.ts'
import { type DropPlace, held, placeAt } from './drop-places.ts'
import { scrollAt } from './edge-scroll.ts'

/** How long a finger rests on a card until it is picked up, ms; and how far it may tremble meanwhile, px. */
const LONG = 300
const TREMBLE = 8
/** How long a held card rests on a tab, or at the side of the screen, until that column is shown, ms. */
const REST = 400
const SIDE = 20

interface CardDrag {
  card(): Card | undefined
  count?: (() => number) | undefined
  may(): boolean
  start(): void
  end(): void
}

/**
 * Lets a finger pick a card up by a long press and carry it. A short swipe scrolls as ever, a tap opens. By the
 * browser's own dragging this works on some phones only, so that is kept from beginning under a finger.
 */
export function touchCard(element: HTMLElement, { card, count, may, start, end }: CardDrag): () => void {
  let finger: { id: number; x: number; y: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let carried: ReturnType<typeof carry> | null = null
  const listening = new AbortController()
  const { signal } = listening

  function letGo(dropped: boolean): void {
    clearTimeout(timer)
    finger = null
    const was = carried
    carried = null
    if (!was) return
    was.stop(dropped)
    end()
  }
  const mine = (event: TouchEvent) => [...event.changedTouches].find((one) => one.identifier === finger?.id)

  element.addEventListener(
    'touchstart',
    (event) => {
      letGo(false)
      const [touch] = event.touches
      const target = event.target as Element
      if (!touch || event.touches.length > 1 || !may() || target.closest('button, input, textarea')) return
      finger = { id: touch.identifier, x: touch.clientX, y: touch.clientY }
      timer = setTimeout(() => {
        const taken = card()
        if (!finger || !taken) return
        start()
        carried = carry(element, taken, finger, count?.())
        navigator.vibrate?.(10)
      }, LONG)
    },
    { passive: true, signal },
  )
  element.addEventListener(
    'touchmove',
    (event) => {
      const touch = mine(event)
      if (!finger || !touch) return
      if (carried) {
        event.preventDefault()
        carried.to(touch.clientX, touch.clientY)
      } else if (Math.hypot(touch.clientX - finger.x, touch.clientY - finger.y) > TREMBLE) letGo(false)
    },
    { passive: false, signal },
  )
  element.addEventListener(
    'touchend',
    (event) => {
      if (!mine(event)) return
      // No click follows: the card was carried, not tapped.
      if (carried) event.preventDefault()
      letGo(true)
    },
    { signal },
  )
  element.addEventListener('touchcancel', () => letGo(false), { signal })
  const refuse = (event: Event) => {
    if (!finger) return
    event.preventDefault()
    event.stopPropagation()
  }
  element.addEventListener('dragstart', refuse, { signal, capture: true })
  element.addEventListener('contextmenu', refuse, { signal, capture: true })
  return () => {
    letGo(false)
    listening.abort()
  }
}

/** Says why when a finger rests on a card that cannot be picked up. Gives the way to stop. */
export function refuseTouch(element: HTMLElement, say: () => void): () => void {
  let at: { x: number; y: number } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const listening = new AbortController()
  const options = { passive: true, signal: listening.signal }
  const letGo = () => {
    clearTimeout(timer)
    at = null
  }
  const begin = ({ touches, target }: TouchEvent) => {
    letGo()
    const [touch] = touches
    if (!touch || touches.length > 1 || (target as Element).closest('button, input, textarea')) return
    at = { x: touch.clientX, y: touch.clientY }
    timer = setTimeout(say, LONG)
  }
  const move = ({ touches: [touch] }: TouchEvent) => {
    if (touch && at && Math.hypot(touch.clientX - at.x, touch.clientY - at.y) > TREMBLE) letGo()
  }
  element.addEventListener('touchstart', begin, options)
  element.addEventListener('touchmove', move, options)
  element.addEventListener('touchend', letGo, options)
  element.addEventListener('touchcancel', letGo, options)
  // The browser's own menu would lie over what is said.
  element.addEventListener('contextmenu', (event) => at && event.preventDefault(), {
    signal: listening.signal,
  })
  return () => {
    letGo()
    listening.abort()
  }
}

/** A picture of the card under the finger, and what lies below it, frame by frame. */
function carry(
  element: HTMLElement,
  card: Card,
  { x: startX, y: startY }: { x: number; y: number },
  count?: number,
) {
  const box = element.getBoundingClientRect()
  const from = element.closest<HTMLElement>('[data-group]')?.dataset.group
  held.height = box.height
  const picture = pictureOf(element, count)
  picture.inert = true
  Object.assign(picture.style, {
    position: 'fixed',
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    margin: '0',
    rotate: '2deg',
    zIndex: '60',
    pointerEvents: 'none',
  })
  document.body.append(picture)
  let [x, y] = [startX, startY]
  let over: DropPlace | null = null
  let resting: { on: Element; since: number } | null = null

  /** Rests long enough on what shows another column: it is pressed. */
  function rest(on: Element | null): void {
    if (!on) resting = null
    else if (resting?.on !== on) resting = { on, since: performance.now() }
    else if (performance.now() - resting.since > REST) {
      resting = { on, since: Number.POSITIVE_INFINITY }
      ;(on as HTMLElement).click()
    }
  }
  function frame(): void {
    picture.style.translate = `${x - startX}px ${y - startY}px`
    const below = document.elementFromPoint(x, y)
    const place = placeAt(below)
    ground.at(x, y)
    if (place !== over) over?.leave()
    over = place
    if (ground.sure()) over?.over(y, card)
    else over?.leave()
    scrollAt(x, y)
    rest(below?.closest('[data-rest]') ?? atSide(x))
    next = requestAnimationFrame(frame)
  }
  let next = requestAnimationFrame(frame)
  return {
    to(nowX: number, nowY: number) {
      ;[x, y] = [nowX, nowY]
    },
    stop(dropped: boolean) {
      cancelAnimationFrame(next)
      picture.remove()
      if (dropped && ground.sure()) over?.drop(y, card, from)
      else if (dropped) over?.refuse?.()
      over?.leave()
      ground.end()
    },
  }
}

/** Where one column is shown at a time: the tab of the one on this side. */
function atSide(x: number): Element | null {
  const shown = document.querySelector('[data-rest][aria-pressed=true]')
  if (!shown?.checkVisibility()) return null
  if (x < SIDE) return shown.previousElementSibling
  return x > window.innerWidth - SIDE ? shown.nextElementSibling : null
}
