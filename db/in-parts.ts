/** Rows that one statement takes: SQLite allows 32,766 values, PostgreSQL 65,535. */
const AT_ONCE = 500

/** Hands rows to `insert` in parts that both engines take. */
export async function inParts<T>(
  rows: readonly T[],
  insert: (part: T[]) => PromiseLike<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) await insert(rows.slice(at, at + AT_ONCE))
}
