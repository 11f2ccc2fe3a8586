import { type RequestHandler, Router } from 'express'
import type { App } from '../app.ts'
import { permit } from '../core/ctx.ts'
import { addImport, fileTooLarge } from '../import/add-import.ts'
import { MAX_IMPORT } from '../import/import.rules.ts'
import { Problem } from '../platform/problem.ts'
import { type Here, whoIsStillHere } from './here.ts'
import { sendProblem } from './problem-response.ts'
import { readUpload } from './read-upload.ts'

/** `POST /w/:workspace/imports?name=`: a file to make posts of, as the body; the answer names what it is kept as. */
export function importRouter(app: App): Router {
  const router = Router({ mergeParams: true })
  const upload: RequestHandler = async (request, response) => {
    const here = response.locals.here as Here
    try {
      if (!here.ctx) throw new Problem('request.signedOut', { status: 401 })
      permit(here.ctx, 'import:run')
      await app.limits.take('upload.account', here.ctx.userId ?? '')
      const bytes = await readUpload(request, MAX_IMPORT, fileTooLarge)
      const name = typeof request.query.name === 'string' ? request.query.name : ''
      const { ctx } = await whoIsStillHere(app, request, response)
      if (!ctx) throw new Problem('request.signedOut', { status: 401 })
      permit(ctx, 'import:run')
      response.status(201).json(await addImport(ctx, { bytes, name }))
    } catch (error) {
      sendProblem(response, error, { log: app.log, locale: here.locale, requestId: here.requestId })
    }
  }
  router.post('/', upload)
  return router
}
