import { expect, it } from 'vitest'
import { startFailure } from './start-failure.ts'

const failed = (code: string, message = 'x', cause?: Error) =>
  Object.assign(new Error(message, { cause }), { code })

it.each<[string, Error, RegExp]>([
  ['a file that is no database', failed('SQLITE_NOTADB'), /^The database is damaged .* restore FILE\.$/],
  ['a file cut short', failed('SQLITE_CORRUPT_INDEX'), /^The database is damaged/],
  ['a full disk', failed('ENOSPC'), /^The disk is full\./],
  [
    'a full disk in an upgrade',
    failed('database.migration', 'x', failed('SQLITE_FULL')),
    /^The disk is full/,
  ],
  [
    'an upgrade that fails',
    failed('database.migration', 'It failed.', failed('')),
    /^It failed\. It is as it was/,
  ],
  ['a role PostgreSQL does not know', failed('28000', 'role "x" does not exist'), /Check DATABASE_URL\.$/],
  ['a wrong password, wrapped', failed('', 'query', failed('28P01')), /Check DATABASE_URL\.$/],
  ['a defect', new Error('what'), /^Error: what\n/],
])('%s', (_, error, sentence) => expect(startFailure(error)).toMatch(sentence))
