import { useEffect, useId, useRef, useState } from 'react'
import { Keys } from './kbd.tsx'
import { placeBeside, type Side } from './tip.ts'

const delay = 350
const warm = 400
// The top layer, above every dialog. React 18 passes the attribute on but has no type for it.
const manual = { popover: 'manual' }

interface Shown {
  target: HTMLElement
  text: string
  side: Side
  keys: string | undefined
}

function readTip(node: EventTarget | null): Shown | null {
  const target = node instanceof Element ? node.closest<HTMLElement>('[data-tip]') : null
  const { tip, tipSide, tipKeys } = target?.dataset ?? {}
  // What is open explains itself; a tooltip would lie over it.
  if (!target || !tip || target.ariaExpanded === 'true' || target.dataset.state === 'open') return null
  return { target, text: tip, side: (tipSide as Side | undefined) ?? 'top', keys: tipKeys }
}

/** The one tooltip of the page. Waits 350 ms, follows at once while one was open a moment ago, hides on Esc and press. */
export function TipLayer() {
  const [shown, setShown] = useState<Shown | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    let timer = 0
    let closedAt = 0
    let open: Shown | null = null
    const show = (next: Shown | null) => {
      window.clearTimeout(timer)
      if (open && !next) closedAt = Date.now()
      open = next
      setShown(next)
    }
    const later = (next: Shown, wait: number) => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => show(readTip(next.target)), wait)
    }
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      if (box.current?.contains(event.target as Node)) return
      const next = readTip(event.target)
      if (next?.target === open?.target) return
      if (!next) return show(null)
      later(next, open || Date.now() - closedAt < warm ? 0 : delay)
    }
    const focus = (event: FocusEvent) => {
      const next = readTip(event.target)
      if (next?.target.matches(':focus-visible')) later(next, 0)
    }
    const hide = () => show(null)
    const key = (event: KeyboardEvent) => event.key === 'Escape' && show(null)
    document.addEventListener('pointerover', over)
    document.addEventListener('focusin', focus)
    document.addEventListener('focusout', hide)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('keydown', key)
    window.addEventListener('scroll', hide, true)
    return () => {
      window.clearTimeout(timer)
      document.removeEventListener('pointerover', over)
      document.removeEventListener('focusin', focus)
      document.removeEventListener('focusout', hide)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('keydown', key)
      window.removeEventListener('scroll', hide, true)
    }
  }, [])

  useEffect(() => {
    const element = box.current
    if (!element || !shown?.target.isConnected) return
    const described = shown.target.getAttribute('aria-label') !== shown.text
    element.showPopover()
    const at = placeBeside(
      shown.target.getBoundingClientRect(),
      { width: element.offsetWidth, height: element.offsetHeight },
      { width: window.innerWidth, height: window.innerHeight },
      shown.side,
    )
    element.style.translate = `${Math.round(at.left)}px ${Math.round(at.top)}px`
    if (described) shown.target.setAttribute('aria-describedby', id)
    return () => {
      if (described) shown.target.removeAttribute('aria-describedby')
      if (element.isConnected) element.hidePopover()
    }
  }, [shown, id])

  return (
    <div
      ref={box}
      id={id}
      role="tooltip"
      {...manual}
      className="fixed top-0 left-0 m-0 max-w-72 items-center gap-2 rounded-control border-0 bg-n12 px-2 py-1 text-meta text-n1 open:flex open:animate-fade-in"
    >
      {shown?.text}
      {shown?.keys ? <Keys keys={shown.keys} inverted /> : null}
    </div>
  )
}
