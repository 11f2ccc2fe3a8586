import { useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import type { CanvasObject } from '#server/canvas/canvas.rules.ts'
import { useCommand } from '../shell/command-handlers.ts'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import { FIT } from './fit.ts'
import { useTalkWays } from './talk/use-talk.ts'
import { useMakeByKey } from './use-make.ts'
import { useToPost } from './use-to-post.ts'

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const STEP = 8
const WIDE = 64
/** How far the arrows move the view when they move nothing on it, px. */
const PAN = 80
const PAN_FAR = 400

export const hasWords = (object: CanvasObject | undefined): boolean =>
  object !== undefined && ['note', 'text', 'frame'].includes(object.kind)

/** The keys of the canvas: those of the palette and the list of shortcuts, and those of what is chosen or has the focus. */
export function useCanvasKeys() {
  const { write, ui, acts, doc, head, askPost } = useCanvas()
  const ways = useTalkWays()
  const flow = useReactFlow()
  const some = useUi((state) => state.selection.size > 0)
  const several = useUi((state) => state.selection.size > 1)
  const undo = useDoc((state) => state.canUndo)
  const redo = useDoc((state) => state.canRedo)
  const toPost = useToPost()
  const makeByKey = useMakeByKey()
  const may = (work: () => void, when = true) => (write && when ? work : null)
  const only = (work: (id: string) => void) => () => {
    const [id] = ui.store.getState().selection
    if (id) work(id)
  }
  useCommand('canvas.select', () => ui.use('select'))
  useCommand('canvas.hand', () => ui.use('hand'))
  useCommand(
    'canvas.note',
    may(() => ui.use('note')),
  )
  useCommand(
    'canvas.text',
    may(() => ui.use('text')),
  )
  useCommand(
    'canvas.frame',
    may(() => ui.use('frame')),
  )
  useCommand(
    'canvas.arrow',
    may(() => ui.use('arrow')),
  )
  useCommand(
    'canvas.draw',
    may(() => ui.use('draw')),
  )
  useCommand('canvas.post', may(askPost))
  useCommand('canvas.toPost', may(only(toPost), some))
  useCommand('canvas.undo', may(doc.undo, undo))
  useCommand('canvas.redo', may(doc.redo, redo))
  useCommand('canvas.all', () => acts.selectAll())
  useCommand('canvas.duplicate', may(acts.duplicate, some))
  useCommand('canvas.delete', may(acts.remove, some))
  useCommand('canvas.group', may(acts.group, several))
  useCommand('canvas.ungroup', may(acts.ungroup, some))
  useCommand('canvas.lock', may(acts.lock, some))
  useCommand(
    'canvas.front',
    may(() => acts.order('front'), some),
  )
  useCommand(
    'canvas.back',
    may(() => acts.order('back'), some),
  )
  useCommand(
    'canvas.alignLeft',
    may(() => acts.align('left'), several),
  )
  useCommand(
    'canvas.alignCentre',
    may(() => acts.align('centre'), several),
  )
  useCommand(
    'canvas.alignRight',
    may(() => acts.align('right'), several),
  )
  useCommand(
    'canvas.alignTop',
    may(() => acts.align('top'), several),
  )
  useCommand(
    'canvas.alignMiddle',
    may(() => acts.align('middle'), several),
  )
  useCommand(
    'canvas.alignBottom',
    may(() => acts.align('bottom'), several),
  )
  useCommand('canvas.comment', head.talk.read ? () => ways.write(focused()) : null)
  useCommand('canvas.fit', () => void flow.fitView({ ...FIT, duration: 180 }))
  useCommand('canvas.fitChosen', () => {
    const nodes = [...ui.store.getState().selection].map((id) => ({ id }))
    void flow.fitView({ ...(nodes.length ? { nodes } : {}), padding: 0.3, maxZoom: 1.5, duration: 180 })
  })
  useCommand('canvas.zoomIn', () => void flow.zoomIn({ duration: 120 }))
  useCommand('canvas.zoomOut', () => void flow.zoomOut({ duration: 120 }))
  useCommand('canvas.zoomFull', () => void flow.zoomTo(1, { duration: 120 }))

  const press = (event: KeyboardEvent) => {
    const { target } = event
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.defaultPrevented) return
    if (!(target instanceof HTMLElement) || isField(target) || document.querySelector('[role=dialog]')) return
    if (event.key === 'Escape') {
      ui.use('select')
      ui.select([])
      ui.follow(null)
      return
    }
    if (event.key === 'Backspace' && write) return acts.remove()
    // On a button it presses that.
    const free = !target.closest('button, a, [role=button], [role=menuitem]')
    if (event.key === 'Enter' && write && free && makeByKey()) return event.preventDefault()
    const id = target.closest<HTMLElement>('.react-flow__node')?.dataset.id
    const object = id ? doc.store.getState().objects.get(id) : undefined
    const by = ARROWS[event.key]
    if (by && write && (object || ui.store.getState().selection.size)) {
      event.preventDefault()
      if (id && object && !ui.store.getState().selection.has(id)) acts.select([id])
      const far = event.shiftKey ? WIDE : STEP
      return acts.move(by[0] * far, by[1] * far)
    }
    if (by && free) {
      event.preventDefault()
      const far = event.shiftKey ? PAN_FAR : PAN
      const { x, y, zoom } = flow.getViewport()
      return void flow.setViewport({ x: x - by[0] * far, y: y - by[1] * far, zoom })
    }
    // A link or button in it has keys of its own.
    if (!id || !object || !target.matches('.react-flow__node')) return
    if (event.key === ' ') {
      event.preventDefault()
      acts.toggle(id)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      acts.select([id])
      if (write && hasWords(object) && !object.locked) ui.edit(id)
    }
  }
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const listen = (event: KeyboardEvent) => latest.current(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

/** The object that has the focus. */
const focused = () => document.activeElement?.closest<HTMLElement>('.react-flow__node')?.dataset.id

const isField = (target: HTMLElement) => target.matches('input, textarea, select')
