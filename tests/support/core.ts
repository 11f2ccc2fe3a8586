import { type Core, composeCore } from '#server/compose.ts'
import type { Settings } from '#server/platform/settings.ts'
import { testDatabase } from './database.ts'
import { type People, people } from './people.ts'
import { refuseWithoutWorkspace } from './workspace-guard.ts'

export const testSettings = (dataDir: string, databaseUrl: string | undefined): Settings => ({
  port: 0,
  baseUrl: undefined,
  dataDir,
  databaseUrl,
  redisUrl: undefined,
  liveblocksKey: undefined,
  appSecret: 'a secret for tests that is long enough',
  role: 'all',
  smtpUrl: undefined,
  smtpFrom: undefined,
  trustProxy: 0,
  metricsToken: undefined,
  outboundAllow: ['127.0.0.1', 'localhost'],
  logLevel: 'silent',
  presence: false,
})

export interface TestCore extends Core, People {
  /** Sets the clock, epoch ms; without it the real one runs. */
  setNow(at: number | undefined): void
  /** Lets the running clock be so many ms ahead of the real one. */
  ahead(ms: number): void
  drop(): Promise<void>
}

/** The product without HTTP, on an empty database of the engine of this run. */
export async function testCore(change: Partial<Settings> = {}): Promise<TestCore> {
  const database = await testDatabase()
  let now: number | undefined
  let ahead = 0
  const core = await composeCore(
    { ...testSettings(database.dataDir, database.url), ...change },
    {
      now: () => now ?? Date.now() + ahead,
      watch: refuseWithoutWorkspace,
    },
  )
  return {
    ...core,
    ...people(core.app),
    setNow: (at) => {
      now = at
    },
    ahead: (ms) => {
      ahead = ms
    },
    async drop() {
      await core.close()
      await database.drop()
    },
  }
}
