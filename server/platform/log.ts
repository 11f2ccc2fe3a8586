import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'debug' | 'fatal'> & {
  child(bindings: Record<string, unknown>): Log
}

/** JSON lines on standard output, level from LOG_LEVEL. Anything that could carry a secret is cut out. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
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
