import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createClient, type LiveMap, type LiveObject } from '@liveblocks/client'
import { WebSocket } from 'ws'
import { canvasRoom } from '#server/canvas/canvas.rules.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { mayEnter } from '#server/member/presence-room.ts'
import { presenceAuth } from '#server/platform/presence/presence-auth.ts'
import { type TestCore, testCore } from './core.ts'
import { until } from './presence-harness.ts'

type Stored = LiveMap<string, LiveObject<Record<string, string | number | boolean | null>>>

export type CanvasHarness = Awaited<ReturnType<typeof canvasHarness>>

/** The product without pages, with real presence: people who enter canvases as their browsers would. */
export async function canvasHarness() {
  const core: TestCore = await testCore({ presence: true })
  const { presence } = core.app
  const answer = presenceAuth<Ctx>({ presence, policy: mayEnter })
  const http: Server = createServer((_request, response) => response.writeHead(404).end())
  http.on('upgrade', (request, socket, head) => presence.onUpgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  class BrowserSocket extends WebSocket {
    constructor(url: string) {
      super(url, { origin: base })
    }
  }
  const leaves: (() => void)[] = []
  await until(() => presence.state() === 'up', 30_000)
  return {
    ...core,
    /** What the browser is told when it asks to enter. */
    ask: (ctx: Ctx, id: string) => answer(ctx, { room: canvasRoom(ctx.workspaceId, id) }),
    /** A person on a canvas, with its objects once they are there. */
    async enter(ctx: Ctx, id: string) {
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
      leaves.push(() => client.logout())
      const { root } = await room.getStorage()
      const map = () => (root as unknown as LiveObject<{ objects: Stored }>).get('objects')
      return { room, leave, root, map }
    },
    /** A raw socket with a right token, as an attacker would use it. */
    async raw(ctx: Ctx, id: string) {
      const { body } = await answer(ctx, { room: canvasRoom(ctx.workspaceId, id) })
      const query = { roomId: canvasRoom(ctx.workspaceId, id), tok: 'token' in body ? body.token : '' }
      const socket = new WebSocket(`${base.replace('http', 'ws')}/v8?${new URLSearchParams(query)}`, {
        origin: base,
      })
      leaves.push(() => socket.terminate())
      return socket
    },
    async drop() {
      for (const leave of leaves) leave()
      await core.drop()
      http.closeAllConnections()
      http.close()
    },
  }
}
