import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    )
    server.listen(path, () => resolve(server.unref()))
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

/**
 * Holds a directory for this process: a listening socket named after it, which the kernel lets go of however the
 * process ends (a file with a pid would outlive a SIGKILL). Resolves to a release function, or null when taken.
 */
export async function lockDirectory(directory: string): Promise<(() => void) | null> {
  const name = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 20)
  const path =
    process.platform === 'win32' ? `\\\\.\\pipe\\presence-${name}` : join(tmpdir(), `presence-${name}.sock`)
  let server = await listen(path)
  if (!server && !(await answers(path))) {
    rmSync(path, { force: true })
    server = await listen(path)
  }
  if (!server) return null
  const held = server
  return () => {
    held.close()
  }
}
