import { defineConfig } from 'vitest/config'

/** Rules and server tests on one engine; tests/run.ts runs them once a engine and the browser tests after them. */
export default defineConfig({
  test: {
    include: ['{server,db,app}/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    dangerouslyIgnoreUnhandledErrors: false,
  },
})
