import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { SlowFirst } from './tests/support/slow-first.ts'

const onPostgres = Boolean(process.env.DATABASE_URL)

// Compiled code is kept between workers, and for the servers and workers that tests start.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node-tests')

/**
 * `node tests/run.ts` runs it three times: everything on SQLite, what touches a database again on PostgreSQL, and the
 * browser tests (`--project browser`).
 */
export default defineConfig({
  test: {
    // On a busy machine real processes and browsers are late now and then; what fails twice is wrong.
    retry: process.env.CI ? 2 : 0,
    pool: 'forks',
    execArgv: ['--import', join(import.meta.dirname, 'tests/support/quick-imports.ts')],
    maxWorkers: 2,
    // A worker keeps its modules from file to file: evaluating them again for each was a third of the time.
    isolate: false,
    sequence: { sequencer: SlowFirst },
    setupFiles: ['tests/support/as-it-was.ts', 'tests/support/quiet.ts'],
    // Generous: how long something may take is measured elsewhere, and here a busy machine must not be a failure.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: onPostgres
            ? ['server/**/*.test.ts', 'db/**/*.test.ts', 'tests/contract/**/*.test.ts']
            : ['{server,db,app}/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts'],
          exclude: onPostgres
            ? [
                '**/*.rules.test.ts',
                'server/platform/**',
                'server/i18n/**',
                'server/chart/**',
                'server/sentiment/**',
                // These open no database either.
                'server/asset/bomb.test.ts',
                'server/feed/feed-text.test.ts',
                'server/network/bluesky/bluesky.test.ts',
                'server/start.test.ts',
                'tests/contract/network.test.ts',
              ]
            : [],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          setupFiles: [
            'tests/support/as-it-was.ts',
            'tests/support/quiet.ts',
            'tests/support/browser-setup.ts',
          ],
          globalSetup: ['tests/support/build-first.ts'],
          include: ['tests/browser/**/*.test.ts'],
          // The server draws pages with React as in earnest.
          env: { NODE_ENV: 'production' },
          testTimeout: 180_000,
        },
      },
    ],
  },
})
