import { type ChildProcess, fork } from 'node:child_process'

export interface BenchServer {
  child: ChildProcess
  url: string
  cookie: string
  slug: string
  teamId: string
  /** A bearer token that may read and write posts; `hubbub` only. */
  token?: string
  stop(): Promise<void>
}

/** Starts one of the servers of this folder and waits until it says where it is. */
export async function forkServer(
  name: 'hubbub' | 'raw-socket-io',
  env: Record<string, string> = {},
): Promise<BenchServer> {
  const child = fork(new URL(`./${name}.ts`, import.meta.url), { env: { ...process.env, ...env } })
  const facts = await new Promise<Omit<BenchServer, 'child' | 'stop'>>((resolve, reject) => {
    child.once('message', (message) => resolve(message as never))
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
  })
  return {
    ...facts,
    child,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.send('stop')
      }),
  }
}
