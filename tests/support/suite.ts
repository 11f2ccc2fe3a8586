import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Count {
  passed: number
  failed: number
  skipped: number
}

const root = join(import.meta.dirname, '../..')
const counts = join(root, '.cache/counts')

/** Runs vitest and reads how many tests passed, failed and were skipped; a run that breaks counts as a failure. */
export async function vitest(name: string, args: string[], env: Record<string, string> = {}): Promise<Count> {
  mkdirSync(counts, { recursive: true })
  const file = join(counts, `${name}.json`)
  rmSync(file, { force: true })
  process.stdout.write(`\n== ${name}\n`)
  const program = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(
    process.execPath,
    [program, 'run', ...args, '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } },
  )
  const code = await new Promise<number>((resolve) => child.once('exit', (status) => resolve(status ?? 1)))
  return readCount(name, file, code)
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

/** What failed and why; `close` keeps it, and CI says it last: a log is often kept by its end only. */
const failures: string[] = []
const MOST_LINES = 12
const opening = (text: string) =>
  text
    .split('\n')
    .filter((line) => !line.includes('node_modules'))
    .slice(0, MOST_LINES)
    .join('\n')

function noteFailures(suite: string, report: Report): void {
  for (const file of report.testResults) {
    const where = `${suite} ${relative(root, file.name)}`
    if (file.message) failures.push(`${where}\n${opening(file.message)}`)
    for (const test of file.assertionResults.filter((one) => one.status === 'failed')) {
      // Every try left its message: the last one is what counted.
      failures.push(`${where} > ${test.fullName}\n${opening(test.failureMessages.at(-1) ?? '')}`)
    }
  }
}

function readCount(name: string, file: string, code: number): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report
    noteFailures(name, report)
    const failed = report.numFailedTests || (code ? 1 : 0)
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

export const sum = (list: Count[]): Count =>
  list.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

/** Prints the closing line of a suite and keeps it for the total; the process's exit code follows. */
export function close(suite: string, total: Count): void {
  mkdirSync(counts, { recursive: true })
  writeFileSync(join(counts, `${suite}.total`), `${total.passed} ${total.failed} ${total.skipped}\n`)
  writeFileSync(join(counts, `${suite}.failed`), failures.map((one) => `\nFAILED ${one}\n`).join(''))
  const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
  process.exitCode = total.failed ? 1 : 0
}
