import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

// `npm run test:live [name]`: the live tests, or those whose file has the name in it.
const root = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const args = [vitest, 'run', '--config', 'tests/live/vitest.config.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
