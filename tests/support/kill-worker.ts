/**
 * A worker and nothing else, to be killed: runs jobs on the database it is told of. Its clock is `SHIFT` ms ahead, so
 * that what a dead worker held counts as free at once. On `go` it looks for work; it says `ready` when it could.
 */
import { flushCompileCache } from 'node:module'
import { composeCore } from '#server/compose.ts'
import { testSettings } from './core.ts'

let shift = Number(process.env.SHIFT ?? 0)
const core = await composeCore(
  { ...testSettings(process.env.DATA_DIR ?? '', process.env.DATABASE_URL), role: 'worker' },
  { now: () => Date.now() + shift },
)
let started = false
process.on('message', (message: { go: number }) => {
  shift = message.go
  if (started) core.app.signal.send('jobsAdded')
  else core.runner.start()
  started = true
})
process.on('disconnect', () => process.exit(0))
// It will be killed, and could not keep what it compiled then.
flushCompileCache()
process.send?.('ready')
