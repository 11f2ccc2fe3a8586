import type { JsonObject } from '@liveblocks/client'
import { liveClient, type PresenceAccess } from './live-client.ts'
import { REPEAT_AFTER_MS } from './presence.rules.ts'

/** A connection lost for less than this is not worth a word. Milliseconds. */
const AWAY_AFTER_MS = 3000

export interface SideRoom {
  /** Tells everybody else who is there now. */
  send(message: object): void
  leave(): void
}

/**
 * Enters a room beside the page's own, for messages only. In a chunk of its own: import it lazily. `uid` is who the
 * server says has sent it, never what the message says.
 */
export function enterSideRoom(
  access: PresenceAccess,
  id: string,
  on: {
    hear(uid: string, connection: number, message: unknown): void
    /** Somebody came, or we came (back): what was said before is unknown there. */
    met(): void
    /** Whether the room can be reached. */
    reached(yes: boolean): void
  },
): SideRoom {
  const { room, leave } = liveClient(access).enterRoom(id, {
    initialPresence: {},
  })
  let meeting: ReturnType<typeof setTimeout> | undefined
  let away: ReturnType<typeof setTimeout> | undefined
  const lost = () => {
    away ??= setTimeout(on.reached, AWAY_AFTER_MS, false)
  }
  const meet = () => {
    on.met()
    // What is sent within a moment of somebody's coming can be lost.
    meeting ??= setTimeout(() => {
      meeting = undefined
      on.met()
    }, REPEAT_AFTER_MS)
  }
  const look = () => {
    if (room.getStatus() !== 'connected') return lost()
    clearTimeout(away)
    away = undefined
    on.reached(true)
    meet()
  }
  const ends = [
    room.subscribe('event', ({ event, user, connectionId }) => {
      if (user?.id) on.hear(user.id, connectionId, event)
    }),
    room.subscribe('others', (_others, event) => {
      if (event.type === 'enter') meet()
    }),
    room.subscribe('status', look),
    room.subscribe('error', lost),
  ]
  look()
  return {
    send: (message) => {
      if (room.getStatus() === 'connected') room.broadcastEvent(message as JsonObject)
    },
    leave() {
      clearTimeout(meeting)
      clearTimeout(away)
      for (const end of ends) end()
      leave()
    },
  }
}
