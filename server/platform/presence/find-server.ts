import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const require = createRequire(import.meta.url)

/** The folder of an installed package, or null. Packages without `exports` of package.json are found by search path. */
function packageFolder(name: string): string | null {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    return null
  }
}

/** Where bun can be: the first exists when npm ran install scripts, the others when it did not. */
function candidates(): string[] {
  const exe = process.platform === 'win32' ? 'bun.exe' : 'bun'
  const platform = `@oven/bun-${process.platform === 'win32' ? 'windows' : process.platform}-${
    process.arch === 'arm64' ? 'aarch64' : process.arch
  }`
  const folders: [string, string][] = [
    ['bun', 'bun.exe'],
    [platform, exe],
    [`${platform}-baseline`, exe],
    [`${platform}-musl`, exe],
    [`${platform}-musl-baseline`, exe],
  ]
  return folders.flatMap(([name, file]) => {
    const folder = packageFolder(name)
    return folder ? [join(folder, 'bin', file)] : []
  })
}

let found: Promise<string> | null = null

async function probe(): Promise<string> {
  for (const path of candidates()) {
    try {
      // Without install scripts, bun.exe is a text stub: only running it tells.
      await run(path, ['--version'], { timeout: 5_000 })
      return path
    } catch {}
  }
  throw new Error('No runnable bun found: reinstall the packages "bun" and "liveblocks"')
}

/** The bun binary brought by npm, proved by running it once. Rejects when there is none. */
export function findBun(): Promise<string> {
  found ??= probe().catch((error) => {
    found = null
    throw error
  })
  return found
}

/** The entry file of the `liveblocks` command. Throws when the package is missing. */
export function findLiveblocks(): string {
  const folder = packageFolder('liveblocks')
  if (!folder) throw new Error('The package "liveblocks" is not installed')
  return join(folder, 'dist', 'index.js')
}
