import { IDLE_AFTER_MS } from './presence.rules.ts'

const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart', 'focus'] as const

/** Calls `onIdle(true)` after a minute without a sign of life in this tab, and `onIdle(false)` at the next one. */
export function watchIdle(onIdle: (idle: boolean) => void, target: EventTarget = window): () => void {
  let idle = false
  let last = Date.now()
  let timer = setTimeout(check, IDLE_AFTER_MS)

  function check() {
    const left = last + IDLE_AFTER_MS - Date.now()
    if (left > 0) {
      timer = setTimeout(check, left)
      return
    }
    idle = true
    onIdle(true)
  }

  function sign() {
    last = Date.now()
    if (!idle) return
    idle = false
    onIdle(false)
    timer = setTimeout(check, IDLE_AFTER_MS)
  }

  for (const name of SIGNS) target.addEventListener(name, sign, { passive: true, capture: true })
  return () => {
    clearTimeout(timer)
    for (const name of SIGNS) target.removeEventListener(name, sign, { capture: true })
  }
}
