import { existsSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type RequestHandler, Router } from 'express'

/** Milliseconds. */
const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR

/** What the build has made beside a file, the smallest first. */
const FORMS = [
  { encoding: 'br', ending: '.br' },
  { encoding: 'gzip', ending: '.gz' },
] as const

/**
 * Serves the build's files, in the smallest of the forms that were made with them and that the browser takes. Without a
 * build (a test of the server alone) there is nothing to serve.
 */
export function builtFiles(buildDir: string): RequestHandler {
  const router = Router()
  const root = join(buildDir, 'client')
  if (!existsSync(join(root, 'assets'))) return router
  router.use(sendFrom(root))
  router.use('/assets', (_request, response) => void response.status(404).end())
  return router
}

/** Only files that were there at the start, by their exact address: no path leads out of the folder. */
function sendFrom(root: string): RequestHandler {
  const files = new Set(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(root.length).replaceAll(sep, '/')),
  )
  return (request, response, next) => {
    const { path, method } = request
    if ((method !== 'GET' && method !== 'HEAD') || !files.has(path)) return next()
    const forms = FORMS.filter(({ ending }) => files.has(path + ending))
    const form = forms.find(({ encoding }) => request.acceptsEncodings(encoding))
    response.type(path.slice(path.lastIndexOf('.')))
    // They are answered before the security headers of pages: what a file is, it says itself, and nothing guesses.
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (forms.length) response.vary('Accept-Encoding')
    if (form) response.setHeader('Content-Encoding', form.encoding)
    const built = path.startsWith('/assets/')
    const options = { root, maxAge: built ? YEAR : HOUR, immutable: built, acceptRanges: false }
    response.sendFile(path + (form?.ending ?? ''), options, (error) => {
      // Another build has taken its place, or no more files can be opened: one answer less, and no more than that.
      if (!error || response.headersSent) return
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      response.status('status' in error && error.status === 404 ? 404 : 503).end()
    })
  }
}
