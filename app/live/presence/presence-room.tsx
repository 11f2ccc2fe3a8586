import {
  Component,
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import type { PresenceAccess } from './live-client.ts'
import { createPresenceStore, type PresenceStore } from './presence-store.ts'

type Bridge = ComponentType<{ room: string; access: PresenceAccess; store: PresenceStore }>

const NOWHERE = createPresenceStore()
const StoreContext = createContext<PresenceStore>(NOWHERE)
const LOAD_AGAIN_MS = 10_000

/** The presence store of the nearest room; outside of any an empty one, so that parts can be used anywhere. */
export const usePresenceStore = () => useContext(StoreContext)

/**
 * Puts the page into a presence room. Children render at once, also on the server; the connection (a chunk of its own)
 * is loaded when the page has become quiet. `id` or `access` null: in no room.
 */
export function PresenceRoom(props: {
  id: string | null
  access: PresenceAccess | null
  children: ReactNode
}) {
  const { id, access } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: another room is another store
  const store = useMemo(createPresenceStore, [id])
  const Bridge = useBridge(store)
  return (
    <StoreContext.Provider value={store}>
      {props.children}
      {Bridge && id && access && (
        <Guard key={`${access.auth} ${id}`} onError={() => store.become('away')}>
          <Bridge room={id} access={access} store={store} />
        </Guard>
      )}
    </StoreContext.Provider>
  )
}

/** Loads the connected half when the browser has nothing better to do; tries again when the network failed. */
function useBridge(store: PresenceStore): Bridge | null {
  const [bridge, setBridge] = useState<{ component: Bridge } | null>(null)
  useEffect(() => {
    let live = true
    let timer: ReturnType<typeof setTimeout> | undefined
    async function load() {
      try {
        const { PresenceBridge } = await import('./presence-bridge.tsx')
        if (live) setBridge({ component: PresenceBridge })
      } catch {
        store.wobble()
        if (live) timer = setTimeout(load, LOAD_AGAIN_MS)
      }
    }
    const idle = window.requestIdleCallback?.(load, { timeout: 2_000 })
    if (idle === undefined) timer = setTimeout(load, 300)
    return () => {
      live = false
      if (idle !== undefined) window.cancelIdleCallback(idle)
      clearTimeout(timer)
    }
  }, [store])
  return bridge?.component ?? null
}

/** Presence is a comfort: whatever breaks in it must not take the page along. */
class Guard extends Component<{ onError: () => void; children: ReactNode }> {
  override state = { broken: false }
  static getDerivedStateFromError = () => ({ broken: true })
  override componentDidCatch() {
    this.props.onError()
  }
  override render() {
    return this.state.broken ? null : this.props.children
  }
}
