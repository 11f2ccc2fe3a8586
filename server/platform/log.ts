import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'fatal'> & {
  child(bindings: Record<string, unknown>): Log
}

type Query = Error & { query: string; params: unknown[] }
const isQuery = (error: Error): error is Query => 'query' in error && 'params' in error

/** An error as the log keeps it. What a failed query was about to write (texts, hashes, addresses) is left out. */
export function errorFacts(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const facts = { ...pino.stdSerializers.err(error) } as Record<string, unknown>
  const queries: Query[] = []
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth++)
    if (isQuery(at)) queries.push(at)
  for (const { message, query } of queries)
    for (const key of ['message', 'stack'])
      facts[key] = String(facts[key]).replaceAll(message, () => `Failed query: ${query}`)
  if (queries.length) for (const key of ['query', 'params', 'detail', 'where']) delete facts[key]
  return facts
}

/** An error's name and words, for a person who runs the server; no values of a failed query. */
export const errorWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const words = isQuery(error) && error.cause instanceof Error ? error.cause.message : error.message
  return `${error.name}: ${words}`.slice(0, 500)
}

/** JSON lines on standard output, level from LOG_LEVEL. Anything that could carry a secret is cut out. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorFacts },
    redact: {
      paths: [
        '*.password',
        '*.token',
        '*.secret',
        '*.authorization',
        '*.cookie',
        'req.headers',
        '*.credentials',
      ],
      remove: true,
    },
  })
}
