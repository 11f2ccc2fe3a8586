import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { canvasRoom } from '#server/canvas/canvas.rules.ts'
import type { Ctx } from '#server/core/ctx.ts'
import { mayEnter } from '#server/member/presence-room.ts'
import { presenceAuth } from '#server/platform/presence/presence-auth.ts'
import { canvasClient } from './canvas-client.ts'
import { type TestCore, testCore } from './core.ts'
import { until } from './presence-harness.ts'

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
  const leaves: (() => void)[] = []
  await until(() => presence.state() === 'up', 30_000)
  return {
    ...core,
    /** What the browser is told when it asks to enter. */
    ask: (ctx: Ctx, id: string) => answer(ctx, { room: canvasRoom(ctx.workspaceId, id) }),
    /** A person on a canvas, with its objects once they are there. */
    async enter(ctx: Ctx, id: string) {
      const entered = await canvasClient(base, answer, ctx, id)
      leaves.push(entered.close)
      return entered
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
