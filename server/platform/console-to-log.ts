import { format } from 'node:util'
import type { Log } from './log.ts'

/** What has been said is remembered up to so many; libraries have few sentences. */
const MOST = 200
const LEVELS = { log: 'info', info: 'info', debug: 'debug', warn: 'warn', error: 'error' } as const

/**
 * What libraries print by themselves becomes lines of the log like all others, each sentence once: they tell a developer,
 * request after request, and whoever reads the log as JSON would stumble over them. Gives the way back.
 */
export function consoleToLog(log: Log, target: Pick<Console, keyof typeof LEVELS> = console): () => void {
  const said = new Set<string>()
  const before = { ...target }
  for (const [method, level] of Object.entries(LEVELS) as [keyof typeof LEVELS, 'info'][])
    target[method] = (...words: unknown[]) => {
      const text = format(...words)
      if (said.has(text)) return
      if (said.size < MOST) said.add(text)
      log[level]({ from: 'console' }, text)
    }
  return () => void Object.assign(target, before)
}
