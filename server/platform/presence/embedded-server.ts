import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { lockDirectory } from './directory-lock.ts'
import { findBun, findLiveblocks } from './find-server.ts'

export type PresenceState = 'starting' | 'up' | 'down'
export type PresenceLog = Pick<Logger, 'info' | 'warn' | 'error'>

export type EmbeddedServer = {
  state(): PresenceState
  /** `http://127.0.0.1:<port>` while it is up, otherwise null */
  origin(): string | null
  /** Waits at most `ms` for the server to be up; null when it is not by then. */
  whenUp(ms: number): Promise<string | null>
  /** The child's process id, for measuring. */
  pid(): number | undefined
  stop(): Promise<void>
}

const BACK_OFF_MS = [200, 500, 1_000, 2_000, 5_000, 10_000, 30_000]
const HEALTHY_AFTER_MS = 30_000
const BOOT_LIMIT_MS = 15_000
const CHECK_EVERY_MS = 10_000
const LOG_LIMIT_BYTES = 20_000_000
/** Settings that the child would take from our environment and must not. */
const PRIVATE = /^(LIVEBLOCKS_|DATABASE_|REDIS_|SMTP_)|SECRET|PASSWORD|TOKEN|_KEY$/

function childEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !PRIVATE.test(name))
  return Object.fromEntries(entries) as NodeJS.ProcessEnv
}

/**
 * Runs the open-source Liveblocks server as a loopback-only child in `dataDir`, and starts it again with a growing
 * pause when it dies. `onState` hears every change.
 */
export function startEmbeddedServer(options: {
  dataDir: string
  log: PresenceLog
  onState: (state: PresenceState) => void
}): EmbeddedServer {
  const { dataDir, log } = options
  const logFile = join(dataDir, '.liveblocks', 'server.log')
  let state: PresenceState = 'starting'
  let origin: string | null = null
  let child: ChildProcess | null = null
  let release: (() => void) | null = null
  let failures = 0
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const waiting = new Set<(origin: string | null) => void>()

  function become(next: PresenceState, at: string | null) {
    origin = at
    if (at) for (const resolve of waiting) resolve(at)
    if (next === state) return
    state = next
    options.onState(next)
  }

  function again(reason: string) {
    child = null
    if (stopped) return
    const wait = BACK_OFF_MS[Math.min(failures++, BACK_OFF_MS.length - 1)]!
    become('down', null)
    log.warn({ reason, wait }, 'presence server is down')
    timer = setTimeout(boot, wait)
  }

  async function boot() {
    try {
      mkdirSync(dataDir, { recursive: true })
      release ??= await lockDirectory(dataDir)
      if (!release) return again('another process uses the directory')
      const bun = await findBun()
      if (stopped) return
      rmSync(logFile, { force: true })
      launch(bun)
    } catch (error) {
      again(error instanceof Error ? error.message : String(error))
    }
  }

  function launch(bun: string) {
    // `--cmd` makes the server live as long as its stdin, a pipe that we hold: it ends with us however we end.
    const args = [findLiveblocks(), 'dev', '--host', '127.0.0.1', '--random-port', '--persist']
    const started = spawn(bun, [...args, '--cmd', 'cat >/dev/null'], {
      cwd: dataDir,
      stdio: ['pipe', 'ignore', 'pipe'],
      env: childEnvironment(),
    })
    child = started
    const bootLimit = setTimeout(() => started.kill('SIGKILL'), BOOT_LIMIT_MS)
    let said = ''
    let announced = false
    started.stdin.on('error', () => {})
    started.stderr.on('data', (chunk: Buffer) => {
      if (announced) return
      said = (said + chunk.toString()).slice(-4_000)
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1]
      if (!port || child !== started) return
      announced = true
      clearTimeout(bootLimit)
      become('up', `http://127.0.0.1:${port}`)
      log.info({ port: Number(port), pid: started.pid }, 'presence server is up')
      watch(started)
    })
    started.once('error', (error) => log.error({ err: error }, 'presence server did not start'))
    started.once('close', (code, signal) => {
      clearTimeout(bootLimit)
      // After a SIGKILL of the child its `cat` still waits for us to close.
      started.stdin.destroy()
      if (child === started) again(signal ?? `exit ${code}: ${said.trim().slice(-200)}`)
    })
    started.once('exit', () => started.stdin.destroy())
  }

  /** Kills a child that no longer answers, forgives old failures, and keeps its log small. */
  function watch(started: ChildProcess) {
    const since = Date.now()
    let missed = 0
    const interval = setInterval(async () => {
      if (child !== started || started.exitCode !== null) return clearInterval(interval)
      if (Date.now() - since > HEALTHY_AFTER_MS) failures = 0
      if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) truncateSync(logFile)
      const healthy = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) }).then(
        (response) => response.ok,
        () => false,
      )
      missed = healthy ? 0 : missed + 1
      if (missed >= 3) started.kill('SIGKILL')
    }, CHECK_EVERY_MS).unref()
  }

  timer = setTimeout(boot, 0)

  return {
    state: () => state,
    origin: () => origin,
    pid: () => child?.pid,
    whenUp(ms) {
      if (origin || stopped) return Promise.resolve(origin)
      return new Promise((resolve) => {
        const settle = (at: string | null) => {
          clearTimeout(limit)
          waiting.delete(settle)
          resolve(at)
        }
        const limit = setTimeout(settle, ms, null)
        waiting.add(settle)
      })
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      const last = child
      child = null
      become('down', null)
      if (last && last.exitCode === null && last.signalCode === null) {
        await new Promise<void>((resolve) => {
          const limit = setTimeout(() => last.kill('SIGKILL'), 2_000)
          last.once('close', () => {
            clearTimeout(limit)
            resolve()
          })
          last.stdin?.end()
        })
      }
      release?.()
      release = null
    },
  }
}
