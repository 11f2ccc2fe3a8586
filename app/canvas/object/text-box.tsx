import { useEffect, useRef, useState } from 'react'
import { CANVAS, type CanvasObject } from '#server/canvas/canvas.rules.ts'
import { useReport } from '../../live/presence/use-presence.ts'
import { toast } from '../../ui/toast.ts'
import { useCanvas } from '../canvas-context.ts'
import { useCanvasWords } from '../canvas-words.ts'
import { holdKeys } from './hold-keys.ts'

interface TextBoxProps {
  id: string
  text: string
  /** what is written, for a screen reader */
  label: string
  max: number
  /** the name of the field that holds the text */
  field?: 'text' | 'title'
  /** the height of the box in canvas units: it grows with the text; null leaves it */
  height: number | null
  className?: string
}

/** The text of an object while I write it: everybody sees it as I type; all of it is one step to undo. */
export function TextBox({ id, text, label, max, field = 'text', height, className }: TextBoxProps) {
  const t = useCanvasWords()
  const { doc, ui, acts } = useCanvas()
  const area = useRef<HTMLTextAreaElement>(null)
  const [value, setValue] = useState(text)
  const mine = useRef(text)
  const now = useRef(t)
  now.current = t
  useReport({ typing: `object:${id}` })

  // Somebody else wrote in it meanwhile: the last word counts, for both.
  useEffect(() => {
    if (text === mine.current) return
    mine.current = text
    setValue(text)
  }, [text])

  useEffect(() => {
    const element = area.current
    if (!element) return
    element.focus({ preventScroll: true })
    element.setSelectionRange(element.value.length, element.value.length)
    doc.begin()
    // The keys of the page are those of the text now: undo, select all, delete.
    const keep = (event: KeyboardEvent) => {
      event.stopPropagation()
      if (event.key === 'Escape' && !event.isComposing) {
        ui.edit(null)
        element.closest<HTMLElement>('.react-flow__node')?.focus({ preventScroll: true })
      }
    }
    element.addEventListener('keydown', keep)
    let last = doc.store.getState().objects.get(id)
    const off = doc.store.subscribe(({ objects }) => {
      last = objects.get(id) ?? last
    })
    const kind = last?.kind
    return () => {
      off()
      element.removeEventListener('keydown', keep)
      doc.end()
      const stands = doc.store.getState().objects.get(id)
      if (ui.store.getState().editing !== id || stands?.kind === kind) return
      // Somebody else has removed it, or made something else of it, under my hands.
      ui.edit(null)
      holdKeys()
      const words = now.current
      if (!last || stands || !mine.current.trim()) return
      const again = { ...last, [field]: mine.current } as CanvasObject
      toast({
        title: words('writtenGone'),
        act: { label: words('putBack'), run: () => acts.addOnTop({ [id]: again }) },
      })
    }
  }, [doc, ui, acts, id, field])

  function write(next: string): void {
    mine.current = next
    setValue(next)
    const element = area.current
    const grown = height !== null && element ? Math.min(element.scrollHeight + 2, CANVAS.size) : 0
    doc.change({ [id]: { [field]: next, ...(height !== null && grown > height ? { h: grown } : {}) } })
  }

  return (
    <textarea
      ref={area}
      value={value}
      maxLength={max}
      aria-label={label}
      className={`nodrag nopan nowheel block size-full resize-none bg-transparent outline-none ${className ?? ''}`}
      onChange={(event) => write(event.target.value)}
      onBlur={() => ui.store.getState().editing === id && ui.edit(null)}
    />
  )
}
