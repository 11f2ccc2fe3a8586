import type { Card } from '#server/post/card.rules.ts'

/** Something that takes cards. */
export interface DropPlace {
  over(clientY: number, card: Card): void
  leave(): void
  drop(clientY: number, card: Card, from: string | undefined): void
  /** It came under the card by itself: says that nothing was moved. */
  refuse?: (() => void) | undefined
}

/** Why a card stays that was let go over what had just slid under it. */
export const SLID = { code: 'stage.movedUnder', params: {}, message: '' }

/** The height of the card that is carried, px. */
export const held = { height: 64 }

const places = new Map<Element, DropPlace>()

export function addPlace(element: Element, place: DropPlace): () => void {
  places.set(element, place)
  return () => void (places.get(element) === place && places.delete(element))
}

/** The innermost place that an element is in. */
export function placeAt(element: Element | null): DropPlace | null {
  for (let one = element; one; one = one.parentElement) {
    const place = places.get(one)
    if (place) return place
  }
  return null
}
