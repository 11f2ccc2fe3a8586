import { expect, it } from 'vitest'
import { replacesOrigin } from './origin.rules.ts'

it.each([
  [null, 'http://localhost:3000', true],
  ['http://localhost:3000', 'http://192.168.1.7:3000', true],
  ['http://192.168.1.7:3000', 'http://localhost:3000', false],
  ['http://192.168.1.7:3000', 'http://127.0.0.1:3000', false],
  ['http://192.168.1.7:3000', 'http://[::1]:3000', false],
  ['http://localhost:3000', 'http://127.0.0.1:3000', true],
  ['http://old.example', 'https://new.example', true],
  ['https://same.example', 'https://same.example', false],
  [null, 'http://', false],
])('kept %s, seen %s: replaces %s', (kept, seen, answer) => {
  expect(replacesOrigin(kept, seen)).toBe(answer)
})
