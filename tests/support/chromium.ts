import { existsSync } from 'node:fs'

/**
 * A Chromium of this machine, or undefined; CHROMIUM names another. The headless shell is the same engine without the
 * window around it, which costs a test a third of its processor time.
 */
export const chromiumOnThisMachine = [
  process.env.CHROMIUM,
  '/usr/lib/chromium/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))
