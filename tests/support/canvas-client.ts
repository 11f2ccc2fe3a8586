import { createClient, type LiveMap, type LiveObject } from '@liveblocks/client'
import { WebSocket } from 'ws'
import { canvasRoom } from '#server/canvas/canvas.rules.ts'
import type { Ctx } from '#server/core/ctx.ts'
import type { PresenceReply } from '#server/platform/presence/presence-auth.ts'

type Stored = LiveMap<string, LiveObject<Record<string, string | number | boolean | null>>>
type Answer = (ctx: Ctx, input: unknown) => Promise<PresenceReply>

/**
 * A person on a canvas as their browser would enter it, with its objects once they are there; it may do what our
 * interface does not. `close` ends the connection.
 */
export async function canvasClient(base: string, answer: Answer, ctx: Ctx, id: string) {
  class BrowserSocket extends WebSocket {
    constructor(url: string) {
      super(url, { origin: base })
    }
  }
  const client = createClient({
    baseUrl: base,
    throttle: 16,
    authEndpoint: async (room) => {
      const { status, body } = await answer(ctx, { room })
      if ('token' in body) return body
      if (status === 403) return { error: 'forbidden' as const, reason: body.error }
      throw new Error(body.error)
    },
    polyfills: { WebSocket: BrowserSocket as never },
  })
  const { room, leave } = client.enterRoom(canvasRoom(ctx.workspaceId, id), { initialPresence: {} })
  const { root } = await room.getStorage()
  const map = () => (root as unknown as LiveObject<{ objects: Stored }>).get('objects')
  return { room, leave, root, map, close: () => client.logout() }
}
