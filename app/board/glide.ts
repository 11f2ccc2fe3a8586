import { type RefObject, useEffect } from 'react'
import type { CardStore } from './card-store.ts'

const GLIDE = { duration: 180, easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)' }

interface Place {
  group: string
  box: DOMRect
}

/** A card that I have just let go of stands where I let it go: it does not glide. */
let dropped: string | null = null
export function justDropped(id: string): void {
  dropped = id
  requestAnimationFrame(() => requestAnimationFrame(() => (dropped = dropped === id ? null : dropped)))
}

/**
 * Cards glide to their places whenever their order changes, whoever changed it: places are read before the change and
 * after it, and the difference is played. Only what is on the screen is measured.
 */
export function useGlide(cards: CardStore, root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let before: Map<string, Place> | null = null
    return cards.beforeChange((groups) => {
      if (document.hidden || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
      const scheduled = before !== null
      before ??= new Map()
      for (const [id, place] of placesIn(root.current, groups)) if (!before.has(id)) before.set(id, place)
      if (!scheduled)
        requestAnimationFrame(() => {
          const from = before ?? new Map<string, Place>()
          before = null
          play(root.current, from)
        })
    })
  }, [cards, root])
}

function placesIn(root: HTMLElement | null, groups: ReadonlySet<string>): Map<string, Place> {
  const places = new Map<string, Place>()
  const twice = new Set<string>()
  for (const list of root?.querySelectorAll<HTMLElement>('[data-group]') ?? []) {
    const group = list.dataset.group ?? ''
    if (!groups.has(group)) continue
    const window = list.getBoundingClientRect()
    for (const element of list.querySelectorAll<HTMLElement>('[data-card]')) {
      const box = element.getBoundingClientRect()
      if (box.bottom > window.top && box.top < window.bottom) {
        const id = element.dataset.card ?? ''
        // In several lanes at once it glides in none: which of them it came from cannot be told.
        if (places.has(id)) twice.add(id)
        places.set(id, { group, box })
      }
    }
  }
  for (const id of twice) places.delete(id)
  return places
}

function play(root: HTMLElement | null, before: Map<string, Place>): void {
  const after = placesIn(root, new Set([...before.values()].map((place) => place.group)))
  const moves: [HTMLElement, Place, Place | undefined][] = []
  for (const [id, from] of before) {
    const element = root?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
    if (!element || id === dropped) continue
    const group = element.closest<HTMLElement>('[data-group]')?.dataset.group ?? ''
    const to = after.get(id) ?? { group, box: element.getBoundingClientRect() }
    if (Math.abs(to.box.left - from.box.left) > 1 || Math.abs(to.box.top - from.box.top) > 1)
      moves.push([element, from, to])
  }
  for (const [element, from, to] of moves) {
    if (!to) continue
    const start = `translate(${from.box.left - to.box.left}px, ${from.box.top - to.box.top}px)`
    if (from.group === to.group) element.animate([{ transform: start }, { transform: 'none' }], GLIDE)
    else fly(element, to.box, start)
  }
}

/** Columns clip what leaves them, so the card crosses over as a picture of itself above everything. */
function fly(element: HTMLElement, to: DOMRect, start: string): void {
  const picture = element.cloneNode(true) as HTMLElement
  picture.removeAttribute('data-card')
  picture.setAttribute('aria-hidden', 'true')
  picture.inert = true
  Object.assign(picture.style, {
    position: 'fixed',
    left: `${to.left}px`,
    top: `${to.top}px`,
    width: `${to.width}px`,
    height: `${to.height}px`,
    margin: '0',
    zIndex: '35',
    pointerEvents: 'none',
  })
  document.body.append(picture)
  element.animate([{ opacity: 0 }, { opacity: 0 }], { duration: GLIDE.duration })
  const flight = picture.animate([{ transform: start }, { transform: 'none' }], GLIDE)
  flight.onfinish = flight.oncancel = () => picture.remove()
}
