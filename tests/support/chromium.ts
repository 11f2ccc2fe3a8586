import { existsSync } from 'node:fs'

/** A Chromium of this machine, or undefined. CHROMIUM names another. */
export const chromiumOnThisMachine = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path && existsSync(path))
