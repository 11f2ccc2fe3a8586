import { type Client, createClient } from '@liveblocks/client'

export type PresenceMode = 'embedded' | 'cloud'

/** How this page reaches presence: both come from the server with the page. */
export type PresenceAccess = {
  mode: PresenceMode
  /** where tokens come from: `/w/<slug>/presence/auth` */
  auth: string
}

const clients = new Map<string, Client>()

/** Asks our server for a token: its policy decides each time. 403 ends the attempts, anything else is tried again. */
async function authenticate(auth: string, room: string | undefined) {
  const response = await fetch(auth, {
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
 * The one Liveblocks client of this page and workspace; rooms of the canvas and of a draft use it, too, with
 * `createRoomContext(liveClient(access))`. In a chunk of its own: import it lazily.
 */
export function liveClient({ mode, auth }: PresenceAccess): Client {
  const name = `${mode} ${auth}`
  const known = clients.get(name)
  if (known) return known
  const client = createClient({
    authEndpoint: (room) => authenticate(auth, room),
    // Fixed for the client's life, so it is the lowest there is; the reporter samples on top of it.
    throttle: 16,
    // Must be absolute: a relative one is silently replaced by the cloud's.
    ...(mode === 'embedded' ? { baseUrl: window.location.origin } : {}),
  })
  clients.set(name, client)
  return client
}
