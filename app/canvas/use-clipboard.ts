import { type RefObject, useEffect } from 'react'
import { someObjects } from '#server/canvas/canvas.rules.ts'
import { toast } from '../ui/toast.ts'
import { useCanvas } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { noteList } from './note-list.ts'
import { useAddImages } from './use-images.ts'
import { usePlace } from './use-place.ts'

const TYPE = 'application/x-hubbub-canvas'

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** Copy, cut and paste with the keys and menus of the browser: objects between canvases, pictures and words from elsewhere. */
export function useClipboard(wrapper: RefObject<HTMLElement | null>): void {
  const t = useCanvasWords()
  const { acts, write } = useCanvas()
  const place = usePlace()
  const addImages = useAddImages()
  useEffect(() => {
    function copy(event: ClipboardEvent) {
      if (isField(event.target) || document.querySelector('[role=dialog]')) return
      const objects = acts.picked()
      if (!Object.keys(objects).length || !event.clipboardData) return
      event.preventDefault()
      event.clipboardData.setData(TYPE, JSON.stringify(objects))
      const words = Object.values(objects).flatMap((one) =>
        'text' in one ? one.text : 'title' in one ? one.title : [],
      )
      event.clipboardData.setData('text/plain', words.filter(Boolean).join('\n\n'))
      if (event.type === 'cut' && write) acts.remove()
    }
    function paste(event: ClipboardEvent) {
      const data = event.clipboardData
      if (!write || !data || isField(event.target) || document.querySelector('[role=dialog]')) return
      event.preventDefault()
      const mine = data.getData(TYPE)
      if (mine) {
        const read = someObjects.safeParse(parse(mine))
        if (read.success) return acts.paste(read.data, place.middle())
      }
      const files = [...data.files].filter((file) => file.type.startsWith('image/'))
      if (files.length) return void addImages(files, place.middle())
      const words = data.getData('text/plain').trim()
      const list = noteList(words, data.getData('text/html'))
      if (list) acts.notes(place.middle(), list)
      else if (words) acts.note(place.middle(), words)
    }
    const element = wrapper.current
    const over = (event: DragEvent) =>
      write && event.dataTransfer?.types.includes('Files') && event.preventDefault()
    const drop = (event: DragEvent) => {
      const all = [...(event.dataTransfer?.files ?? [])]
      if (!write || !all.length) return
      // Otherwise the browser would leave the canvas for the file.
      event.preventDefault()
      const files = all.filter((file) => file.type.startsWith('image/'))
      const other = all.find((file) => !files.includes(file))
      if (other) toast({ title: t('imageFailed', { name: other.name }), kind: 'failed' })
      if (files.length) void addImages(files, place.at(event.clientX, event.clientY))
    }
    document.addEventListener('copy', copy)
    document.addEventListener('cut', copy)
    document.addEventListener('paste', paste)
    element?.addEventListener('dragover', over)
    element?.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('cut', copy)
      document.removeEventListener('paste', paste)
      element?.removeEventListener('dragover', over)
      element?.removeEventListener('drop', drop)
    }
  }, [t, acts, write, place, addImages, wrapper])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
