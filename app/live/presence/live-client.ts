import { type Client, createClient } from '@liveblocks/client'

export type PresenceMode = 'embedded' | 'cloud'

const clients = new Map<PresenceMode, Client>()

/** Asks our server for a token: its policy decides each time. 403 ends the attempts, anything else is tried again. */
async function authenticate(room?: string) {
  const response = await fetch('/presence/auth', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ room }),
  })
  if (response.status === 401 || response.status === 403) {
    return { error: 'forbidden' as const, reason: `HTTP ${response.status}` }
  }
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return (await response.json()) as { token: string }
}

/**
 * The one Liveblocks client of this page; rooms of the canvas and of a draft use it, too, with
 * `createRoomContext(liveClient(mode))`. In a chunk of its own: import it lazily.
 */
export function liveClient(mode: PresenceMode): Client {
  const known = clients.get(mode)
  if (known) return known
  const client = createClient({
    authEndpoint: authenticate,
    // Fixed for the client's life, so it is the lowest there is; the reporter samples on top of it.
    throttle: 16,
    // Must be absolute: a relative one is silently replaced by the cloud's.
    ...(mode === 'embedded' ? { baseUrl: window.location.origin } : {}),
  })
  clients.set(mode, client)
  return client
}
