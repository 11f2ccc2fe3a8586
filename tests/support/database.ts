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

/**
 * A database of its own for one test file, on the engine of this run, with nothing in it. On PostgreSQL it is copied
 * from the one TEST_TEMPLATE names, if any, which has the tables; `bare` has not.
 */
export async function testDatabase({ bare = false } = {}): Promise<TestDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hubbub-test-'))
  const clean = () => rmSync(dataDir, { recursive: true, force: true })
  if (dialect === 'sqlite') return { dataDir, url: undefined, drop: async () => clean() }
  const base = process.env.DATABASE_URL ?? ''
  const name = `t_${randomBytes(6).toString('hex')}`
  const template = bare ? undefined : process.env.TEST_TEMPLATE
  await administer(base, `CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
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

/** Runs one statement on the server of this URL. */
export async function administer(base: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: base })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
