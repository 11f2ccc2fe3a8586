import type Database from 'better-sqlite3'

/** Texts kept for one connection; lists of different lengths make many. */
const MOST = 500

/** Keeps compiled statements by their text: compiling one takes SQLite longer than running it does. */
export function keepStatements(db: Database.Database): void {
  const kept = new Map<string, Database.Statement>()
  const compile = db.prepare.bind(db)
  const prepare = (sql: string): Database.Statement => {
    const known = kept.get(sql)
    // Whoever had it before may have asked for rows as lists.
    if (known) return known.reader ? known.raw(false) : known
    const made = compile(sql)
    const [oldest] = kept.keys()
    if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest)
    kept.set(sql, made)
    return made
  }
  db.prepare = prepare as typeof db.prepare
}
