import type { RequestHandler } from 'express'
import { newId } from '#db/id.ts'
import type { App } from '../app.ts'
import type { Ctx } from '../core/ctx.ts'
import { memberCtx } from '../member/member-ctx.ts'
import { originKeeper } from '../workspace/remember-origin.ts'
import { requestLocale } from './request-locale.ts'

/** Who asks, and where: settled once for every request, before anything else looks at it. */
export interface Here {
  requestId: string
  /** The signed-in account, whatever workspace. */
  account: Account | undefined
  /** The member, when the path lies inside a workspace of theirs (`/w/:slug/...`). */
  ctx: Ctx | undefined
  locale: 'en' | 'ko'
}
export interface Account {
  userId: string
  sessionId: string
  email: string
  name: string
  zone: string
  locale: 'en' | 'ko'
}

/** Reads the session cookie and, under `/w/:slug`, the membership. Never refuses: guards do. */
export function whoIsHere(app: App): RequestHandler {
  const keepOrigin = originKeeper(app)
  return async (request, response, next) => {
    const requestId = newId()
    response.setHeader('X-Request-Id', requestId)
    try {
      const session = await app.sessions.read(request.headers.cookie, request.secure)
      if (session?.setCookie) response.append('Set-Cookie', session.setCookie)
      const account = session && {
        userId: session.user.id,
        sessionId: session.sessionId,
        email: session.user.email,
        name: session.user.name,
        zone: session.user.zone,
        locale: session.user.locale,
      }
      const slug = /^\/w\/([^/.]+)/.exec(request.path)?.[1]
      const ctx =
        account && slug ? await memberCtx(app, { slug }, { userId: account.userId }, requestId) : undefined
      const origin = `${request.protocol}://${request.headers.host ?? ''}`
      if (ctx && account) {
        ctx.via = { sessionId: account.sessionId, origin }
        // Nobody is kept from their page by it.
        await keepOrigin(ctx).catch((error) => app.log.warn({ err: error, requestId }, 'origin not kept'))
      }
      const here: Here = { requestId, account, ctx, locale: requestLocale(request, account?.locale) }
      response.locals.here = here
      next()
    } catch (error) {
      next(error)
    }
  }
}
