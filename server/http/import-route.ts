import { type Request, type RequestHandler, Router } from 'express'
import type { App } from '../app.ts'
import { permit } from '../core/ctx.ts'
import { addImport, fileTooLarge } from '../import/add-import.ts'
import { MAX_IMPORT } from '../import/import.rules.ts'
import { Problem } from '../platform/problem.ts'
import type { Here } from './here.ts'
import { sendProblem } from './problem-response.ts'

/** `POST /w/:workspace/imports?name=`: a file to make posts of, as the body; the answer names what it is kept as. */
export function importRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const upload: RequestHandler = async (request, response) => {
    const here = response.locals.here as Here
    try {
      if (!here.ctx) throw new Problem('request.signedOut', { status: 401 })
      permit(here.ctx, 'import:run')
      await app.limits.take('upload.account', here.ctx.userId ?? '')
      const bytes = await bodyOf(request)
      const name = typeof request.query.name === 'string' ? request.query.name : ''
      response.status(201).json(await addImport(here.ctx, { bytes, name }))
    } catch (error) {
      // What is still coming is not read: the connection ends after the answer.
      if (!request.complete) response.setHeader('Connection', 'close')
      sendProblem(response, error, { log: app.log, locale: here.locale, requestId: here.requestId })
    }
  }
  router.post('/', upload)
  return router
}

async function bodyOf(request: Request): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_IMPORT) throw fileTooLarge()
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).byteLength
      if (size > MAX_IMPORT) throw fileTooLarge()
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw new Problem('asset.brokenOff', { status: 400 })
  }
  return Buffer.concat(chunks)
}
