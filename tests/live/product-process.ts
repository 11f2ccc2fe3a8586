import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

export interface ProductProcess {
  url: string
  /** The one-time link for the first owner, if there is nobody yet. */
  setupLink: string | undefined
  /** What it wrote so far, for the report of a failure. */
  words(): string
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** A process of the product as an operator starts it, from its environment; ready when this resolves. */
export async function startProduct(env: Record<string, string>): Promise<ProductProcess> {
  const child: ChildProcess = spawn(join(root, 'node_modules/.bin/node'), ['server/index.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', LOG_LEVEL: 'warn', PRESENCE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  const hear = (chunk: Buffer) => {
    words = `${words}${chunk}`.slice(-20_000)
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const gone = once(child, 'exit')
  const ready = async () => {
    while (!words.includes('Hubbub is ready')) await new Promise((resolve) => setTimeout(resolve, 30))
    // The setup link follows after a query.
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  const ended = await Promise.race([ready().then(() => false), gone.then(() => true)])
  if (ended) throw new Error(`the product did not start: ${words}`)
  return {
    url: `http://localhost:${env.PORT}`,
    setupLink: /https?:\S+\/setup\/\S+/.exec(words)?.[0],
    words: () => words,
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await gone
    },
  }
}
