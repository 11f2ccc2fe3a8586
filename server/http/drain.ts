import type { Server } from 'node:http'

/** How long requests under way may take to end once the server is told to stop, ms. Less than what kills it. */
const PATIENCE_MS = 5_000

/**
 * Counts the requests of a server under way. The returned function resolves when none is left, or when they have had
 * their time, having cut every plain connection: a browser keeps some open that it has not asked anything on yet, and
 * the port would wait for them without end. Upgraded connections are left to their owners.
 */
export function drainer(http: Server): () => Promise<void> {
  let open = 0
  let quiet = () => {}
  http.on('request', (_request, response) => {
    open += 1
    response.once('close', () => {
      open -= 1
      if (open === 0) quiet()
    })
  })
  return async () => {
    if (open > 0)
      await new Promise<void>((resolve) => {
        const limit = setTimeout(resolve, PATIENCE_MS)
        quiet = () => {
          clearTimeout(limit)
          resolve()
        }
      })
    http.closeAllConnections()
  }
}
