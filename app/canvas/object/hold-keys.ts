/** So long one may think before the next letter, and pause between two, ms. */
const THINK = 5_000
const QUIET = 800

/**
 * Lets no key through until one has stopped writing, presses something or leaves by Tab or Escape: what one wrote in has
 * gone, and the rest of a word would be commands of the page.
 */
export function holdKeys(): void {
  const listening = new AbortController()
  let timer = setTimeout(() => listening.abort(), THINK)
  const first = { capture: true, signal: listening.signal }
  const hold = (event: KeyboardEvent) => {
    if (event.key === 'Tab' || event.key === 'Escape') return listening.abort()
    event.preventDefault()
    event.stopImmediatePropagation()
    clearTimeout(timer)
    timer = setTimeout(() => listening.abort(), QUIET)
  }
  window.addEventListener('keydown', hold, first)
  window.addEventListener('pointerdown', () => listening.abort(), first)
}
