/** How near to an edge scrolling begins, and the most in a frame, px. */
const EDGE = 56
const FASTEST = 14
/** How long a pointer is at an edge until scrolling reaches its speed, ms: it does not leap. */
const GENTLE = 400
/** A browser says where a carried thing is at least twice in this time, ms; who is silent carries nothing any more. */
const QUIET = 1_000
/** A frame at 60 Hz, ms. */
const FRAME = 1000 / 60

const scrollers = new Set<HTMLElement>()

/** Scrolls an element on while a card is held at its edge. Gives the way to stop. */
export function scrollAtEdges(element: HTMLElement): () => void {
  scrollers.add(element)
  return () => void scrollers.delete(element)
}

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
 * @returns whether the point is at an edge
 */
export function scrollAt(x: number, y: number, share = 1): boolean {
  const boxes = [...scrollers].map((one) => [one, one.getBoundingClientRect()] as const)
  const outside = boxes.filter(
    ([, { left, right, top, bottom }]) => x < left || x > right || y < top || y > bottom,
  )
  let pulled = false
  for (const [one, { left, right, top, bottom }] of boxes) {
    // What is scrolled out of an outer one lies there, but cannot be seen.
    if (outside.some(([other]) => other.contains(one))) continue
    const [dx, dy] = [pull(x, left, right), pull(y, top, bottom)]
    if (!dx && !dy) continue
    pulled = true
    one.scrollBy(dx * share, dy * share)
  }
  return pulled
}

/**
 * Scrolls for what a pointer carries. Each word of where it is keeps it going; it asks for frames only while that is at
 * an edge and was said just now, so nothing goes on when nobody says that the carrying has ended.
 */
export function edgeScroll(): { at(x: number, y: number): void; stop(): void } {
  let pointer = { x: 0, y: 0, when: 0 }
  let next: number | null = null
  let [began, before] = [0, 0]

  function frame(now: number): void {
    const { x, y, when } = pointer
    // A frame's time may lie before the word that asked for it.
    const passed = Math.min(2, Math.max(0, now - before) / FRAME)
    const share = passed * Math.min(1, Math.max(0, now - began) / GENTLE)
    before = now
    const on = now - when < QUIET && scrollAt(x, y, share)
    next = on ? requestAnimationFrame(frame) : null
  }
  return {
    at(x, y) {
      pointer = { x, y, when: performance.now() }
      if (next !== null) return
      began = before = pointer.when
      next = requestAnimationFrame(frame)
    },
    stop() {
      if (next !== null) cancelAnimationFrame(next)
      next = null
    },
  }
}
