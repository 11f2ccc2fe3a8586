import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { dialect } from '#db/dialect.ts'

export interface TestDatabase {
  dataDir: string
  /** Undefined on SQLite. */
  url: string | undefined
  drop(): Promise<void>
}

/** An empty database of its own for one test file, on the engine of this run. */
export async function testDatabase(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hubbub-test-'))
  const clean = () => rmSync(dataDir, { recursive: true, force: true })
  if (dialect === 'sqlite') return { dataDir, url: undefined, drop: async () => clean() }
  const base = process.env.DATABASE_URL ?? ''
  const name = `t_${randomBytes(6).toString('hex')}`
  await administer(base, `CREATE DATABASE ${name}`)
  const url = new URL(base)
  url.pathname = `/${name}`
  return {
    dataDir,
    url: url.href,
    async drop() {
      await administer(base, `DROP DATABASE ${name} WITH (FORCE)`)
      clean()
    },
  }
}

async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
