import type { JsonObject, LsonObject } from '@liveblocks/client'
import { createRoomContext } from '@liveblocks/react'
import { useEffect, useLayoutEffect } from 'react'
import { feedRoom, type PresenceUser } from './feed-room.ts'
import { watchIdle } from './idle.ts'
import { liveClient, type PresenceAccess } from './live-client.ts'
import type { PresenceStore } from './presence-store.ts'

type Props = { room: string; access: PresenceAccess; store: PresenceStore }

const bundles = new Map<ReturnType<typeof liveClient>, ReturnType<typeof createBundle>>()

function createBundle(client: ReturnType<typeof liveClient>) {
  return createRoomContext<JsonObject, LsonObject, PresenceUser>(client)
}

/** The hooks bound to the client, made once for it. */
function bundleOf(access: PresenceAccess) {
  const client = liveClient(access)
  const bundle = bundles.get(client) ?? createBundle(client)
  bundles.set(client, bundle)
  return bundle
}

/** The connected half of a presence room; draws nothing. Stands beside the page, so loading it remounts nothing. */
export function PresenceBridge({ room, access, store }: Props) {
  const { RoomProvider } = bundleOf(access)
  return (
    <RoomProvider id={room} initialPresence={store.reporter.wanted()}>
      <Feed access={access} store={store} />
    </RoomProvider>
  )
}

function Feed({ access, store }: Omit<Props, 'room'>) {
  const room = bundleOf(access).useRoom()
  // A layout effect ends before the provider leaves the room, so the goodbye still goes out.
  useLayoutEffect(() => feedRoom(room, store), [room, store])
  useEffect(() => watchIdle(store.reporter.setIdle), [store])
  return null
}
