import { sql } from 'drizzle-orm'
import { Router } from 'express'
import { user } from '#db/schema.ts'
import type { App } from '../app.ts'
import { sameSecret } from '../platform/vault.ts'

/** `/healthz` the process lives; `/readyz` it can serve; `/metrics` for Prometheus, behind METRICS_TOKEN. */
export function healthRouter(app: App): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n')
  })
  router.get('/readyz', async (_request, response) => {
    const state = { database: 'up', presence: app.presence.state(), stopping: app.stopping() }
    try {
      await app.store.read.select({ one: sql`1` }).from(user).limit(1)
    } catch {
      state.database = 'down'
    }
    response.status(state.database === 'up' && !state.stopping ? 200 : 503).json(state)
  })
  router.get('/metrics', async (request, response) => {
    const token = app.settings.metricsToken
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!token || !sameSecret(given, token)) return void response.status(404).end()
    response.type(app.metrics.contentType).send(await app.metrics.metrics())
  })
  return router
}
