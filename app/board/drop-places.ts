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

/** Scrolls what lies below a point on, when that is near its edge. */
export function scrollFrom(element: Element | null, x: number, y: number): void {
  for (const one of scrollers) {
    if (!element || !one.contains(element)) continue
    const { left, right, top, bottom } = one.getBoundingClientRect()
    const [dx, dy] = [pull(x, left, right), pull(y, top, bottom)]
    if (dx || dy) one.scrollBy(dx, dy)
  }
}
