import type { Socket } from 'socket.io-client'
import type { ClientToServer, Missed, ServerToClient } from '#server/event/sockets.ts'
import { createLogFollower, type LogFollower } from './log-follower.ts'

export type Connection = 'connecting' | 'live' | 'lost' | 'signed-out'

export interface Live {
  log: LogFollower
  /** Hears the state at once and at every change; gives the way to stop. */
  watch(listener: (state: Connection) => void): () => void
  close(): void
}

type LiveSocket = Socket<ServerToClient, ClientToServer>

/** How long an answer may take before the question counts as lost, ms. */
const PATIENCE = 10_000

/** Connects to a workspace's log. `onGrants` is called when the member's permissions have changed. */
export function connectLive(workspace: string, onGrants: () => void): Live {
  let state: Connection = 'connecting'
  let socket: LiveSocket | undefined
  let closed = false
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

  async function open(): Promise<void> {
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
    })
    made.on('e', log.receive)
    made.on('head', log.head)
    made.on('grants', onGrants)
    made.on('disconnect', (reason) => {
      set('lost')
      // The server cut us on purpose (rights taken, session ended): ask again who we are.
      if (reason === 'io server disconnect') made.connect()
    })
    made.on('connect_error', (error) => {
      if (error.message === 'signed_out') {
        set('signed-out')
        onGrants()
      } else set('lost')
    })
  }
  open().catch(() => set('lost'))

  return {
    log,
    watch(listener) {
      watchers.add(listener)
      listener(state)
      return () => void watchers.delete(listener)
    },
    close() {
      closed = true
      socket?.disconnect()
    },
  }
}
