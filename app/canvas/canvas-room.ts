import type { Json, JsonObject } from '@liveblocks/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Box } from '#server/canvas/shape.rules.ts'
import type { PresenceRoomOf } from '../live/presence/feed-room.ts'
import { liveClient, type PresenceAccess } from '../live/presence/live-client.ts'
import { REPEAT_AFTER_MS } from '../live/presence/presence.rules.ts'
import { type CanvasDoc, createCanvasDoc } from './canvas-doc.ts'

/** What somebody else on the canvas has chosen, and which part of it they see. */
export interface Other {
  connection: number
  uid: string
  name: string
  selected: readonly string[]
  view: Box | null
}

export interface CanvasRoom {
  doc: CanvasDoc
  others: StoreApi<{ others: readonly Other[] }>
  /** Tells the others; more than a few dozen chosen objects are not worth the words. */
  show(mine: { selected?: readonly string[]; view?: Box }): void
  /** Stays in the room, unseen, until what I did has reached the server. */
  leave(): void
}

const MOST_SHOWN = 50

const strings = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string').slice(0, MOST_SHOWN) : []

function box(value: Json | undefined): Box | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { x, y, w, h } = value
  return [x, y, w, h].every((one) => typeof one === 'number' && Number.isFinite(one))
    ? ({ x, y, w, h } as Box)
    : null
}

const NOBODY: readonly string[] = []

/** False while something I did has not reached the server, and still can. */
const isSaved = (room: PresenceRoomOf) =>
  room.getStorageStatus() !== 'synchronizing' || room.getSelf()?.canWrite === false

/** Does this once what I did has reached the server, or never will: a room that is left before would forget it. */
function whenSaved(room: PresenceRoomOf, then: () => void): void {
  if (isSaved(room)) {
    then()
    return
  }
  const done = () => {
    for (const end of ends) end()
    then()
  }
  const look = () => {
    if (isSaved(room)) done()
  }
  const ends = [
    room.subscribe('storage-status', look),
    room.subscribe('status', look),
    room.subscribe('error', ({ context }) => {
      if (context.type === 'ROOM_CONNECTION_ERROR') done()
    }),
  ]
}

/** Enters a canvas: its content, and the others on it. Cursors and names go the way of every page (PresenceRoom). */
export function enterCanvasRoom(access: PresenceAccess, id: string): CanvasRoom {
  const entered = liveClient(access).enterRoom(id, { initialPresence: {} })
  const room = entered.room as unknown as PresenceRoomOf
  const others = createStore<{ others: readonly Other[] }>(() => ({ others: [] }))
  const known = new Map<number, Other>()
  let mine: JsonObject = {}
  let again: ReturnType<typeof setTimeout> | undefined
  /** What was told while somebody was coming may not have reached them. */
  const repeat = () => {
    again = undefined
    room.updatePresence(mine)
  }
  const repeatSoon = () => {
    again ??= setTimeout(repeat, REPEAT_AFTER_MS)
  }
  const offStatus = room.subscribe('status', (status) => status === 'connected' && repeatSoon())
  repeatSoon()

  const off = room.subscribe('others', (all, event) => {
    if (event.type === 'enter') repeatSoon()
    const here = new Set<number>()
    let changed = false
    for (const { connectionId, id: uid, info, presence } of all) {
      here.add(connectionId)
      const before = known.get(connectionId)
      const selected = strings(presence.selected)
      const view = box(presence.sight)
      const same =
        before &&
        JSON.stringify(before.selected) === JSON.stringify(selected) &&
        JSON.stringify(before.view) === JSON.stringify(view)
      if (same) continue
      changed = true
      known.set(connectionId, {
        connection: connectionId,
        uid,
        name: info.name,
        selected: selected.length ? selected : NOBODY,
        view,
      })
    }
    for (const connection of known.keys())
      if (!here.has(connection)) {
        known.delete(connection)
        changed = true
      }
    if (changed) others.setState({ others: [...known.values()] })
  })

  const doc = createCanvasDoc(room)
  const ask = (event: BeforeUnloadEvent) => {
    if (!isSaved(room)) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return {
    doc,
    others,
    show({ selected, view }) {
      if (selected) mine = { ...mine, selected: selected.slice(0, MOST_SHOWN) }
      // Not `view`: that word is the page's own, which tells what it shows in the same room.
      if (view) mine = { ...mine, sight: { ...view } }
      room.updatePresence(mine)
    },
    leave() {
      off()
      offStatus()
      clearTimeout(again)
      doc.close()
      room.updatePresence({ selected: [] })
      whenSaved(room, () => {
        window.removeEventListener('beforeunload', ask)
        entered.leave()
      })
    },
  }
}
