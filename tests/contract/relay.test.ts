import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dialect } from '#db/dialect.ts'
import { createLog } from '#server/platform/log.ts'
import { postgresRelay } from '#server/platform/relay.ts'
import { type TestDatabase, testDatabase } from '../support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ bare: true })
})
afterAll(() => database.drop())

const connections = async (client: pg.Client) => {
  const { rows } = await client.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'",
  )
  return rows[0]?.n
}

it.runIf(dialect === 'postgres')('leaves no connection behind, closed before it listened', async () => {
  const url = database.url ?? ''
  const pool = new pg.Pool({ connectionString: url })
  const log = createLog('silent')
  for (let n = 0; n < 5; n++) {
    const relay = postgresRelay(pool, url, log)
    relay.hear(() => undefined)
    await relay.close()
  }
  await pool.end()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await expect.poll(() => connections(client)).toBe(1)
  await client.end()
})
