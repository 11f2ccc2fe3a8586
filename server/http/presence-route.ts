import { json, Router } from 'express'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { mayEnter } from '../member/presence-room.ts'
import { presenceAuth } from '../platform/presence/presence-auth.ts'
import { asProblem } from '../platform/problem.ts'
import { type Here, whoIsStillHere } from './here.ts'

/** `POST /w/:workspace/presence/auth` {room} -> {token}. */
export function presenceRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const answer = presenceAuth<Ctx>({ presence: app.presence, policy: mayEnter })
  router.post('/auth', json({ limit: '10kb' }), async (request, response) => {
    const { requestId } = response.locals.here as Here
    try {
      const { ctx } = await whoIsStillHere(app, request, response)
      if (!ctx) return void response.status(403).json({ error: 'forbidden' })
      await app.limits.take('presence.account', ctx.userId ?? '')
      const { status, body } = await answer(ctx, request.body)
      response.status(status).json(body)
    } catch (error) {
      if (!asProblem(error)) app.log.error({ err: error, requestId }, 'presence could not be granted')
      response.status(503).json({ error: 'away' })
    }
  })
  return router
}
