import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { LogEvent } from '#server/event/catalogue.ts'
import { setConnection } from '../shell/connection.ts'
import { connectLive, type Live } from './connect.ts'
import { useReadAgain } from './read-again.ts'

const LiveContext = createContext<Live | null>(null)

/** Holds the one socket of a workspace's pages. */
export function LiveProvider({ workspace, children }: { workspace: string; children: ReactNode }) {
  const [live, setLive] = useState<Live | null>(null)
  const readAgain = useReadAgain()
  useEffect(() => {
    const made = connectLive(workspace, readAgain)
    setLive(made)
    made.watch((state) => setConnection(state === 'lost' ? 'reconnecting' : 'live'))
    return () => made.close()
  }, [workspace, readAgain])
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}

/**
 * Hears every event after `since` (the number the page's data was read at), once and in order, across lost
 * connections. When too much was missed the page's loaders run again.
 */
export function useEvents(since: number, hear: (event: LogEvent) => void): void {
  const live = useContext(LiveContext)
  const readAgain = useReadAgain()
  const now = useRef(hear)
  now.current = hear
  useEffect(() => {
    if (!live) return
    return live.log.listen({
      since,
      hear: (event) => now.current(event),
      reload: readAgain,
    })
  }, [live, since, readAgain])
}

/** The socket itself, for what is no event (metric ticks); null before it is there. */
export function useLive(): Live | null {
  const live = useContext(LiveContext)
  return useMemo(() => live, [live])
}
