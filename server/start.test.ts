import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildOnce } from './start.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'hubbub-build-'))
  mkdirSync(join(root, 'app'))
  writeFileSync(join(root, 'app/root.tsx'), 'one')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const run = promisify(execFile)
/** Another start of the checkout: writes down when its build begins and ends. */
const start = async () => {
  const script = `
    import { appendFileSync } from 'node:fs'
    import { buildOnce } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'start.ts')).href)}
    const log = (what) => appendFileSync(process.argv[1] + '/log', what + ' ')
    const built = buildOnce(process.argv[1], () => {
      log('begin')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
      log('end')
    })
    process.stdout.write(String(built))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script, root])
  return stdout
}

it('builds once when two start at the same time: the second waits and finds the work done', async () => {
  expect((await Promise.all([start(), start(), start()])).sort()).toEqual(['false', 'false', 'true'])
  expect(readFileSync(join(root, 'log'), 'utf8')).toBe('begin end ')
})

it('builds again when a source has changed or a build broke off', () => {
  let builds = 0
  const build = () => buildOnce(root, () => void builds++)
  expect([build(), build(), builds]).toEqual([true, false, 1])
  writeFileSync(join(root, 'app/root.tsx'), 'two')
  const breaks = () =>
    buildOnce(root, () => {
      throw new Error('no memory')
    })
  expect(breaks).toThrow('no memory')
  // The sources are those of the first build again, but its files were being replaced.
  writeFileSync(join(root, 'app/root.tsx'), 'one')
  expect([build(), build(), builds]).toEqual([true, false, 2])
})
