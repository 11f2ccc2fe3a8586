import { EventEmitter } from 'node:events'

interface Signals {
  /** A workspace's log has grown to `head`. */
  committed: [workspaceId: string, head: number]
  /** Jobs are there to be claimed. */
  jobsAdded: []
  /** Somebody in a workspace may hold other rights than before: what was remembered of them is forgotten. */
  rightsChanged: [workspaceId: string]
  /** A session was ended: its live connections must go. */
  sessionEnded: [sessionId: string]
}
type Name = keyof Signals

/** Passes signals between processes (PostgreSQL's NOTIFY, Redis). */
export interface Relay {
  send(text: string): void
  hear(listener: (text: string) => void): void
  close(): Promise<void>
}

export interface Signal {
  send<K extends Name>(name: K, ...args: Signals[K]): void
  /** Hears a signal of this or another process; gives the way to stop. */
  on<K extends Name>(name: K, listener: (...args: Signals[K]) => void): () => void
  close(): Promise<void>
}

/**
 * Wakes those who wait for the log or for jobs, here and in the other processes. A lost signal costs latency only: the
 * feed and the runner also look by themselves.
 */
export function createSignal(relay?: Relay): Signal {
  const local = new EventEmitter<Signals>().setMaxListeners(0)
  const tell = (name: Name, args: unknown[]) => void local.emit(name, ...(args as never))
  relay?.hear((text) => {
    const [name, ...args] = JSON.parse(text) as [Name, ...unknown[]]
    tell(name, args)
  })
  return {
    send(name, ...args) {
      tell(name, args)
      relay?.send(JSON.stringify([name, ...args]))
    },
    on(name, listener) {
      local.on(name, listener as never)
      return () => void local.off(name, listener as never)
    },
    close: async () => relay?.close(),
  }
}
