import type { Socket } from 'socket.io-client'
import type { Tick } from '#server/event/live-view.ts'
import type { Missed } from '#server/event/missed.ts'
import type { ClientToServer, ServerToClient } from '#server/event/sockets.ts'
import { createLogFollower, type LogFollower } from './log-follower.ts'

export type Connection = 'connecting' | 'live' | 'lost' | 'signed-out'

export interface Live {
  log: LogFollower
  /** Hears the state at once and at every change; gives the way to stop. */
  watch(listener: (state: Connection) => void): () => void
  /** Looks at one live view of the server: hears its reading now, after every reconnection, and each step between. */
  look(view: string, input: unknown, hear: (tick: Tick) => void): () => void
  close(): void
}

type LiveSocket = Socket<ServerToClient, ClientToServer>

/** How long an answer may take before the question counts as lost, ms. */
const PATIENCE = 10_000
/** What the page is used with comes first, then the socket's client, ms. No animation frame: a hidden tab has none. */
const AFTER_THE_PAGE = 50
/** After the server has let nobody in: its client tries that no more by itself, ms. */
const REFUSED_FOR = 5_000

/** Connects to a workspace's log. `onGrants` is called when the member's permissions have changed. */
export function connectLive(workspace: string, onGrants: () => void): Live {
  let state: Connection = 'connecting'
  let socket: LiveSocket | undefined
  let closed = false
  let again: ReturnType<typeof setTimeout> | undefined
  let looking: { view: string; input: unknown; hear: (tick: Tick) => void } | undefined
  const watchers = new Set<(state: Connection) => void>()
  const set = (next: Connection) => {
    if (next === state) return
    state = next
    for (const watcher of watchers) watcher(next)
  }

  const log = createLogFollower(async (after): Promise<Missed> => {
    if (!socket?.connected) throw new Error('not connected')
    return socket.timeout(PATIENCE).emitWithAck('after', after)
  })

  async function lookNow(): Promise<void> {
    const mine = looking
    if (!mine || !socket?.connected) return
    const all = await socket.timeout(PATIENCE).emitWithAck('look', mine.view, mine.input)
    if (all && looking === mine) mine.hear({ view: mine.view, all })
  }

  async function open(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, AFTER_THE_PAGE))
    const { io } = await import('socket.io-client')
    if (closed) return
    const made: LiveSocket = io({
      auth: { workspace },
      transports: ['websocket', 'polling'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 5000,
    })
    socket = made
    made.on('connect', () => {
      set('live')
      log.catchUp().catch(() => undefined)
      lookNow().catch(() => undefined)
    })
    made.on('e', log.receive)
    made.on('head', log.head)
    made.on('tick', (tick) => {
      if (tick.view === looking?.view) looking.hear(tick)
    })
    made.on('grants', () => {
      onGrants()
      lookNow().catch(() => undefined)
    })
    made.on('disconnect', (reason) => {
      set('lost')
      // The server cut us on purpose (rights taken, session ended): ask again who we are.
      if (reason === 'io server disconnect') made.connect()
    })
    made.on('connect_error', (error) => {
      if (error.message === 'signed_out') {
        set('signed-out')
        onGrants()
        return
      }
      set('lost')
      if (!made.active) again = setTimeout(() => !closed && made.connect(), REFUSED_FOR)
    })
  }
  open().catch(() => set('lost'))

  /** The device is back: at once, not after the pause that the last tries have made long. */
  function backOnline(): void {
    if (socket && !socket.connected) socket.disconnect().connect()
  }
  window.addEventListener('online', backOnline)

  return {
    log,
    watch(listener) {
      watchers.add(listener)
      listener(state)
      return () => void watchers.delete(listener)
    },
    look(view, input, hear) {
      const mine = { view, input, hear }
      looking = mine
      lookNow().catch(() => undefined)
      return () => {
        if (looking !== mine) return
        looking = undefined
        socket?.emit('lookAway')
      }
    },
    close() {
      closed = true
      clearTimeout(again)
      window.removeEventListener('online', backOnline)
      socket?.disconnect()
    },
  }
}
