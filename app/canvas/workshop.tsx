import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { CanvasHead } from '#server/canvas/canvas.reads.ts'
import { CANVAS, canvasRoom } from '#server/canvas/canvas.rules.ts'
import { act } from '../live/act.ts'
import { useDirectory, usePath } from '../live/directory.tsx'
import type { PresenceAccess } from '../live/presence/live-client.ts'
import { lazyPart, useFetchThen } from '../ui/lazy-part.tsx'
import { toast } from '../ui/toast.ts'
import { createCanvasActs } from './canvas-acts.ts'
import { CanvasContext, type OpenCanvas } from './canvas-context.ts'
import { type CanvasRoom, enterCanvasRoom } from './canvas-room.ts'
import { createCanvasUi } from './canvas-ui.ts'
import { useCanvasWords } from './canvas-words.ts'
import { createCardShelf } from './card-shelf.ts'
import { FollowBanner } from './follow-banner.tsx'
import { readCards } from './read-cards.ts'
import { readThreads } from './read-threads.ts'
import { Surface } from './surface.tsx'
import { TalkPanel } from './talk/lazy-talk-panel.ts'
import { createCanvasTalk } from './talk/talk-store.ts'

const PostDialog = lazyPart(async () => (await import('./post-dialog.tsx')).PostDialog)

export interface WorkshopProps {
  access: PresenceAccess
  canvas: CanvasHead
  write: boolean
  /** gets the open canvas when its room is entered, and null when it is left */
  onOpen(open: OpenCanvas | null): void
}

/** Enters the room of a canvas and draws it. */
export function Workshop({ access, canvas, write, onOpen }: WorkshopProps) {
  const { workspace } = useDirectory()
  const [room, setRoom] = useState<CanvasRoom | null>(null)
  const { mode, auth } = access
  useEffect(() => {
    const entered = enterCanvasRoom({ mode, auth }, canvasRoom(workspace.id, canvas.id))
    setRoom(entered)
    return () => {
      setRoom(null)
      entered.leave()
    }
  }, [mode, auth, workspace.id, canvas.id])
  return room ? <Inside room={room} canvas={canvas} write={write} onOpen={onOpen} /> : null
}

type InsideProps = Omit<WorkshopProps, 'access'> & { room: CanvasRoom }

function Inside({ room, canvas, write: wanted, onOpen }: InsideProps) {
  const readOnly = useStore(room.doc.store, (state) => state.readOnly)
  const write = wanted && !readOnly
  const t = useCanvasWords()
  const path = usePath()
  const fetchThen = useFetchThen()
  const [asking, setAsking] = useState(false)
  const now = useRef({ t, path, fetchThen })
  now.current = { t, path, fetchThen }

  const parts = useMemo(() => {
    const ui = createCanvasUi()
    const acts = createCanvasActs({
      canvasId: canvas.id,
      doc: room.doc,
      ui,
      full: (what) =>
        toast({
          title:
            what === 'tooHeavy'
              ? now.current.t('tooHeavy')
              : now.current.t('full', { most: CANVAS.objects, room: room.doc.room() }),
          kind: 'failed',
        }),
      async makePost(id, text, campaignId) {
        const [first = '', ...rest] = text.split('\n')
        const title = first.trim().slice(0, 200)
        const { archived = false } = await act('post.create', {
          id,
          teamId: canvas.teamId,
          campaignId: campaignId ?? canvas.campaignId,
          title,
          text: rest.length || first.length > 200 ? text : '',
        })
        return !archived
      },
    })
    return {
      ui,
      acts,
      talk: createCanvasTalk(canvas.id, () => readThreads(now.current.path(`canvas/talk/${canvas.id}`))),
      shelf: createCardShelf((ids) => readCards(now.current.path('canvas/cards'), { ids })),
    }
  }, [room, canvas.id, canvas.teamId, canvas.campaignId])
  const mayRead = canvas.talk.read
  useEffect(() => {
    // Without them the canvas is all the same; what is said next brings them.
    if (mayRead) void parts.talk.read().catch(() => undefined)
  }, [parts, mayRead])

  const open = useMemo(
    (): OpenCanvas => ({
      ...parts,
      head: canvas,
      write,
      room,
      doc: room.doc,
      fetchTalk: (then) => now.current.fetchThen(TalkPanel.fetch, then),
      askPost: () => now.current.fetchThen(PostDialog.fetch, () => setAsking(true)),
    }),
    [parts, canvas, write, room],
  )
  useEffect(() => {
    onOpen(open)
    return () => onOpen(null)
  }, [open, onOpen])
  // The others see what I have chosen.
  useEffect(() => {
    let shown = parts.ui.store.getState().selection
    return parts.ui.store.subscribe(({ selection }) => {
      if (selection === shown) return
      shown = selection
      room.show({ selected: [...selection] })
    })
  }, [parts, room])

  return (
    <CanvasContext.Provider value={open}>
      <Surface />
      <FollowBanner />
      {asking ? (
        <PostDialog
          close={() => setAsking(false)}
          pick={(postId) => parts.acts.post(postId, parts.ui.middle())}
        />
      ) : null}
    </CanvasContext.Provider>
  )
}
