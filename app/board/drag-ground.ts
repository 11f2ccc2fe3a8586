/** How far a pointer moves on until it means what lies under it again, px. */
const AIM = 24

/**
 * Whether what lies under a carried card is what its carrier aims at. When columns or lanes come or go meanwhile,
 * another one slides under the pointer: until that has moved on, nothing there is meant.
 */
export function createGround() {
  let last: { x: number; y: number } | null = null
  let slid: { x: number; y: number } | null = null
  return {
    /** The pointer with a card. */
    at(x: number, y: number): void {
      last = { x, y }
      if (slid && Math.hypot(x - slid.x, y - slid.y) > AIM) slid = null
    },
    /** What lies under it has become another thing. */
    slide(): void {
      slid = last
    },
    sure: (): boolean => slid === null,
    /** No card is carried. */
    end(): void {
      last = null
      slid = null
    },
  }
}

/** The one of the page. */
export const ground = createGround()
