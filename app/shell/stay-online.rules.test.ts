import { expect, it } from 'vitest'
import { asksServer } from './stay-online.rules.ts'

it.each([
  ['/w/a/board', '/w/a/inbox', true],
  ['/w/a/board', '/w/a/board/post/1', true],
  ['/w/a/board/post/1', '/w/a/board', false],
  ['/w/a/board', '/w/a/board', false],
  ['/w/a/inbox', '/w/a/inbox', true],
  ['/w/a/inbox/1', '/w/a/inbox/2', true],
  ['/w/a/inbox', '/sign-out', false],
])('knows whether going from %s to %s asks the server', (from, to, asks) => {
  expect(asksServer(from, to)).toBe(asks)
})
