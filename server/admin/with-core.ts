import { type Core, composeCore } from '../compose.ts'
import { readSettings } from '../platform/settings.ts'

/** Runs a command's work on the installation's database, without a server, and closes it again. */
export async function withCore<T>(work: (core: Core) => Promise<T>): Promise<T> {
  const settings = readSettings({ LOG_LEVEL: 'warn', ...process.env })
  const core = await composeCore({ ...settings, presence: false })
  try {
    return await work(core)
  } finally {
    await core.close()
  }
}
