import { defineConfig } from 'vitest/config'

/** Tests against real servers: `npm run test:live`. They start what they need, and take their time. */
export default defineConfig({
  root: new URL('../..', import.meta.url).pathname,
  test: {
    globalSetup: ['tests/live/global-setup.ts'],
    include: ['tests/live/*.live.ts'],
    retry: process.env.CI ? 1 : 0,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
})
