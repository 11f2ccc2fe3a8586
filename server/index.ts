/** The composition root's entry: environment -> compose -> listen. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { compose, type Running } from './compose.ts'
import { consoleToLog } from './platform/console-to-log.ts'
import { createEnding } from './platform/ending.ts'
import { readSettings } from './platform/settings.ts'
import { startFailure } from './platform/start-failure.ts'
import { setupLink } from './workspace/setup-link.ts'

process.env.NODE_ENV ??= 'production'
// The database holds password hashes and everybody's words: nobody else on this machine reads it.
process.umask(0o077)

async function builtInterface(): Promise<ServerBuild> {
  const file = join(import.meta.dirname, '../build/server/index.js')
  if (!existsSync(file))
    throw Object.assign(new Error('There is no build yet; run npm start.'), { code: 'setting' })
  return (await import(file)) as ServerBuild
}

try {
  const settings = readSettings(process.env)
  const working = settings.role === 'worker'
  const running: Running = await compose(settings, working ? null : await builtInterface())
  consoleToLog(running.app.log)
  process.stdout.write(`Hubbub is ready: ${running.url}\n`)
  const link = working ? undefined : await setupLink(running.app, running.url)
  if (link) process.stdout.write(`Set it up (once, for the first owner): ${link}\n`)
  const end = createEnding({ log: running.app.log, close: running.close, exit: (code) => process.exit(code) })
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`)
  process.exit(1)
}
