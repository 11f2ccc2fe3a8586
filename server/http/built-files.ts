import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type RequestHandler, Router } from 'express'
import sirv from 'sirv'

/** Seconds. */
const HOUR = 3_600
const YEAR = 365 * 24 * HOUR

/**
 * Serves the build's files, in the smallest of the forms that were made with them and that the browser takes. Without a
 * build (a test of the server alone) there is nothing to serve.
 */
export function builtFiles(buildDir: string): RequestHandler {
  // They are answered before the security headers of pages: what a file is, it says itself, and nothing guesses.
  const setHeaders = (response: { setHeader(name: string, value: string): unknown }) =>
    void response.setHeader('X-Content-Type-Options', 'nosniff')
  const options = { brotli: true, gzip: true, etag: true, extensions: [], setHeaders }
  const router = Router()
  if (!existsSync(join(buildDir, 'client/assets'))) return router
  router.use('/assets', sirv(join(buildDir, 'client/assets'), { ...options, maxAge: YEAR, immutable: true }))
  router.use('/assets', (_request, response) => void response.status(404).end())
  router.use(sirv(join(buildDir, 'client'), { ...options, maxAge: HOUR }))
  return router
}
