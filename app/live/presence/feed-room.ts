import type { JsonObject, LsonObject, Room } from '@liveblocks/client'
import { OWN_LINGER_MS, REPEAT_AFTER_MS } from './presence.rules.ts'
import { presenceSchema } from './presence-state.rules.ts'
import type { PresenceStore } from './presence-store.ts'

export type PresenceUser = { id: string; info: { name: string } }
export type PresenceRoomOf = Room<JsonObject, LsonObject, PresenceUser>

/** Joins a room and a store: what comes in goes to the roster, what is reported goes out. Returns the way to part. */
export function feedRoom(room: PresenceRoomOf, store: PresenceStore): () => void {
  const { roster, reporter } = store
  let repeat: ReturnType<typeof setTimeout> | undefined

  type Other = ReturnType<typeof room.getOthers>[number]
  const take = ({ connectionId, id, info, presence }: Other) =>
    roster.update({
      connection: connectionId,
      uid: id,
      name: info.name,
      state: presenceSchema.parse(presence),
    })

  function resize() {
    // Known a moment after the connection is: my other windows are not other people.
    const self = room.getSelf()
    if (self) roster.setMe(self.id)
    reporter.setRoomSize(room.getOthers().length + 1)
  }

  function repeatSoon() {
    // Everybody repeats when somebody comes: not all in the same instant.
    repeat ??= setTimeout(
      () => {
        repeat = undefined
        reporter.repeat()
      },
      REPEAT_AFTER_MS + Math.random() * 150,
    )
  }

  const unsubscribe = [
    room.subscribe('others', (others, event) => {
      if (event.type === 'update') return take(event.user)
      if (event.type === 'leave') roster.leave(event.user.connectionId)
      else if (event.type === 'enter') {
        take(event.user)
        repeatSoon()
      } else {
        roster.leaveAll(OWN_LINGER_MS)
        for (const other of others) take(other)
      }
      resize()
    }),
    room.subscribe('status', onStatus),
    room.subscribe('error', ({ context }) => {
      // Only final refusals are errors of the connection; what may pass is retried without a word.
      if (context.type !== 'ROOM_CONNECTION_ERROR') return
      roster.leaveAll(0)
      store.become('denied')
    }),
  ]

  function onStatus() {
    if (room.getStatus() !== 'connected') return store.wobble()
    store.become('live')
    roster.setMe(room.getSelf()?.id ?? null)
    reporter.attach((patch) => room.updatePresence(patch as JsonObject))
    repeatSoon()
  }

  const leaving = () => reporter.goodbye()
  const returning = () => reporter.back()
  window.addEventListener('pagehide', leaving)
  window.addEventListener('pageshow', returning)
  for (const other of room.getOthers()) take(other)
  onStatus()
  resize()

  return () => {
    clearTimeout(repeat)
    reporter.goodbye()
    reporter.attach(null)
    for (const end of unsubscribe) end()
    window.removeEventListener('pagehide', leaving)
    window.removeEventListener('pageshow', returning)
    roster.leaveAll(0)
  }
}
