import type { Card } from '#server/post/card.rules.ts'

/** Something that takes cards. */
export interface DropPlace {
  over(clientY: number, card: Card): void
  leave(): void
  drop(clientY: number, card: Card, from: string | undefined): void
}

/** The height of the card that is carried, px. */
export const held = { height: 64 }

const places = new Map<Element, DropPlace>()
const scrollers = new Set<HTMLElement>()

export function addPlace(element: Element, place: DropPlace): () => void {
  places.set(element, place)
  return () => void (places.get(element) === place && places.delete(element))
}
export function addScroller(element: HTMLElement): () => void {
  scrollers.add(element)
  return () => void scrollers.delete(element)
}

/** The innermost place that an element is in. */
export function placeAt(element: Element | null): DropPlace | null {
  for (let one = element; one; one = one.parentElement) {
    const place = places.get(one)
    if (place) return place
  }
  return null
}

/** How near to an edge scrolling begins, and the most in a frame, px. */
const EDGE = 56
const FASTEST = 14

const pull = (at: number, low: number, high: number) =>
  at < low + EDGE
    ? -FASTEST * Math.min(1, (low + EDGE - at) / EDGE)
    : at > high - EDGE
      ? FASTEST * Math.min(1, (at - high + EDGE) / EDGE)
      : 0

/**
 * Scrolls what lies below a point on, when that is near its edge. It asks where things are, not what is there: asking a
 * page of many cards that in every frame costs more than all else that dragging does.
 * @param share of what it usually moves in a frame
 */
export function scrollAt(x: number, y: number, share = 1): void {
  const boxes = [...scrollers].map((one) => [one, one.getBoundingClientRect()] as const)
  const outside = boxes.filter(
    ([, { left, right, top, bottom }]) => x < left || x > right || y < top || y > bottom,
  )
  for (const [one, { left, right, top, bottom }] of boxes) {
    // What is scrolled out of an outer one lies there, but cannot be seen.
    if (outside.some(([other]) => other.contains(one))) continue
    const [dx, dy] = [pull(x, left, right) * share, pull(y, top, bottom) * share]
    if (dx || dy) one.scrollBy(dx, dy)
  }
}

/** How long after a pointer has taken a card scrolling reaches its speed, ms: one that begins at an edge does not leap. */
const GENTLE = 400
/** A browser tells all the time where a carried thing is; after so long without a word nobody carries it any more, ms. */
const QUIET = 1_000
/** A frame at 60 Hz, ms. */
const FRAME = 1000 / 60

/** Scrolls on while a pointer carries a card, frame by frame. `at` says where the pointer was when. Gives the way to stop. */
export function scrollWhileCarried(at: () => { x: number; y: number; when: number }): () => void {
  const began = performance.now()
  let before = began
  const frame = (now: number) => {
    const { x, y, when } = at()
    // The end of a drag is not told when the card has left the page meanwhile.
    if (now - when < QUIET)
      scrollAt(x, y, Math.min(1, (now - began) / GENTLE) * Math.min(2, (now - before) / FRAME))
    before = now
    next = requestAnimationFrame(frame)
  }
  let next = requestAnimationFrame(frame)
  return () => cancelAnimationFrame(next)
}
