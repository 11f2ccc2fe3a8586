import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** Starts kill-worker.ts on this database; ready when this resolves, at work once it is sent `{ go: shift }`. */
export function startWorker(database: { dataDir: string; url: string | undefined }): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'kill-worker.ts'), {
    // The tests themselves may run on an older Node.
    execPath: join(import.meta.dirname, '../../node_modules/.bin/node'),
    // It is started many times: quickly.
    execArgv: ['--import', join(import.meta.dirname, 'quick-imports.ts')],
    env: { ...process.env, DATA_DIR: database.dataDir, DATABASE_URL: database.url ?? '' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code} before it was ready`)))
  })
}

/** SIGKILL: it has no chance to finish anything. */
export async function killWorker(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Waits for it, at most so many ms; goes on in any case, for the judgement to say what is missing. */
export async function until(check: () => boolean | Promise<boolean>, ms: number): Promise<void> {
  const end = performance.now() + ms
  while (performance.now() < end && !(await check())) await new Promise((resolve) => setTimeout(resolve, 15))
}

/** The same sequence for the same seed (mulberry32), 0 to 1. */
export function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
