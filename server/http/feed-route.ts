import { Router } from 'express'
import type { App } from '../app.ts'
import { feedOf, noteFeedUse, readFeed } from '../feed/feed.reads.ts'
import { knownTag, tagOf } from '../feed/feed-tag.ts'
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
        await app.limits.take('feed.address', request.ip ?? '')
        response.status(404).type('text/plain').send('This calendar address does not work any more.\n')
        return
      }
      const { ctx, id } = feed
      await app.limits.take('feed.one', id)
      const base = app.settings.baseUrl ?? `${request.protocol}://${request.headers.host}`
      const campaigns = request.query.campaigns !== 'no'
      const known = await knownTag(ctx, [id, base, campaigns])
      await noteFeedUse(feed)
      const isKnown = asked(request.headers['if-none-match'])
      response.set({
        'Content-Type': 'text/calendar; charset=utf-8',
        'Content-Disposition': 'inline; filename="hubbub.ics"',
      })
      if (known.tag && (isKnown(known.tag) || request.method === 'HEAD')) {
        response.set('ETag', known.tag)
        response.status(isKnown(known.tag) ? 304 : 200).end()
        return
      }
      const home = `${base}/w/${ctx.workspaceSlug}`
      const links = {
        post: (post: string) => `${home}/calendar/post/${post}`,
        campaign: (campaign: string) => `${home}/campaign/${campaign}`,
      }
      const text = feedText(await readFeed(feed, campaigns), links, ctx.locale === 'ko' ? 'ko' : 'en')
      const tag = tagOf(text)
      known.keep(tag)
      response.set('ETag', tag)
      if (isKnown(tag)) response.status(304).end()
      else response.end(text)
    } catch (error) {
      const problem = asProblem(error)
      if (!problem) app.log.error({ err: error }, 'a calendar feed could not be read')
      if (problem?.status === 429) response.set('Retry-After', String(problem.params?.seconds ?? 1))
      response.status(problem?.status ?? 500).end()
    }
  })
  return router
}

/** Whether a tag is among those that the asker has. Compressing on the way may have marked it as weak. */
function asked(header = ''): (tag: string) => boolean {
  const tags = header.replaceAll('W/', '').split(/,\s*/)
  return (tag) => tags.includes(tag) || tags.includes('*')
}
