import { afterAll, vi } from 'vitest'

/** The next test file runs in the same process: it finds the environment, the functions and the clock as they were. */
const environment = { ...process.env }
afterAll(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
