import { expect, it } from 'vitest'
import { mayGoPlain } from './plain-http.rules.ts'

it.each([
  ['https://pds.example.org', true],
  ['', true],
  ['pds.example.org', true],
  ['http://pds.example.org', false],
  ['HTTP://PDS.Example.org/', false],
  ['http://localhost:2583', true],
  ['http://127.0.0.1:2583', true],
  ['http://[::1]:2583', true],
  ['http://127.0.0.1.example.org', false],
  ['http://localhost.example.org', false],
  ['http://10.0.0.9', false],
  ['http://pds.intern.example', true],
  ['http://port.intern.example:8080', true],
  ['http://port.intern.example:8081', false],
])('%s: %s', (address, may) =>
  expect(mayGoPlain(address, ['PDS.intern.example', 'port.intern.example:8080'])).toBe(may),
)
