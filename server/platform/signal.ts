import { EventEmitter } from 'node:events'

interface Signals {
  committed: [workspaceId: string, head: number]
  jobsAdded: []
}

export interface Signal {
  /** A workspace's log has grown to `head`. */
  committed(workspaceId: string, head: number): void
  jobsAdded(): void
  on<K extends keyof Signals>(name: K, listener: (...args: Signals[K]) => void): () => void
}

/**
 * Wakes those who wait for the log or for jobs, in this process; `relay` passes the same on to other processes
 * (NOTIFY or Redis). A lost signal costs latency only: the feed and the runner also look by themselves.
 */
export function createSignal(
  relay?: (name: keyof Signals, args: unknown[]) => void,
): Signal & { hear: Signal } {
  const local = new EventEmitter<Signals>().setMaxListeners(0)
  const on: Signal['on'] = (name, listener) => {
    local.on(name, listener as never)
    return () => void local.off(name, listener as never)
  }
  const hear: Signal = {
    committed: (workspaceId, head) => void local.emit('committed', workspaceId, head),
    jobsAdded: () => void local.emit('jobsAdded'),
    on,
  }
  return {
    hear,
    committed(workspaceId, head) {
      hear.committed(workspaceId, head)
      relay?.('committed', [workspaceId, head])
    },
    jobsAdded() {
      hear.jobsAdded()
      relay?.('jobsAdded', [])
    },
    on,
  }
}
