import { Readable } from 'node:stream'
import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { App } from '../app.ts'
import { addAsset, addFile, tooLarge } from '../asset/add-asset.ts'
import { readAssetBytes } from '../asset/asset.reads.ts'
import { isPicture, MAX_FILE } from '../asset/asset.rules.ts'
import { type Ctx, permit } from '../core/ctx.ts'
import { Problem } from '../platform/problem.ts'
import { type Here, whoIsStillHere } from './here.ts'
import { sendProblem } from './problem-response.ts'
import { readUpload } from './read-upload.ts'

/**
 * `POST /w/:workspace/assets`: a picture as the body (its name in `?name=`) or as the first file of a form; with
 * `?for=attachment` a document too.
 * `GET /w/:workspace/assets/:id(?size=card)`: its bytes, for members only.
 */
export function assetRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const answer =
    (run: (ctx: Ctx, request: Request, response: Response) => Promise<void>): RequestHandler =>
    async (request, response) => {
      const here = response.locals.here as Here
      try {
        if (!here.ctx) throw new Problem('request.signedOut', { status: 401 })
        await run(here.ctx, request, response)
      } catch (error) {
        // Of a form that was refused on its way nothing more is read: the connection ends after the answer.
        if (request.destroyed && !request.complete) response.setHeader('Connection', 'close')
        sendProblem(response, error, { log: app.log, locale: here.locale, requestId: here.requestId })
      }
    }
  router.post(
    '/',
    answer(async (ctx, request, response) => {
      permit(ctx, 'asset:write')
      await app.limits.take('upload.account', ctx.userId ?? '')
      const form = /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')
      const file = form ? await fileOf(request) : await bodyOf(request)
      const keep = request.query.for === 'attachment' ? addFile : addAsset
      const { ctx: still } = await whoIsStillHere(app, request, response)
      if (!still) throw new Problem('request.signedOut', { status: 401 })
      permit(still, 'asset:write')
      response.status(201).json(await keep(still, file))
    }),
  )
  router.get(
    '/:id',
    answer(async (ctx, request, response) => {
      const size = request.query.size === 'card' ? 'card' : 'original'
      const found = await readAssetBytes(ctx, String(request.params.id), size)
      response.set({
        'Content-Type': found.mime,
        'X-Content-Type-Options': 'nosniff',
        // Even if a browser were made to open it as a page, it could do nothing.
        'Content-Security-Policy': "default-src 'none'; sandbox",
        // Pictures are shown; of a document nothing is ever run here.
        'Content-Disposition': `${isPicture(found.mime) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
        'Cache-Control': 'private, max-age=31536000, immutable',
        'Cross-Origin-Resource-Policy': 'same-origin',
        Vary: 'Cookie',
        ETag: found.tag,
      })
      if (request.headers['if-none-match'] === found.tag) response.status(304).end()
      else response.end(found.bytes)
    }),
  )
  return router
}

async function bodyOf(request: Request): Promise<{ bytes: Buffer; name: string }> {
  return { bytes: await readUpload(request, MAX_FILE, tooLarge), name: String(request.query.name ?? '') }
}

async function fileOf(request: Request): Promise<{ bytes: Buffer; name: string }> {
  const headers = new Headers({ 'content-type': request.headers['content-type'] ?? '' })
  const body = Readable.toWeb(request) as ReadableStream
  const web = new Request('http://upload/', { method: 'POST', headers, body, duplex: 'half' } as RequestInit)
  let found: { bytes: Buffer; name: string } | undefined
  try {
    const limits = { maxFiles: 1, maxFileSize: MAX_FILE, maxParts: 10, maxTotalSize: MAX_FILE + 65_536 }
    await parseFormData(web, limits, async (file: FileUpload) => {
      found ??= { bytes: Buffer.from(await file.arrayBuffer()), name: file.name }
    })
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.name : ''
    if (/Max.*Size/.test(`${name} ${cause}`)) throw tooLarge()
    throw new Problem('asset.brokenOff', { status: 400 })
  }
  if (!found) throw new Problem('asset.empty')
  return found
}
