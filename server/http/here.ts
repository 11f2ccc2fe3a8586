import type { Request, RequestHandler, Response } from 'express'
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
  /** When this was read, on `performance.now()`'s clock, ms. */
  readAt: number
}
export interface Account {
  userId: string
  sessionId: string
  email: string
  name: string
  zone: string
  locale: 'en' | 'ko'
}

/** A request whose body took longer than this is looked at anew: rights may have been taken meanwhile. Milliseconds. */
const STALE = 500

/** Reads the session cookie and, under `/w/:slug`, the membership. Never refuses: guards do. */
export function whoIsHere(app: App): RequestHandler {
  const keepOrigin = originKeeper(app)
  return async (request, response, next) => {
    const requestId = newId()
    response.setHeader('X-Request-Id', requestId)
    try {
      const here = await readHere(app, { request, response, requestId })
      const { ctx } = here
      // Nobody is kept from their page by it.
      if (ctx)
        await keepOrigin(ctx).catch((error) => app.log.warn({ err: error, requestId }, 'origin not kept'))
      response.locals.here = here
      next()
    } catch (error) {
      next(error)
    }
  }
}

/**
 * Who asks, once the body is read. Somebody could hold a request open with half of it, lose their role or their session,
 * and send the rest.
 */
export async function whoIsStillHere(app: App, request: Request, response: Response): Promise<Here> {
  const here = response.locals.here as Here
  if (performance.now() - here.readAt < STALE) return here
  const now = await readHere(app, { request, response: null, requestId: here.requestId })
  response.locals.here = now
  return now
}

interface Asked {
  request: Request
  /** Null: the answer's cookie is settled already. */
  response: Response | null
  requestId: string
}

async function readHere(app: App, { request, response, requestId }: Asked): Promise<Here> {
  const readAt = performance.now()
  const session = await app.sessions.read(request.headers.cookie, request.secure)
  if (session?.setCookie) response?.append('Set-Cookie', session.setCookie)
  const account = session && {
    userId: session.user.id,
    sessionId: session.sessionId,
    email: session.user.email,
    name: session.user.name,
    zone: session.user.zone,
    locale: session.user.locale,
  }
  const slug = /^\/w\/([^/.]+)/.exec(request.baseUrl + request.path)?.[1]
  const ctx =
    account && slug ? await memberCtx(app, { slug }, { userId: account.userId }, requestId) : undefined
  const origin = `${request.protocol}://${request.headers.host ?? ''}`
  if (ctx && account) ctx.via = { sessionId: account.sessionId, origin }
  return { requestId, account, ctx, locale: requestLocale(request, account?.locale), readAt }
}
