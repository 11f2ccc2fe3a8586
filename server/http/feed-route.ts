import { createHash } from 'node:crypto'
import { Router } from 'express'
import type { App } from '../app.ts'
import { feedOf, noteFeedUse, readFeed } from '../feed/feed.reads.ts'
import { feedText } from '../feed/feed-text.ts'
import { asProblem } from '../platform/problem.ts'

const SECRET = /^[\w-]{43}$/

/** `GET /calendar/:secret.ics`: a private feed. The secret is all that counts; the address is written nowhere. */
export function feedRouter(app: App): Router {
  const router = Router()
  router.get('/:file', async (request, response) => {
    response.set({
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    const [, secret = ''] = /^(.+)\.ics$/.exec(request.params.file) ?? []
    try {
      const feed = SECRET.test(secret) ? await feedOf(app, secret) : undefined
      if (!feed) {
        await app.limits.take('link.address', request.ip ?? '')
        response.status(404).type('text/plain').send('This calendar address does not work any more.\n')
        return
      }
      const { ctx } = feed
      const base = app.settings.baseUrl ?? `${request.protocol}://${request.headers.host}`
      const link = (id: string) => `${base}/w/${ctx.workspaceSlug}/calendar/post/${id}`
      const text = feedText(await readFeed(feed), link, ctx.locale === 'ko' ? 'ko' : 'en')
      await noteFeedUse(feed)
      const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`
      response.set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="hubbub.ics"',
        ETag: tag,
      })
      // Compressing on the way may mark it as weak.
      const known = (request.headers['if-none-match'] ?? '').replaceAll('W/', '').split(/,\s*/)
      if (known.includes(tag) || known.includes('*')) response.status(304).end()
      else response.end(text)
    } catch (error) {
      const problem = asProblem(error)
      if (!problem) app.log.error({ err: error }, 'a calendar feed could not be read')
      response.status(problem?.status ?? 500).end()
    }
  })
  return router
}
