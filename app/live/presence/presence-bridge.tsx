import type { JsonObject, LsonObject } from '@liveblocks/client'
import { createRoomContext } from '@liveblocks/react'
import { useEffect, useLayoutEffect } from 'react'
import { feedRoom, type PresenceUser } from './feed-room.ts'
import { watchIdle } from './idle.ts'
import { liveClient, type PresenceMode } from './live-client.ts'
import type { PresenceStore } from './presence-store.ts'

type Props = { room: string; mode: PresenceMode; store: PresenceStore }

const createContext = (mode: PresenceMode) =>
  createRoomContext<JsonObject, LsonObject, PresenceUser>(liveClient(mode))
const contexts = new Map<PresenceMode, ReturnType<typeof createContext>>()

function contextOf(mode: PresenceMode) {
  const context = contexts.get(mode) ?? createContext(mode)
  contexts.set(mode, context)
  return context
}

/** The connected half of a presence room; draws nothing. Stands beside the page, so loading it remounts nothing. */
export function PresenceBridge({ room, mode, store }: Props) {
  const { RoomProvider } = contextOf(mode)
  return (
    <RoomProvider id={room} initialPresence={store.reporter.wanted()}>
      <Feed mode={mode} store={store} />
    </RoomProvider>
  )
}

function Feed({ mode, store }: Omit<Props, 'room'>) {
  const room = contextOf(mode).useRoom()
  // A layout effect ends before the provider leaves the room, so the goodbye still goes out.
  useLayoutEffect(() => feedRoom(room, store), [room, store])
  useEffect(() => watchIdle(store.reporter.setIdle), [store])
  return null
}
