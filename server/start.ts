/** `npm start`: builds the interface once (again only when its sources have changed), then starts the server. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { lockDatabase } from '#db/lock.ts'
import { buildFailure } from './platform/build-failure.ts'
import { startFailure } from './platform/start-failure.ts'
import { quickenDrizzle } from './quick-drizzle.ts'

const ROOT = join(import.meta.dirname, '..')

/** How long a start waits for another's build, ms. */
const LONGEST_BUILD = 10 * 60_000

/**
 * Builds when there is no build of exactly these sources; true when it did.
 * @param root another checkout, for tests
 * @param run makes the build of that folder
 */
export function buildOnce(root = ROOT, run: (root: string) => void = buildInterface): boolean {
  const sources = [
    'app/**/*.{ts,tsx,css}',
    'server/**/*.{rules,events}.ts',
    'server/i18n/**/*.ts',
    'server/chart/**/*.ts',
  ]
  const files = [
    ...globSync(sources, { cwd: root }).sort(),
    'package.json',
    'remix.config.js',
    'vite.config.ts',
    'vite.boundary.ts',
    'vite.messages.ts',
  ]
  const hash = createHash('sha256')
  for (const file of files)
    if (existsSync(join(root, file))) hash.update(file).update(readFileSync(join(root, file)))
  const stamp = join(root, 'build/sources.sha256')
  const digest = hash.digest('hex')
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  if (isBuilt()) return false
  // Two starts of one checkout would build into one folder: the second waits, then finds the work done.
  const cache = join(root, 'node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const release = lockDatabase(join(cache, 'build'), 'exclusive', LONGEST_BUILD)
  try {
    if (isBuilt()) return false
    // A build that breaks off must not pass for the one whose stamp still lies there.
    rmSync(stamp, { force: true })
    run(root)
    mkdirSync(join(root, 'build'), { recursive: true })
    writeFileSync(stamp, digest)
    return true
  } finally {
    release()
  }
}

/**
 * Builds the interface of a checkout. Throws (`code: 'setting'`) one sentence with the file and the remedy; all that the
 * build printed is kept beside its cache.
 */
export function buildInterface(root: string): void {
  const remix = join(root, 'node_modules/@remix-run/dev/dist/cli.js')
  const { status, signal, stderr, error } = spawnSync(
    process.execPath,
    [remix, 'vite:build', '--logLevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  )
  if (error) throw error
  const log = 'node_modules/.cache/build-failed.log'
  if (status === 0) {
    rmSync(join(root, log), { force: true })
    process.stderr.write(stderr)
    return
  }
  writeFileSync(join(root, log), stderr)
  throw Object.assign(new Error(buildFailure({ output: stderr, root, signal, log })), { code: 'setting' })
}

if (import.meta.main) {
  // Compiled code is kept between starts: it halves the time to be ready.
  enableCompileCache(join(ROOT, 'node_modules/.cache/node'))
  quickenDrizzle()
  if (!existsSync(join(ROOT, 'build/sources.sha256')))
    process.stdout.write('Building the interface (once)...\n')
  try {
    buildOnce()
  } catch (error) {
    process.stderr.write(`${startFailure(error)}\n`)
    process.exit(1)
  }
  await import('./index.ts')
}
