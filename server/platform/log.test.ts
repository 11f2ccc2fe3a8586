import { DrizzleQueryError } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { errorFacts, errorWords } from './log.ts'

it('never keeps what a failed query was about to write', () => {
  const cause = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
  const values = ['ann@example.org', '$argon2id$v=19$secret', 'a text\n    at the start of a line']
  const query = new DrizzleQueryError('insert into "user_account" values (?, ?, ?)', values, cause)
  for (const error of [query, new Error('the job failed', { cause: query })]) {
    const kept = JSON.stringify(errorFacts(error))
    expect(kept).toContain('insert into')
    expect(kept).toContain('database is locked')
    for (const value of values) expect(kept).not.toContain(JSON.stringify(value).slice(1, -1))
  }
  expect(errorWords(query)).toBe('Error: database is locked')
  expect(errorFacts('a word')).toBe('a word')
})
