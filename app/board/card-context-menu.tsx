import { type MouseEvent, type ReactNode, useState } from 'react'
import { useFetchThen } from '../ui/lazy-part.tsx'
import { useBoard } from './board-context.tsx'

const loadMenu = async () => (await import('./card-menu.tsx')).CardMenu
type CardMenu = Awaited<ReturnType<typeof loadMenu>>

interface Opened {
  Menu: CardMenu
  /** the card, or one of its slots */
  id: string
  x: number
  y: number
  /** each opening is another menu */
  time: number
  back: HTMLElement | null
}

/**
 * The menu of a card on its right mouse button, Shift+F10 or the menu key: one for the whole board, at the pointer or
 * under the card. On touch a long press drags; there the card's button has the menu.
 */
export function CardMenuArea({ children }: { children: (open: (event: MouseEvent) => void) => ReactNode }) {
  const board = useBoard()
  const fetchThen = useFetchThen()
  const [opened, setOpened] = useState<Opened | null>(null)
  function open(event: MouseEvent): void {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    const id = card?.dataset.card
    const byMouse = event.button === 2
    const touch = (event.nativeEvent as PointerEvent).pointerType === 'touch'
    // With Shift the browser's own menu comes.
    if (!card || !id || touch || (byMouse && event.shiftKey)) return
    event.preventDefault()
    const box = card.getBoundingClientRect()
    const [x, y] = byMouse ? [event.clientX, event.clientY] : [box.left + 12, box.bottom - 4]
    const back = card.querySelector<HTMLElement>('a')
    fetchThen(loadMenu, (Menu) => setOpened({ Menu, id, x, y, back, time: performance.now() }))
  }
  return (
    <>
      {children(open)}
      {opened ? (
        <opened.Menu
          key={opened.time}
          id={opened.id}
          board={board}
          align="start"
          defaultOpen
          trigger={
            <button
              type="button"
              tabIndex={-1}
              aria-hidden="true"
              className="pointer-events-none fixed size-px opacity-0"
              style={{ left: opened.x, top: opened.y }}
            />
          }
          onClosed={() => {
            opened.back?.focus({ preventScroll: true })
            setOpened(null)
          }}
        />
      ) : null}
    </>
  )
}
