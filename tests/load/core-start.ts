/** How long the built server takes to be ready, and what everything weighs when nobody does anything. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, print, smoke } from './figure.ts'

const RUNS = smoke ? 1 : 5
const root = join(import.meta.dirname, '../..')

/** Resident memory without what is shared with others, summed over a process and its descendants, MB (PSS). */
function memoryMb(pid: number): number {
  const own =
    Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
  return children.reduce((all, child) => all + memoryMb(Number(child)), own)
}

const ready: number[] = []
const memory: number[] = []
const dataDir = mkdtempSync(join(tmpdir(), 'hubbub-bench-'))
for (let run = 0; run < RUNS; run++) {
  const began = performance.now()
  const server = spawn(process.execPath, ['--max-semi-space-size=4', join(root, 'server/start.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text) => String(text).includes('ready') && resolve())
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  ready.push(performance.now() - began)
  await new Promise((resolve) => setTimeout(resolve, smoke ? 1000 : 8000))
  memory.push(memoryMb(server.pid ?? 0))
  server.removeAllListeners('exit')
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
}
rmSync(dataDir, { recursive: true, force: true })
print({ name: 'core.start.ready', value: median(ready), unit: 'ms', goal: 2000 })
print({ name: 'core.start.memory', value: median(memory), unit: 'MB', goal: 250 })
