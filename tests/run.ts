/**
 * `npm test`: rules and server on SQLite, the server again on PostgreSQL, two people in real browsers. Where PostgreSQL
 * or Chromium is missing it says so and counts what it skipped; REQUIRE_ALL=1 makes that a failure.
 */
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildOnce } from '#server/start.ts'
import { chromiumOnThisMachine } from './support/chromium.ts'
import { postgresPrograms, startPostgres } from './support/postgres.ts'
import { type Count, close, sum, vitest } from './support/suite.ts'

const root = join(import.meta.dirname, '..')
/** Tests wait a tenth to a third of their time, for a child process, a database or a minute: a worker more than processors. */
const CODE = ['--project', 'code', '--maxWorkers=3']
const BROWSER = ['--project', 'browser', '--maxWorkers=3']

/** How many tests these files declare, for saying what is skipped. */
function declared(pattern: string): number {
  const texts = globSync(pattern, { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'))
  return texts.reduce((all, text) => all + (text.match(/^\s*(it|test)(\.each)?\(/gm)?.length ?? 0), 0)
}

function missing(what: string, pattern: string): Count {
  const skipped = declared(pattern)
  process.stdout.write(`\n== ${what} is missing on this machine: about ${skipped} tests are skipped\n`)
  return { passed: 0, failed: process.env.REQUIRE_ALL ? 1 : 0, skipped }
}

async function onPostgres(): Promise<Count> {
  const programs = postgresPrograms()
  if (!programs) return missing('PostgreSQL', 'server/**/!(*.rules).test.ts')
  const postgres = await startPostgres(programs)
  try {
    const env = { DATABASE_URL: postgres.url, TEST_TEMPLATE: 'hubbub_template' }
    // Every test file gets a copy of it: its tables are made once.
    execFileSync(process.execPath, [join(root, 'tests/support/postgres-template.ts')], {
      env: { ...process.env, ...env },
    })
    return await vitest('postgres', CODE, env)
  } finally {
    postgres.stop()
  }
}

if (buildOnce()) process.stdout.write('built the interface\n')
const counts = [
  await vitest('sqlite', CODE),
  await onPostgres(),
  chromiumOnThisMachine
    ? await vitest('browser', BROWSER)
    : missing('Chromium', 'tests/browser/**/*.test.ts'),
]
close('test', sum(counts))
