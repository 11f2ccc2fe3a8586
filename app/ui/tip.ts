export type Side = 'top' | 'right' | 'bottom' | 'left'

/**
 * Attributes that give any element a tooltip, drawn by the one `TipLayer` of the page; nothing is mounted per element.
 * A tooltip repeats or adds, it never is the only name: an icon needs `aria-label` too (IconButton does both).
 * @param keys shortcut to show beside the words, such as `mod+k`
 */
export function tip(text: string, { side = 'top', keys }: { side?: Side; keys?: string } = {}) {
  return { 'data-tip': text, 'data-tip-side': side === 'top' ? undefined : side, 'data-tip-keys': keys }
}

interface Box {
  top: number
  left: number
  width: number
  height: number
}

const gap = 8
const margin = 6

/**
 * Where a floating box of a size goes beside a target, flipped when there is no room and kept inside the window.
 * All in CSS pixels of the viewport.
 */
export function placeBeside(
  target: Box,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
  wanted: Side,
): { top: number; left: number } {
  const room: Record<Side, number> = {
    top: target.top - size.height,
    bottom: viewport.height - target.top - target.height - size.height,
    left: target.left - size.width,
    right: viewport.width - target.left - target.width - size.width,
  }
  const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }
  const side =
    room[wanted] < gap + margin && room[opposite[wanted]] > room[wanted] ? opposite[wanted] : wanted
  const middle = {
    top: target.top + (target.height - size.height) / 2,
    left: target.left + (target.width - size.width) / 2,
  }
  const at = {
    top: { top: target.top - size.height - gap, left: middle.left },
    bottom: { top: target.top + target.height + gap, left: middle.left },
    left: { top: middle.top, left: target.left - size.width - gap },
    right: { top: middle.top, left: target.left + target.width + gap },
  }[side]
  const clamp = (value: number, max: number) => Math.max(margin, Math.min(value, max - margin))
  return {
    top: clamp(at.top, viewport.height - size.height),
    left: clamp(at.left, viewport.width - size.width),
  }
}
