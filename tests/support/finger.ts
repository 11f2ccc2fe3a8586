import type { Page } from 'playwright-core'

/** A finger as the browser feels it. */
export async function finger(page: Page) {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    down: (x: number, y: number) => touch('touchStart', [{ x, y }]),
    move: (x: number, y: number) => touch('touchMove', [{ x, y }]),
    up: () => touch('touchEnd', []),
    /** Two fingers at once; they are put down together, or the second one beside the first. */
    both: (type: 'touchStart' | 'touchMove', points: [{ x: number; y: number }, { x: number; y: number }]) =>
      touch(type, points),
  }
}
