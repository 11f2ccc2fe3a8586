/**
 * `npm run bench [prefix] [-- --smoke]`: runs the benchmarks whose name begins with the prefix (`core`, `core.fanout`),
 * each in a process of its own. `--smoke` runs each shortly and fails only when one breaks.
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { buildOnce } from '#server/start.ts'
import { close } from '../support/suite.ts'

const args = process.argv.slice(2)
const smoke = args.includes('--smoke')
const prefix = args.find((arg) => !arg.startsWith('--')) ?? ''
const areas = /^(core|plan|write|inbox|dash|publish)-/
const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((name) => areas.test(name))
  .filter(
    (name) => name.replace('-', '.').startsWith(prefix) || prefix.startsWith(`${name.replace('-', '.')}.`),
  )
  .sort()

buildOnce()
let passed = 0
let failed = 0
for (const name of names) {
  const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 15 * 60_000,
    env: { ...process.env, NODE_ENV: 'production', ...(smoke ? { BENCH_SMOKE: '1' } : {}) },
  })
  process.stdout.write(stdout)
  const missed = !smoke && stdout.includes('"ok":false')
  if (status !== 0 || !stdout.includes('"name"') || missed) failed++
  else passed++
  if (status !== 0) process.stdout.write(`${name} broke with exit code ${status}\n`)
}
close('smoke', { passed, failed, skipped: 0 })
