import './canvas.css'
import { ReactFlow, ReactFlowProvider, SelectionMode, useReactFlow } from '@xyflow/react'
import { useEffect, useRef } from 'react'
import { usePointer } from '../live/presence/cursors.tsx'
import { BlankCanvas } from './blank-canvas.tsx'
import { useCanvas, useDoc, useUi } from './canvas-context.ts'
import { useCanvasWords } from './canvas-words.ts'
import { Dots } from './dots.tsx'
import { firstLook } from './fit.ts'
import { Guides } from './guides.tsx'
import { Minimap } from './minimap.tsx'
import { ArrowNode } from './object/arrow-node.tsx'
import { NoteNode } from './object/note-node.tsx'
import type { FlowNode } from './object/object-node.ts'
import { FrameNode, ImageNode, StrokeNode, TextNode } from './object/plain-nodes.tsx'
import { PostNode } from './object/post-node.tsx'
import { OthersLayer } from './others-layer.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { TalkPanel } from './talk/lazy-talk-panel.ts'
import { TalkMarks } from './talk/talk-marks.tsx'
import { useLinkedThread } from './talk/use-linked-thread.ts'
import { useTalk } from './talk/use-talk.ts'
import { ToolLayer } from './tool-layer.tsx'
import { Toolbar } from './toolbar.tsx'
import { TouchArea } from './touch-area.tsx'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useClipboard } from './use-clipboard.ts'
import { useDetail } from './use-detail.ts'
import { useFlowChanges } from './use-flow-changes.ts'
import { useFlowNodes } from './use-flow-nodes.ts'
import { useFocusInView } from './use-focus-in-view.ts'
import { useFollow } from './use-follow.ts'
import { useMouseArea } from './use-mouse-area.ts'
import { usePlace } from './use-place.ts'
import { useSeveral } from './use-several.ts'
import { ZoomBar } from './zoom-bar.tsx'

const nodeTypes = {
  note: NoteNode,
  text: TextNode,
  frame: FrameNode,
  image: ImageNode,
  post: PostNode,
  arrow: ArrowNode,
  stroke: StrokeNode,
}
const coarse = () => typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches

/** The drawn canvas with everything that floats over it. */
export function Surface() {
  return (
    <ReactFlowProvider>
      <div className="relative flex size-full">
        <Drawing />
        <Talk />
      </div>
    </ReactFlowProvider>
  )
}

function Talk() {
  const open = useTalk((state) => state.open)
  useLinkedThread()
  return open ? <TalkPanel /> : null
}

function Drawing() {
  const t = useCanvasWords()
  const { write, ui, doc } = useCanvas()
  const flow = useReactFlow<FlowNode>()
  const ready = useDoc((state) => state.ready)
  const tool = useUi((state) => state.tool)
  const nodes = useFlowNodes()
  const { start, stop, change, guides } = useFlowChanges()
  const wrapper = useRef<HTMLDivElement>(null)
  const place = usePlace()
  const follow = useFollow(wrapper)
  useCanvasKeys()
  useDetail(wrapper)
  useFocusInView(wrapper)
  useSeveral(wrapper)
  useMouseArea()
  useClipboard(wrapper)
  usePointer('canvas', wrapper, place.at)
  useEffect(() => ui.locate(place.middle), [ui, place])
  const looked = useRef(false)
  useEffect(() => {
    if (!ready || looked.current) return
    looked.current = true
    // Not of an empty canvas: the first note would take the view with it.
    if (doc.store.getState().order.length) void firstLook(flow)
  }, [ready, doc, flow])
  const hand = tool === 'hand' || coarse()
  return (
    <div
      ref={wrapper}
      data-canvas
      data-ready={ready || undefined}
      className="relative h-full min-w-0 flex-1 overflow-hidden bg-canvas"
    >
      <Dots />
      <ReactFlow<FlowNode>
        nodes={nodes}
        edges={NO_EDGES}
        nodeTypes={nodeTypes}
        onNodesChange={change}
        onNodeDragStart={start}
        onNodeDragStop={stop}
        onSelectionDragStart={(event, dragged) => dragged[0] && start(event, dragged[0], dragged)}
        onSelectionDragStop={stop}
        onNodeDoubleClick={(_event, node) => {
          if (ui.store.getState().several) return
          if (write && 'text' in node.data.object !== 'title' in node.data.object && !node.data.object.locked)
            ui.edit(node.id)
        }}
        onMoveStart={follow.started}
        onMoveEnd={follow.stopped}
        nodesDraggable={write}
        nodesConnectable={false}
        nodesFocusable
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        deleteKeyCode={null}
        disableKeyboardA11y
        selectionOnDrag={!hand}
        selectionMode={SelectionMode.Partial}
        panOnDrag={hand ? true : [1, 2]}
        panOnScroll
        zoomOnDoubleClick={false}
        attributionPosition="bottom-left"
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        minZoom={0.05}
        maxZoom={4}
        nodeDragThreshold={2}
        ariaLabelConfig={{ 'node.a11yDescription.default': t('objectHint') }}
      >
        <OthersLayer />
        <TalkMarks />
        <Guides store={guides} />
      </ReactFlow>
      <Minimap />
      <BlankCanvas />
      <ToolLayer />
      <TouchArea wrapper={wrapper} />
      <SelectionBar />
      <Toolbar />
      <ZoomBar />
    </div>
  )
}

const NO_EDGES: never[] = []
