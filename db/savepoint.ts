import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { dialect } from './dialect.ts'

/** Inside a transaction: does a part of it, of which nothing stays when it throws. What it throws is thrown on. */
export async function inSavepoint<T>(db: Db, work: () => Promise<T>): Promise<T> {
  await run(db, sql`SAVEPOINT part`)
  try {
    const answer = await work()
    await run(db, sql`RELEASE SAVEPOINT part`)
    return answer
  } catch (error) {
    await run(db, sql`ROLLBACK TO SAVEPOINT part`)
    await run(db, sql`RELEASE SAVEPOINT part`)
    throw error
  }
}

async function run(db: Db, statement: SQL): Promise<void> {
  if (dialect === 'postgres')
    await (db as unknown as { execute(query: SQL): Promise<unknown> }).execute(statement)
  else db.run(statement)
}
