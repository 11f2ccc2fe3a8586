import type { ExternalToast } from 'sonner'

export interface Toast {
  /** one sentence: what happened */
  title: string
  /** what was kept, what to do */
  detail?: string
  kind?: 'done' | 'failed' | 'plain'
  /** one act, such as undo */
  act?: { label: string; run(): void }
  /** the same id replaces the one that is shown */
  id?: string
}

type Show = (toast: Toast) => void

let show: Show | null = null
let wake: (() => void) | null = null
const waiting: Toast[] = []

/**
 * Says something in passing. The code that draws it is loaded with the first one. What somebody must not miss belongs
 * on the page, not here.
 */
export function toast(message: Toast): void {
  if (show) {
    show(message)
    return
  }
  waiting.push(message)
  wake?.()
}

/** For `ToastRegion` only: told when the first toast wants to be drawn. */
export function onFirstToast(callback: () => void): () => void {
  wake = callback
  if (waiting.length) callback()
  return () => {
    wake = null
  }
}

/** For `ToastRegion` only: the drawing code has arrived. */
export function readyToShow(next: Show): void {
  show = next
  for (const message of waiting.splice(0)) next(message)
}

/** How long a message stays, in milliseconds: longer with an act, for good when something failed. */
export function toastOptions(message: Toast): ExternalToast {
  return {
    id: message.id,
    description: message.detail,
    duration: message.kind === 'failed' ? 12_000 : message.act ? 8_000 : 4_000,
    action: message.act && { label: message.act.label, onClick: message.act.run },
  }
}
